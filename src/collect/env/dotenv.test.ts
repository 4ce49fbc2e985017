import { expect, test } from 'vitest';
import { parseDotenv } from './dotenv.ts';

const values = (text: string): Record<string, string> =>
  Object.fromEntries(parseDotenv(text).entries.map(({ name, value }) => [name, value]));

test.each([
  ['A=1', { A: '1' }],
  ['export A=1', { A: '1' }],
  ['A = b c  ', { A: 'b c' }],
  ['A=', { A: '' }],
  ['A="b c" # note', { A: 'b c' }],
  ["A='b # c'", { A: 'b # c' }],
  ['A=`b "c" \'d\'`', { A: 'b "c" \'d\'' }],
  ['A=b#c', { A: 'b#c' }],
  ['A=b #c', { A: 'b' }],
  ['A="b\\nc"', { A: 'b\nc' }],
  ["A='b\\nc'", { A: 'b\\nc' }],
  ['A="b\nc"\nD=e', { A: 'b\nc', D: 'e' }],
  ['A="b \\"c\\" d"', { A: 'b "c" d' }],
  ['A="open\nB=2', { A: '"open', B: '2' }],
  ['\uFEFFA=1\r\nB=2\r\n', { A: '1', B: '2' }],
  ['A=b=c==', { A: 'b=c==' }],
  ['a.b-c=1', { 'a.b-c': '1' }],
])('%j', (text, expected) => expect(values(text)).toEqual(expected));

test('lines count through values of several lines', () => {
  const { entries } = parseDotenv('# head\n\nKEY="one\ntwo\nthree"\nNEXT=1\n');
  expect(entries.map(({ name, line }) => [name, line])).toEqual([
    ['KEY', 3],
    ['NEXT', 6],
  ]);
});

test('the comment above or beside belongs to the variable, one further up does not', () => {
  const { entries } = parseDotenv('# Section\n\n# Where to find it\n# in two lines\nA=1 # beside\nB=2\n');
  expect(entries.map(({ comment }) => comment)).toEqual(['Where to find it in two lines beside', undefined]);
});

test('what is no assignment is told by its line', () => {
  expect(parseDotenv('A=1\nhello world\n{"a": 1}\nexport B\n').malformed).toEqual([2, 3]);
});

test('a long hostile file is bounded', () => {
  expect(parseDotenv('A="\n'.repeat(20_000)).entries.length).toBeLessThanOrEqual(2000);
});
