import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { plural, printable, shellWord } from './text.ts';

const HOSTILE = [
  'it\'s $(id) `id` "x"',
  'a b;rm -rf *',
  'line\nbreak',
  '\u001b[2J\u0007',
  'ünï→cödé',
  '\u202etxt.exe',
  "\\'\n'",
  '--flag',
  '!history',
];

test.each(HOSTILE)('bash reads %j back as one word', (text) => {
  const word = shellWord(text);
  expect(execFileSync('bash', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(text);
  expect(word).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('plain paths stay plain', () => {
  expect(shellWord('src/lib/pay.ts')).toBe('src/lib/pay.ts');
});

test('names cannot break lines, move the cursor or turn text around', () => {
  expect(printable('a\nb\u001b[31m\u202ec')).toBe('a\\u{a}b\\u{1b}[31m\\u{202e}c');
});

test('names are bounded', () => {
  expect(printable('x'.repeat(10_000))).toHaveLength(301);
});

test('numbers agree with their noun', () => {
  expect([plural(1, 'place'), plural(1200, 'place'), plural(2, 'more', 'more')]).toEqual([
    '1 place',
    '1,200 places',
    '2 more',
  ]);
});
