import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reviewSchema as generate } from '../../../tools/generators/review-schema.ts';
import { noGoReview, everySample } from '../testing/sample-review.ts';
import { reviewJsonSchema } from './json-schema.ts';
import { renderJson } from './render-json.ts';
import { reviewSchema } from './schema.ts';

const root = join(import.meta.dirname, '../../..');

const validator = () => new Ajv2020({ validateFormats: false, allErrors: true }).compile(reviewJsonSchema());

describe('renderJson', () => {
  it('parses to exactly the review', () => {
    for (const review of everySample()) expect(JSON.parse(renderJson(review))).toEqual(review);
  });

  it('holds no character that acts on a terminal', () => {
    expect(renderJson(noGoReview())).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('the schema', () => {
  it('takes the sample reviews, as zod and as JSON Schema 2020-12', () => {
    const validate = validator();
    for (const review of everySample()) {
      expect(reviewSchema.parse(JSON.parse(renderJson(review)))).toEqual(review);
      validate(JSON.parse(renderJson(review)));
      expect(validate.errors).toBe(null);
    }
  });

  it.each([
    [
      'a decision that does not exist',
      (review: Record<string, unknown>) => ({ ...review, verdict: { decision: 'MAYBE', reason: '' } }),
    ],
    [
      'a bar without M7',
      (review: Record<string, unknown>) => ({ ...review, bar: { ...(review['bar'] as object), M7: undefined } }),
    ],
    ['another schema name', (review: Record<string, unknown>) => ({ ...review, schema: 'launch-ready/review@2.0' })],
    ['no next command', (review: Record<string, unknown>) => ({ ...review, next: undefined })],
  ])('refuses %s', (_, change) => {
    const changed: unknown = JSON.parse(
      JSON.stringify(change(JSON.parse(renderJson(noGoReview())) as Record<string, unknown>)),
    );
    expect(reviewSchema.safeParse(changed).success).toBe(false);
    expect(validator()(changed)).toBe(false);
  });

  it('lets through members of a newer minor version', () => {
    expect(validator()({ ...noGoReview(), later: true })).toBe(true);
  });

  it('is published as generated', async () => {
    const [file] = await generate(root);
    expect(readFileSync(join(root, file?.path ?? ''), 'utf8')).toBe(file?.content);
  });
});
