import { expect, test } from 'vitest';
import { plainText, visibleText } from './plain-text.ts';

test.each([
  ['A bowl.\nAnd a cup.', 'A bowl.\nAnd a cup.'],
  ['pay\u200Bload \u202Eabc\u2069', 'payload abc'],
  ['tags\u{E0041}\u{E0042} and\uFE0F variants', 'tags and variants'],
  ['bell\u0007 and escape\u001B[31m', 'bell and escape[31m'],
  ['![x](http://sink.invalid/?d=1)', 'x'],
  ['![](http://sink.invalid/?d=1)', '[link removed]'],
  ['See [my shop](javascript:alert(1)) now', 'See my shop) now'],
  ['Go to https://evil.invalid/a?b=c, or www.evil.invalid.', 'Go to [link removed] or [link removed]'],
  ['data:text/html;base64,AAAA', '[link removed]'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
])('%j is shown as %j', (said, shown) => {
  expect(plainText(said)).toBe(shown);
});

test('an answer ends after 1,000 characters, never within one', () => {
  expect(plainText('a'.repeat(1000))).toHaveLength(1000);
  const cut = plainText(`${'a'.repeat(998)}${'😀'.repeat(10)}`);
  expect(cut.length).toBeLessThanOrEqual(1000);
  expect(cut.endsWith('…')).toBe(true);
  expect(cut.isWellFormed()).toBe(true);
});

test('hidden text does not reach the model either', () => {
  expect(visibleText('blue\u{E0069}\u{E0067} bowl\u2066')).toBe('blue bowl');
});
