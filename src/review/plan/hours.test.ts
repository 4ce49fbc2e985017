import { expect, test } from 'vitest';
import { findingOf } from '../testing/literals.ts';
import { hoursOf, totalHours } from './hours.ts';

const at = (fingerprint: string, path: string | undefined, effort: 'minutes' | 'hours', check = 'a/a') =>
  findingOf({ fingerprint, check, effort, where: path === undefined ? {} : { path } });

test('findings of one check in one file: the longest in full, the others by half', () => {
  const hours = hoursOf([at('1', 'a', 'minutes'), at('2', 'a', 'hours'), at('3', 'a', 'hours')]);
  expect(Object.fromEntries(hours)).toEqual({ 1: 0.125, 2: 3, 3: 1.5 });
});

test('another file, another check, and findings without a file count in full', () => {
  expect(totalHours([at('1', 'a', 'hours'), at('2', 'b', 'hours'), at('3', 'a', 'hours', 'a/b')])).toBe(9);
  expect(totalHours([at('1', undefined, 'hours'), at('2', undefined, 'hours')])).toBe(6);
  expect(totalHours([])).toBe(0);
});
