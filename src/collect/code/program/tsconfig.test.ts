import { expect, test } from 'vitest';
import { parseJsonc, readAliases } from './tsconfig.ts';

test('comments and commas at the end are left out, not those in texts', () => {
  expect(parseJsonc('\uFEFF{ // a\n "a": "/* no */ , }", /* b */ "b": [1, 2,], }')).toEqual({
    a: '/* no */ , }',
    b: [1, 2],
  });
  expect(readAliases('', '{"compilerOptions":{"baseUrl":".","paths":{"@/*":["./src/*"],}}}').paths).toEqual([
    { pattern: '@/*', targets: ['./src/*'] },
  ]);
});

test.each([
  ['comments that never end', '/*'.repeat(500_000)],
  ['texts that never end', '"\\"'.repeat(300_000)],
  ['commas and blanks', `,${' '.repeat(1_000)}`.repeat(1_000)],
])('%s are read and are nothing', (_, text) => expect(parseJsonc(text)).toBeNull());
