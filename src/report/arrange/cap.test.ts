import { expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { capFindings, countIn, MOST_LINES } from './cap.ts';

const named = (name: string) => sampleFinding({ fingerprint: name });
const groups = [
  { first: named('a'), others: [named('b'), named('c')] },
  { first: named('d'), others: [] },
];

it('leaves what fits as it is', () => {
  expect(capFindings(groups, 4)).toEqual({ full: groups, lines: [], left: 0 });
  expect(countIn(groups)).toBe(4);
});

it('cuts a group in two at the border and loses none', () => {
  const { full, lines } = capFindings(groups, 2);
  expect(full).toEqual([{ first: named('a'), others: [named('b')] }]);
  expect(lines.map((one) => one.fingerprint)).toEqual(['c', 'd']);
  expect(capFindings(groups, 0).lines).toHaveLength(4);
});

it('counts what does not even get a line', () => {
  const many = Array.from({ length: MOST_LINES + 5 }, (_, index) => ({ first: named(String(index)), others: [] }));
  const { lines, left } = capFindings(many, 2);
  expect([lines.length, left]).toEqual([MOST_LINES, 3]);
});
