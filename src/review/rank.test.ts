import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { rank, RANK_RULE } from './rank.ts';
import { findingOf } from './testing/literals.ts';

const order: readonly Partial<Finding>[] = [
  { severity: 'blocker' },
  { bar: ['M2', 'M7'] },
  { bar: ['M2'], effort: 'minutes' },
  { bar: ['M2'], effort: 'days' },
  { bar: ['M7'] },
  { mustFix: false, bar: [] },
  { mustFix: false, severity: 'medium', check: 'a/a', bar: [] },
  { mustFix: false, severity: 'medium', check: 'a/b', where: { path: 'a' }, bar: [] },
  { mustFix: false, severity: 'medium', check: 'a/b', where: { path: 'b', line: 2 }, bar: [] },
  { mustFix: false, severity: 'medium', check: 'a/b', where: { path: 'b', line: 10 }, bar: [] },
  { severity: 'blocker', state: 'waived' },
];

test('ranks by the rule, from any order', () => {
  const findings = order.map((over, index) =>
    findingOf({ ...over, fingerprint: index.toString(16).padStart(16, '0') }),
  );
  expect(rank(findings.toReversed())).toEqual(findings);
  expect(rank([...findings.slice(5), ...findings.slice(0, 5)])).toEqual(findings);
});

test('the rule is one sentence', () => {
  expect(RANK_RULE.match(/\./g)).toHaveLength(1);
});
