import { expect, it } from 'vitest';
import { asciiText, terminalText } from './terminal.ts';

it('keeps a terminal from acting on text', () => {
  expect(terminalText('\u001b]0;owned\u0007\u001b[2J')).toBe('\\x1b]0;owned\\x07\\x1b[2J');
});

it('writes typography plainly and spells out the rest', () => {
  expect(asciiText('2 × 40 – “done”… 日')).toBe('2 x 40 - "done"... \\u{65e5}');
});
