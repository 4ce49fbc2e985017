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

it('prefers what a command settles to what only a waiver does', () => {
  const waiver = { check: 'M1', reason: 'No check.', unlock: 'Add a waiver for M1.', bar: ['M1'] } as const;
  const command = { check: 'M7', reason: 'Not run.', unlock: 'Run `npx launch-ready review`.', bar: ['M7'] } as const;
  expect(firstStep({ ...undecidedReview(), unproven: [waiver, command] })).toBe(command.unlock);
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
