import { expect, test } from 'vitest';
import { countAll } from './counts.ts';
import { checkOf, findingOf, runsOf } from './testing/literals.ts';

test('counts add up', () => {
  const findings = [
    findingOf({ severity: 'blocker' }),
    findingOf(),
    findingOf({ severity: 'low', mustFix: false }),
    findingOf({ state: 'waived' }),
  ];
  const crash = () => {
    throw new Error('bug');
  };
  const runs = runsOf(checkOf(), checkOf(), checkOf({}, 'not-applicable'), checkOf({ evaluate: crash }));
  expect(countAll(findings, [{ check: 'M8', reason: '', unlock: '', bar: ['M8'] }], runs)).toEqual({
    findings: 4,
    mustFix: 2,
    canWait: 1,
    waived: 1,
    unproven: 1,
    passed: 2,
    notApplicable: 1,
    crashed: 1,
    bySeverity: { blocker: 1, high: 1, medium: 0, low: 1, info: 0 },
  });
});
