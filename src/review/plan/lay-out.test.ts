import { expect, test } from 'vitest';
import { layOut } from './lay-out.ts';

const piece = (phase: string, hours: number, fingerprint: string | null = null, whole = false) => ({
  phase,
  hours,
  fingerprint,
  whole,
});
const brief = (...args: Parameters<typeof layOut>) =>
  layOut(...args).map((block) => [block.from, block.to, block.title, block.fingerprints.join()]);

test('puts pieces in order and joins those of one phase', () => {
  expect(brief([piece('Fix', 1, 'a'), piece('Fix', 2, 'b'), piece('Check', 1)], 8)).toEqual([
    [0, 3, 'Fix', 'a,b'],
    [3, 4, 'Check', ''],
  ]);
});

test('leaves the night free and goes on in the morning with what was begun', () => {
  expect(brief([piece('Fix', 6, 'a'), piece('Fix', 6, 'b')], 8)).toEqual([
    [0, 8, 'Fix', 'a,b'],
    [24, 28, 'Fix (continued)', 'b'],
  ]);
});

test('does not begin before the night what must not be split', () => {
  expect(brief([piece('Fix', 7, 'a'), piece('Deploy', 2, null, true)], 8)).toEqual([
    [0, 7, 'Fix', 'a'],
    [24, 26, 'Deploy', ''],
  ]);
});

test('splits it all the same when no day is long enough, and stops after the second day', () => {
  expect(brief([piece('Deploy', 2, null, true)], 1.5)).toEqual([
    [0, 1.5, 'Deploy', ''],
    [24, 24.5, 'Deploy (continued)', ''],
  ]);
  expect(layOut([piece('Fix', 100, 'a')], 8).at(-1)?.to).toBe(32);
  expect(layOut([piece('Fix', 1, 'a')], 0)).toEqual([]);
});

test('never runs past hour 48', () => {
  expect(brief([piece('Fix', 500, 'a')], 24)).toEqual([
    [0, 24, 'Fix', 'a'],
    [24, 48, 'Fix (continued)', 'a'],
  ]);
  expect(layOut([piece('Fix', 500, 'a')], 900).at(-1)?.to).toBe(48);
});
