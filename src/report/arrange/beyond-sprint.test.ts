import { expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { noGoReview } from '../testing/sample-review.ts';
import { beyondSprint } from './beyond-sprint.ts';

const findings = ['a', 'b', 'c'].map((fingerprint) => sampleFinding({ fingerprint }));
const review = (sprint: 'rescue' | 'launch-hardening', ...planned: readonly string[]) => {
  const { plan, ...rest } = noGoReview();
  const blocks = [{ from: 0, to: 8, title: 'Fix', fingerprints: planned }];
  return { ...rest, findings, plan: { ...plan, sprint, blocks } };
};

it('counts what a rescue leaves for after the 48 hours', () => {
  expect(beyondSprint(review('rescue', 'a'))).toBe(
    'After the 48 hours: 2 more findings, the checks and the deployment',
  );
  expect(beyondSprint(review('rescue', 'a', 'b', 'c'))).toBe('After the 48 hours: the checks and the deployment');
});

it('is nothing where all fits', () => {
  expect(beyondSprint(review('launch-hardening', 'a', 'b', 'c'))).toBe(null);
});
