import { expect, test } from 'vitest';
import { appendLine, bound } from './bound.ts';

test('leaves a text that fits and cuts one that does not', () => {
  expect(bound('abcd', 4)).toBe('abcd');
  expect(bound('abcde', 4)).toBe('abc…');
});

test('leaves no half of a surrogate pair', () => {
  expect(bound('ab\u{1F511}cd', 4)).toBe('ab…');
});

test('an appended line survives the cut', () => {
  const text = appendLine('x'.repeat(5_000), 'It ended.', 100);
  expect(text).toHaveLength(100);
  expect(text.endsWith('…\nIt ended.')).toBe(true);
});
