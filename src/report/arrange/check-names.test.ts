import { expect, test } from 'vitest';
import { checkNames, countedChecks, onlyNames } from './check-names.ts';

const many = Array.from({ length: 7 }, (_, index) => `boundary/check-${index}`);

test('a few are named, many of one stage are counted', () => {
  expect(checkNames(['M8', 'secrets/a', ...many])).toEqual(['M8', 'secrets/a', '7 checks of the boundary stage']);
  expect(checkNames(many.slice(1))).toEqual(many.slice(1));
});

test('what is counted can still be listed, and chosen by a command', () => {
  expect(countedChecks(['M8', ...many])).toEqual(many);
  expect(countedChecks(many.slice(1))).toEqual([]);
  expect(onlyNames(['secrets/a', ...many])).toBe('secrets/a,boundary');
});
