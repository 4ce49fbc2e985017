import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPage } from './read-page.ts';

const page = (text: string) => {
  const answer = {
    ok: true as const,
    status: 200,
    headers: [['content-type', 'text/html']] as [string, string][],
    body: Buffer.from(text),
    cut: false,
    ms: 1,
  };
  return readPage('https://shop.test/', answer, answer);
};
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('inline scripts that run are told by their hash; data and files are not', () => {
  const { loads } = page(
    `<!-- <script>out()</script> --><script>a < b; "</div>"</script><SCRIPT nonce="x">c</SCRIPT >
<script src="/x.js">never</script><script type="application/json">{}</script><script> </script><script type=module>d</script>
<script><!--
old();
//--></script><style>p{}</style><p style="color:red" onclick="go()">x</p>`,
  );
  expect(loads?.scripts).toEqual([
    { hash: hash('a < b; "</div>"'), nonce: false },
    { hash: hash('c'), nonce: true },
    { hash: hash('d'), nonce: false },
    { hash: hash('<!--\nold();\n//-->'), nonce: false },
  ]);
  expect(loads).toMatchObject({ handlers: 1, inlineStyles: 2, steady: true });
});

// Before it was read in passing, the first of these took a minute.
test.each([
  ['scripts that never end', '<script>'],
  ['styles that never end', '<style>'],
  ['quotes that never end', `<script a='`],
  ['handlers without a value', '<a onabc '],
])('half a megabyte of %s is read in passing', { timeout: 5_000 }, (_, part) => {
  const { loads } = page(part.repeat(Math.ceil((512 * 1024) / part.length)));
  expect(loads?.scripts).toEqual([]);
});
