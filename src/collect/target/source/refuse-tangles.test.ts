import { describe, expect, test } from 'vitest';
import { refuseTangles } from './refuse-tangles.ts';

const DEEP = 20_000;

describe('what would overflow the parser', () => {
  test.each([
    ['[', 'export default ' + '['.repeat(DEEP)],
    ['closers in a comment', `/*${')'.repeat(DEEP)}*/ export default ${'['.repeat(DEEP)}`],
    ['closers in a text', `export default [${`"${']'.repeat(900)}", [`.repeat(DEEP / 10)}`],
    ['minus', `export default ${'- '.repeat(DEEP)}1`],
    ['typeof', `export default ${'typeof '.repeat(DEEP)}1`],
    ['arrows', `export default ${'a=>'.repeat(DEEP)}1`],
    ['conditions', `export default ${'a?b:'.repeat(DEEP)}1`],
    ['sums', `export default 1${'+1'.repeat(DEEP)}`],
    ['members', `export default a${'.a'.repeat(DEEP)}`],
    ['indexes', `export default a${'[0]'.repeat(DEEP)}`],
    ['labels', 'a:'.repeat(DEEP)],
    ['else in a block with commas', `export default () => { ${'if(1)a,b;else '.repeat(DEEP)}; }`],
    ['types in types', `export default (a as ${'A<A,'.repeat(DEEP)}`],
    ['behind a first line', `#!'\\\nexport default ${'['.repeat(DEEP)}`],
    ['behind a comment that ends oddly', `//\u2028export default ${'['.repeat(DEEP)}`],
  ])('%s', (_, text) => {
    expect(() => refuseTangles(text, 'ts')).toThrow('the file nests too deep');
  });

  test('a slash, which could begin a pattern with quotes in it', () => {
    expect(() => refuseTangles(`export default /"/ + ${'['.repeat(DEEP)}`, 'ts')).toThrow('may not stand here');
  });

  test('the first line of JSON is no comment', () => {
    expect(() => refuseTangles(`#!${'['.repeat(DEEP)}`, 'json')).toThrow('the file nests too deep');
  });
});

test.each([
  ['a long list', `export default { a: [${'"x", '.repeat(DEEP)}] }`],
  ['many members', `{${Array.from({ length: DEEP }, (_, i) => `"k${i}": { "a": [-1, "}]", true] }`).join(',\n')}}`],
  ['a long text of brackets', `export default { a: '${'['.repeat(DEEP)}', b: \`${'{\n'.repeat(DEEP)}\` }`],
  ['a long comment', `// ${'['.repeat(DEEP)}\n/* ${'('.repeat(DEEP)} */ export default {}`],
  ['imports and types', `${"import type { A } from 'a';\n".repeat(50)}export default defineConfig({} satisfies A);`],
])('%s is let through', (_, text) => {
  expect(() => refuseTangles(text, 'ts')).not.toThrow();
});
