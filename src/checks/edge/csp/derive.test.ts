import { expect, test } from 'vitest';
import type { PageLoads, WebPage } from '../../../model/evidence/edge/web.ts';
import { derivePolicy } from './derive.ts';

const LOADS: PageLoads = { sources: [], scripts: [], handlers: 0, inlineStyles: 0, steady: true };

const page = (loads: Partial<PageLoads>): WebPage => ({
  url: 'https://shop.example/',
  status: 200,
  type: 'text/html',
  headers: [],
  again: [],
  title: 'Shop',
  metaCsp: [],
  policies: [],
  mixed: [],
  passwordForms: [],
  digest: 'aa',
  loads: { ...LOADS, ...loads },
});

const directive = (pages: readonly WebPage[], name: string): string | undefined =>
  derivePolicy(pages)
    ?.text.split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);

test('a page that loads from itself alone gets a policy of itself alone', () => {
  expect(derivePolicy([page({})])).toEqual({
    text: "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; upgrade-insecure-requests",
    before: [],
    services: [],
  });
});

test('inline scripts that stay the same are named by hashes; those that change ask for a nonce; never unsafe-inline', () => {
  const scripts = [{ hash: "'sha256-AAAA='", nonce: false }];
  expect(directive([page({ scripts })], 'script-src')).toBe("'self' 'sha256-AAAA='");
  for (const pages of [
    [page({ scripts, steady: false })],
    [page({ scripts: [{ hash: "'sha256-AAAA='", nonce: true }] })],
  ]) {
    expect(directive(pages, 'script-src')).toBe("'nonce-{new in each answer}' 'strict-dynamic' https: 'self'");
    expect(derivePolicy(pages)?.before.join(' ')).toContain('nonce');
    expect(directive(pages, 'script-src')).not.toContain('unsafe-inline');
  }
});

test('what a known service needs once it runs is added', () => {
  const stripe = page({ sources: [{ kind: 'script', source: 'https://js.stripe.com' }] });
  expect(directive([stripe], 'frame-src')).toBe(
    'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
  );
  expect(directive([stripe], 'connect-src')).toBe("'self' https://api.stripe.com");
  expect(directive([stripe], 'form-action')).toBe("'self' https://checkout.stripe.com");
  expect(derivePolicy([stripe])?.services).toEqual(['Stripe']);
});

test('a page cannot write into the policy that is derived from it', () => {
  const hostile = page({
    sources: [
      { kind: 'img', source: "https://a.example; script-src 'unsafe-inline'" },
      { kind: 'script', source: 'https://b.example,evil' },
      { kind: 'style', source: 'https://c.example' },
    ],
  });
  expect(derivePolicy([hostile])?.text).not.toMatch(/unsafe-inline|evil|a\.example/);
  expect(directive([hostile], 'style-src')).toBe("'self' https://c.example");
});

test('handlers in attributes are named as work to do', () => {
  expect(derivePolicy([page({ handlers: 3 })])?.before).toEqual([
    '3 elements run code of an on…= attribute, which no sound policy allows: register it in a script with addEventListener.',
  ]);
});

test('where no page showed what it loads there is nothing to derive', () => {
  const { loads: _, ...bare } = page({});
  expect(derivePolicy([bare])).toBeUndefined();
});
