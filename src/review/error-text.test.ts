import { expect, test } from 'vitest';
import { errorText } from './error-text.ts';

test('tells name and message, bounded', () => {
  expect(errorText(new TypeError('no'))).toBe('TypeError: no');
  expect(errorText('plain')).toBe('plain');
  expect(errorText(new Error('x'.repeat(5_000)))).toHaveLength(1_000);
});

test('takes whatever was thrown', () => {
  expect(errorText(Object.create(null))).toBe('a thrown object');
  expect(errorText(undefined)).toBe('a thrown undefined');
  expect(errorText(Symbol('s'))).toBe('a thrown symbol');
});
