import { expect, test } from 'vitest';
import { counted, listed, placed, titled, unstopped } from './words.ts';

test('counts in words', () => {
  expect(counted(1, 'finding')).toBe('1 finding');
  expect(counted(1200, 'finding')).toBe('1,200 findings');
  expect(counted(0, 'entry', 'entries')).toBe('0 entries');
});

test('lists what it shows and counts the rest', () => {
  expect(listed([], 2)).toBe('');
  expect(listed(['a'], 2)).toBe('a');
  expect(listed(['a', 'b', 'c'], 3)).toBe('a, b and c');
  expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
  expect(listed(['a'], 2, 9)).toBe('a and 8 more');
});

test('tells the place by what is known', () => {
  expect(placed({ path: 'a.ts', line: 2, url: 'https://x.test' })).toBe('a.ts:2');
  expect(placed({ path: 'a.ts' })).toBe('a.ts');
  expect(placed({ url: 'https://x.test/', method: 'GET' })).toBe('GET https://x.test/');
  expect(placed({ host: 'x.test' })).toBe('x.test');
  expect(placed({ commit: 'a'.repeat(40) })).toBe('commit aaaaaaaaaaaa');
  expect(titled({ title: 'Bad', where: {} })).toBe('Bad');
  expect(titled({ title: 'Bad', where: { path: 'p'.repeat(9_000) } }).length).toBeLessThan(250);
});

test('takes the full stop off', () => {
  expect(unstopped('It is so. ')).toBe('It is so');
});
