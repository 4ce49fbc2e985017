import { expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { goReview, noGoReview, undecidedReview } from '../testing/sample-review.ts';
import { firstStep } from './first-step.ts';

it('is the first step of the worst finding that must be fixed', () => {
  const waived = sampleFinding({ state: 'waived', fix: { steps: ['Accepted.'] } });
  const findings = [waived, sampleFinding({ fix: { steps: ['Rotate it.', 'Deploy.'] } })];
  expect(firstStep({ ...noGoReview(), findings })).toBe('Rotate it.');
});

it('settles what is unproven where nothing must be fixed', () => {
  expect(firstStep(undecidedReview())).toBe(undecidedReview().unproven[0]?.unlock);
  expect(firstStep({ ...undecidedReview(), unproven: [] })).toBe('Run the review again.');
});

it('deploys on GO', () => {
  expect(firstStep(goReview())).toContain('Deploy');
});

it('stops at the end of a sentence where there is one', () => {
  const findings = [sampleFinding({ fix: { steps: [`Rotate it at once. ${'word '.repeat(60)}`] } })];
  expect(firstStep({ ...noGoReview(), findings })).toBe('Rotate it at once.');
});

it('stays one short line, whatever the finding says', () => {
  const findings = [sampleFinding({ fix: { steps: [`${'word '.repeat(200)}\nsecond line`] } })];
  expect(firstStep({ ...noGoReview(), findings })).toMatch(/^(word ){40,48}/);
  expect(firstStep({ ...noGoReview(), findings })).toMatch(/^[^\n]{200,241}$/);
});
