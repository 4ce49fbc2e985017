import { expect, test } from 'vitest';
import { policiesOf } from './policies.ts';

const judged = (policy: string) => policiesOf([['content-security-policy', policy]], []);

const SOURCES = [
  'https://[',
  'https://*.',
  '*.',
  'http://a:PORT',
  'a:99999',
  'a%b',
  '1.2.3.4.5',
  '[::1]:443',
  'https:///',
  '//',
  "'nonce-'",
  '__proto__',
  'é.com',
  '\u0000',
  'https://ajax.googleapis.com/%zz',
  '*.google.com',
];
const NAMES = ['script-src', 'default-src', 'object-src', 'constructor', '__proto__', 'toString', ''];

// The evaluator throws at addresses that are none; so did the look at every page of a host that sent one.
test.each(NAMES)('no source of %s is too odd to be judged', (name) => {
  for (const a of SOURCES)
    for (const b of SOURCES) expect(judged(`${name} ${a} ${b}; object-src ${b}`)).toHaveLength(1);
});

test('what browsers do not read opens nothing, and closes nothing', () => {
  const [odd, plain] = [judged("script-src https://[ 'unsafe-inline'"), judged("script-src 'unsafe-inline'")];
  expect(odd[0]?.holes).toEqual(plain[0]?.holes);
  expect(odd[0]?.holes.length).toBeGreaterThan(0);
});

test('a directive with typographic quotes is none, so that nothing stops foreign scripts', () => {
  const [policy] = judged("script-src ‘self’; object-src 'none'; base-uri 'none'");
  expect(policy?.holes.join(' ')).toContain('script-src');
});
