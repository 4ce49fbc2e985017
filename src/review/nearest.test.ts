import { expect, test } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

test('counts edits', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('same', 'same')).toBe(0);
});

test('offers a mistyped name, nearest first, and at most three', () => {
  const names = ['secrets/client-bundle', 'secrets/git-history', 'secrets/git-hooks', 'edge/tls'];
  expect(nearest('secrets/git-histroy', names)[0]).toBe('secrets/git-history');
  expect(nearest('bundle', names)).toEqual(['secrets/client-bundle']);
  expect(nearest('secrets', [...names, 'secrets/x', 'secrets/y'])).toHaveLength(3);
});

test('offers nothing when nothing is near, and takes endless names', () => {
  expect(nearest('payment', ['edge/tls'])).toEqual([]);
  expect(nearest('z'.repeat(100_000), ['edge/tls'])).toEqual([]);
});
