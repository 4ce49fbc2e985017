import { expect, test } from 'vitest';
import { checkNames } from './check-names.ts';

test('a few are named, many of one stage are counted', () => {
  const many = Array.from({ length: 7 }, (_, index) => `boundary/check-${index}`);
  expect(checkNames(['M8', 'secrets/a', ...many])).toEqual(['M8', 'secrets/a', 'boundary (7 checks)']);
  expect(checkNames(many.slice(1))).toEqual(many.slice(1));
});
