import { expect, test } from 'vitest';
import { readMarkup } from '../markup.ts';
import { blockedIn } from './blocked.ts';

// What browsers stop is compared with a browser in src/csp.test.ts; here stands what no event tells.

const blocked = (policy: string, markup: string, page = 'https://shop.test/a/b') =>
  blockedIn(readMarkup(markup), [policy], page).map(({ what }) => what);

test.each<[string, string, string, string[]]>([
  ['a form to elsewhere', "form-action 'self'", '<form action="https://pay.test/x">', ['https://pay.test/x']],
  ['a form to the page itself', "form-action 'self'", '<form><form action="">', []],
  ['forms fall under no other directive', "default-src 'none'", '<form action="https://pay.test/x">', []],
  [
    'what is lifted to HTTPS',
    "script-src 'self'; upgrade-insecure-requests",
    '<script src="http://shop.test/a.js"></script>',
    [],
  ],
  ['mixed content, which is told elsewhere', "script-src 'self'", '<script src="http://cdn.test/a.js"></script>', []],
  [
    'a relative address',
    'script-src https://shop.test/a/',
    '<script src="c.js"></script><script src="../c.js"></script>',
    ['https://shop.test/c.js'],
  ],
  [
    'a base that is not let in',
    "base-uri 'none'; script-src 'self'",
    '<base href="https://cdn.test/"><script src="c.js"></script>',
    [],
  ],
  [
    'a policy in the body, which is none',
    '',
    '<body><meta http-equiv="Content-Security-Policy" content="script-src \'none\'"><script>a</script>',
    [],
  ],
  [
    'a script of another encoding, whose digest is not known',
    "script-src 'sha256-AAAA'",
    '<script>a("\uFFFD")</script>',
    [],
  ],
  [
    'rules for speculation, which nobody misses',
    "script-src 'self'",
    '<script type="speculationrules">{}</script>',
    [],
  ],
  [
    'a picture of which a browser chooses another size',
    "img-src 'self'",
    '<img srcset="/a.png 1x" src="https://cdn.test/a.png">',
    [],
  ],
  ['words that are no policy', 'nonsense', '<script>a</script>', []],
  ['a source that no browser reads', "script-src https://[ 'self'", '<script src="/a.js"></script>', []],
])('%s', (_, policy, markup, expected) => {
  expect(blocked(policy, markup)).toEqual(expected);
});

test('by HTTP alone a page may load itself by either', () => {
  const markup = '<script src="http://shop.test/a.js"></script><script src="https://shop.test/a.js"></script>';
  expect(blocked("script-src 'self'", markup, 'http://shop.test/')).toEqual([]);
});

test('a hostile page and policy are bounded', { timeout: 10_000 }, () => {
  const sources = Array.from({ length: 900 }, (_, at) => `h${at}.x`).join(' ');
  const found = blockedIn(
    readMarkup('<b onclick=a style=b>'.repeat(24_000)),
    Array.from({ length: 40 }, () => `default-src 'unsafe-hashes' 'sha256-AAAA' ${sources}`),
    'https://shop.test/',
  );
  expect(found).toHaveLength(20);
  expect(Math.max(...found.map(({ rule }) => rule.length))).toBeLessThanOrEqual(300);
});

test('what counts is told beside much that does not', () => {
  const found = blocked(
    "script-src 'self'; style-src 'self'",
    '<b style=a:b>'.repeat(200) + '<script src="//cdn.test/a.js"></script>',
  );
  expect([found.length, found.at(-1)]).toEqual([11, 'https://cdn.test/a.js']);
});
