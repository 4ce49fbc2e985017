import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { noGoReview, sampleReviews } from '../testing/sample-review.ts';
import { renderSarif } from './render-sarif.ts';

// From https://github.com/oasis-tcs/sarif-spec, sarif-2.1/schema (errata 01). It names draft 4, but uses nothing that draft 7 lacks.
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(join(import.meta.dirname, 'testing/sarif-schema-2.1.0.json'), 'utf8')) as Readonly<
  Record<string, unknown>
>;
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

it('is valid SARIF 2.1.0 by the schema of OASIS', () => {
  for (const review of sampleReviews()) {
    validate(JSON.parse(renderSarif(review)));
    expect(validate.errors).toBe(null);
  }
});

it('would be told if it were not', () => {
  const log = JSON.parse(renderSarif(noGoReview())) as Record<string, unknown>;
  expect(validate({ ...log, version: '2.0' })).toBe(false);
});
