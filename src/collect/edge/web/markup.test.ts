import { expect, test } from 'vitest';
import { handlersOf, readMarkup } from './markup.ts';

const tagsOf = (text: string): [string, Record<string, string>][] =>
  readMarkup(text).tags.map(({ tag, attributes }) => [tag, Object.fromEntries(attributes)]);

test.each<[string, string, [string, Record<string, string>][]]>([
  ['quoted, bare and empty values', `<script SRC='a.js' defer crossorigin nonce=x1>`, []],
  [
    'the same, closed',
    `<script SRC='a.js' defer crossorigin nonce=x1></script>`,
    [['script', { src: 'a.js', defer: '', crossorigin: '', nonce: 'x1' }]],
  ],
  ['the first of two', '<img src=a src=b>', [['img', { src: 'a' }]]],
  ['spaces and line ends', '<img\n src \t=\r\n "a b" / alt>', [['img', { src: 'a b', alt: '' }]]],
  [
    'a quote within a value without quotes',
    `<img src=it's><img src=b>`,
    [
      ['img', { src: "it's" }],
      ['img', { src: 'b' }],
    ],
  ],
  ['a sign within quotes', '<img alt="a > b" src=c>', [['img', { alt: 'a > b', src: 'c' }]]],
  ['entities', '<img src="/a?b=1&amp;c=2">', [['img', { src: '/a?b=1&c=2' }]]],
  [
    'letters that grow in lower case',
    'İİİ<script src=a></script><img src=b>',
    [
      ['script', { src: 'a' }],
      ['img', { src: 'b' }],
    ],
  ],
  ['other names that begin alike', '<imgx src=a><scripts src=b>', []],
  [
    'any element with code or style in it',
    '<b onclick=go()><i style="a:b"><u>',
    [
      ['b', { onclick: 'go()' }],
      ['i', { style: 'a:b' }],
    ],
  ],
])('%s', (_, text, expected) => {
  expect(tagsOf(text)).toEqual(expected);
});

test.each([
  ['a comment', '<!-- <img src=a> -->'],
  ['a comment that ends otherwise', '<!-- <img src=a> --!>'],
  ['a text to edit', '<textarea><img src=a></textarea>'],
  ['what browsers without scripts show', '<noscript><img src=a></noscript>'],
  ['a template', '<template><img src=a></template>'],
  ['a comment without an end', '<img src=b><!-- <img src=a>'],
  ['a tag without an end', '<img src=b><img src=a'],
])('what stands in %s is no markup', (_, text) => {
  expect(tagsOf(`${text}<img src=b>`).map(([, { src }]) => src)).not.toContain('a');
  expect(readMarkup(text).outside).not.toContain('src=a');
});

test('empty comments hide nothing', () => {
  expect(tagsOf('<!--><img src=a><!---><img src=b>')).toHaveLength(2);
});

test('a script ends where a browser ends it', () => {
  const { tags, outside } = readMarkup(`<script>"<img src=a></scripture>" + 1</SCRIPT >x<style>p{}</style>`);
  expect(tags.map(({ content }) => content)).toEqual(['"<img src=a></scripture>" + 1', 'p{}']);
  expect(outside).toBe('<script></SCRIPT >x<style></style>');
});

test('code in attributes is told by its name', () => {
  const [tag] = readMarkup('<b onclick=a ONLOAD=b on=c once-more=d onion=e>').tags;
  expect(handlersOf(tag!.attributes)).toEqual(['onclick', 'onload', 'onion']);
});
