import { expect, test } from 'vitest';
import { barOf, findingOf } from '../testing/literals.ts';
import { decide, mustFix, POLICY_RULE, POLICY_VERSION } from './policy.ts';

test('blockers, and high severity that concerns the bar, must be fixed now', () => {
  expect(mustFix({ severity: 'blocker', bar: [] })).toBe(true);
  expect(mustFix({ severity: 'high', bar: ['M2'] })).toBe(true);
  expect(mustFix({ severity: 'high', bar: [] })).toBe(false);
  expect(mustFix({ severity: 'medium', bar: ['M2'] })).toBe(false);
});

test('decides by open must-fix findings first, then by what is unproven', () => {
  const held = Object.values(barOf('held'));
  const unproven = Object.values(barOf('held', { M8: 'unproven' }));
  expect(decide([], held)).toBe('GO');
  expect(decide([findingOf({ mustFix: false })], held)).toBe('GO');
  expect(decide([], unproven)).toBe('UNDECIDED');
  expect(decide([findingOf()], unproven)).toBe('NO-GO');
  expect(decide([findingOf({ state: 'waived' })], held)).toBe('GO');
  expect(decide([findingOf({ state: 'waived' })], unproven)).toBe('UNDECIDED');
});

test('the rule names all three answers and its version is a number', () => {
  expect(POLICY_RULE).toMatch(/NO-GO.*UNDECIDED.*GO\.$/);
  expect(POLICY_VERSION).toMatch(/^\d+$/);
});
