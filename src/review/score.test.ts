import { expect, test } from 'vitest';
import { score } from './score.ts';
import { barOf, findingOf } from './testing/literals.ts';

const of = (severity: 'blocker' | 'high' | 'medium' | 'low' | 'info', state: 'new' | 'waived' = 'new') =>
  findingOf({ severity, state });

test('risk adds the weights of open findings and prints the sum', () => {
  const findings = [of('blocker'), of('medium'), of('medium'), of('low'), of('info'), of('high', 'waived')];
  expect(score(findings, barOf('held')).risk).toEqual({
    value: 49,
    sum: '1 blocker × 40 + 2 medium × 4 + 1 low × 1 + 1 info × 0 = 49',
  });
  expect(score([], barOf('held')).risk).toEqual({ value: 0, sum: 'no open findings = 0' });
});

test('risk is capped, its sum is not', () => {
  expect(score([of('blocker'), of('blocker'), of('blocker')], barOf('held')).risk).toEqual({
    value: 100,
    sum: '3 blockers × 40 = 120, counted as 100, the highest risk',
  });
});

test('readiness adds the points held, waived ones by half', () => {
  expect(score([], barOf('unproven', { M2: 'held', M7: 'held' })).readiness).toEqual({
    value: 19,
    sum: 'M2 12 + M7 7 = 19 of 100',
  });
  expect(score([], barOf('broken', { M2: 'held', M8: 'waived' })).readiness).toEqual({
    value: 15.5,
    sum: 'M2 12 + M8 3.5 (waived, half) = 15.5 of 100',
  });
  expect(score([], barOf('unproven')).readiness).toEqual({ value: 0, sum: 'no bar item held = 0 of 100' });
  expect(score([], barOf('held')).readiness.value).toBe(100);
});
