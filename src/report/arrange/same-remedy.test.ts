import { expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { remediesAbove, sameRemedy } from './same-remedy.ts';

it('points at the first group with the same why and fix', () => {
  const plain = { first: sampleFinding(), others: [] };
  const other = { first: sampleFinding({ why: 'Another reason.' }), others: [] };
  expect(remediesAbove([plain, other, plain, other, plain])).toEqual([null, null, 0, 1, 0]);
});

it('tells remedies apart by a single step', () => {
  expect(sameRemedy(sampleFinding(), sampleFinding({ fingerprint: 'b' }))).toBe(true);
  expect(sameRemedy(sampleFinding(), sampleFinding({ fix: { steps: ['Another step.'] } }))).toBe(false);
});
