import { describe, expect, test } from 'vitest';
import { aPlace, aSighting } from '../../testing/sighting.ts';
import { allowSnippet, environmentStep, rotationSteps, untrackStep } from './fix.ts';

describe('rotation', () => {
  test("comes with the provider's steps in their order", () => {
    const sighting = aSighting();
    expect(rotationSteps({ sighting, place: aPlace() }).slice(1)).toEqual(sighting.rotation.steps);
  });

  test('of a revoked key is no step', () => {
    expect(rotationSteps({ sighting: aSighting({ live: { state: 'dead', detail: '401' } }), place: aPlace() })).toEqual(
      [],
    );
  });
});

describe('the variable', () => {
  const step = (name: string | undefined, rule = 'stripe-secret-key'): string =>
    environmentStep({ sighting: aSighting({ rule, ...(name === undefined ? {} : { name }) }), place: aPlace() });

  test('is named after the one that the code uses', () => {
    expect(step('stripeSecretKey')).toContain('as STRIPE_SECRET_KEY,');
  });

  test('is named after the rule when the code gives no usable name', () => {
    expect(step(undefined)).toContain('as STRIPE_SECRET_KEY,');
    expect(step('x; rm -rf /', 'resend-api-key')).toContain('as RESEND_API_KEY,');
  });

  test('is read in the source, not in the bundle', () => {
    const bundle = aPlace({ exposure: 'client', path: 'dist/a.js' });
    const sighting = aSighting({ places: [bundle, aPlace({ path: 'src/pay.ts' })] });
    expect(environmentStep({ sighting, place: bundle })).toContain('src/pay.ts');
    expect(environmentStep({ sighting: aSighting({ places: [bundle] }), place: bundle })).not.toContain('dist/a.js');
  });
});

test('the file to untrack is quoted', () => {
  expect(untrackStep('my app/.env')).toContain("git rm --cached -- 'my app/.env'");
});

test('what is accepted is named by id', () => {
  const { content } = allowSnippet([aSighting()], 'rotated');
  expect(JSON.parse(content)).toEqual({
    secrets: { allow: [{ id: 'a41f09c2d7e83b56', reason: 'rotated', until: 'YYYY-MM-DD' }] },
  });
});
