import { describe, expect, test } from 'vitest';
import type { Reply, Seen } from '../accounts/test-context.ts';
import { ann, carl, trial, whoAsks } from '../answers/test-trial.ts';
import type { Probe } from '../contract/probe.ts';
import { corsNull } from './cors-null.ts';
import { corsReflected } from './cors-reflected.ts';
import { corsSuffix, lookAlikes } from './cors-suffix.ts';
import { corsWildcard } from './cors-wildcard.ts';
import { weighCors } from './judge-cors.ts';

type Rule = (origin: string) => Record<string, string>;

const withCredentials = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
});

const app =
  (rule: Rule) =>
  ({ headers, path }: Seen): Reply => {
    const who = whoAsks(headers);
    const cors = rule(headers.origin ?? '');
    if (path !== '/api/me') return { status: 404, headers: cors };
    return who === undefined
      ? { status: 401, headers: cors, json: { error: 'log in' } }
      : { headers: cors, json: { id: `id-${who}`, email: `${who}@example.com` } };
  };

const ask = async (probe: Probe, rule: Rule, actor = carl) =>
  (await trial(probe, app(rule), [['GET /api/me']], { actors: [actor], env: {} }))[0];

const RULES = {
  none: () => ({}),
  mirror: (origin: string) => (origin === '' ? {} : withCredentials(origin)),
  ending: (origin: string) => (/127\.0\.0\.1$/.test(origin) ? withCredentials(origin) : {}),
  beginning: (origin: string) => (origin.startsWith('https://127.0.0.1') ? withCredentials(origin) : {}),
  null: (origin: string) => (origin === 'null' ? withCredentials(origin) : {}),
  wild: () => ({ 'access-control-allow-origin': '*' }),
  ours: () => withCredentials('https://shop.example'),
};

describe('CORS', () => {
  test('that mirrors is one finding, and the others keep silent', async () => {
    expect(await ask(corsReflected, RULES.mirror)).toMatchObject({
      verdict: 'confirmed',
      facts: { bearerOnly: false },
    });
    for (const probe of [corsSuffix, corsNull, corsWildcard]) expect(await ask(probe, RULES.mirror)).toBeUndefined();
  });

  test('that mirrors for a token in a header is weighed as such', async () => {
    expect(await ask(corsReflected, RULES.mirror, ann)).toMatchObject({ facts: { bearerOnly: true } });
  });

  test.each(['ending', 'beginning'] as const)('by the %s of the name lets look-alikes in', async (rule) => {
    expect(await ask(corsReflected, RULES[rule])).toMatchObject({ verdict: 'refuted' });
    expect(await ask(corsSuffix, RULES[rule])).toMatchObject({ verdict: 'confirmed' });
    expect(await ask(corsNull, RULES[rule])).toMatchObject({ verdict: 'refuted' });
  });

  test('for null and for everybody', async () => {
    expect(await ask(corsNull, RULES.null)).toMatchObject({ verdict: 'confirmed' });
    expect(await ask(corsSuffix, RULES.null)).toMatchObject({ verdict: 'refuted' });
    expect(await ask(corsWildcard, RULES.wild)).toMatchObject({ verdict: 'confirmed' });
    expect(await ask(corsReflected, RULES.wild)).toMatchObject({ verdict: 'refuted' });
  });

  test.each(['none', 'ours'] as const)('of %s is refuted everywhere', async (rule) => {
    for (const probe of [corsReflected, corsSuffix, corsNull, corsWildcard])
      expect(await ask(probe, RULES[rule])).toMatchObject({ verdict: 'refuted' });
  });

  test('without a private answer is not tested', async () => {
    expect((await trial(corsReflected, () => ({ json: {} }), [], { actors: [], env: {} }))[0]).toMatchObject({
      verdict: 'not-tested',
    });
  });
});

test('SameSite holds the cookie back', () => {
  expect(weighCors({ carried: 'cookie', sameSite: 'lax' }).verdict).toBe('likely');
  expect(weighCors({ carried: 'cookie', sameSite: 'none' }).verdict).toBe('confirmed');
});

test('look-alikes are origins that others can have', () => {
  const made = lookAlikes(['https://www.shop.example', 'https://admin.shop.example']);
  expect(made).toContain('https://evilshop.example');
  expect(made).toContain('https://shop.example.evil.example');
  expect(made).toContain('https://wwwxshop.example');
  expect(made.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin)).toBe(true);
  expect(lookAlikes(['not a url'])).toEqual([]);
});
