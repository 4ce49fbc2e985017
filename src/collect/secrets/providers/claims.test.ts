import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Provider } from '../define-provider.ts';
import { Detector } from '../detector.ts';
import { expandSample } from '../samples.ts';
import { PROVIDERS } from './registry.generated.ts';

const detector = new Detector(PROVIDERS);
const files = globSync('*/*.ts', { cwd: import.meta.dirname, exclude: ['**/*.test.ts'] }).toSorted((a, b) =>
  a.localeCompare(b),
);
const providers = await Promise.all(
  files.map(async (file) => ((await import(`./${file}`)) as { default: Provider }).default),
);

describe('every sample, read by all rules together, is', () => {
  for (const provider of providers) {
    test(`of ${provider.id}`, () => {
      const lost: string[] = [];
      for (const rule of provider.rules) {
        for (const template of rule.samples.yes) {
          const text = expandSample(template);
          const { hits } = detector.scan(Buffer.from(text, 'latin1'));
          if (hits.some((hit) => hit.rule === rule.id)) continue;
          lost.push(`${rule.id} to ${hits.map((hit) => hit.rule).join(', ') || 'nobody'}: ${text}`);
        }
      }
      expect(lost).toEqual([]);
    });
  }
});

describe('where two rules claim one place', () => {
  const providersIn = (template: string): string[] =>
    detector.scan(Buffer.from(expandSample(template), 'latin1')).hits.map((hit) => `${hit.provider} ${hit.verdict}`);

  test.each([
    ['the secret outranks the public', 'GEMINI_API_KEY=AIza{base64url:35}', ['google-gemini secret']],
    ['the public stays where nothing says secret', 'FIREBASE_WEB_KEY=AIza{base64url:35}', ['google-cloud public']],
    ['the rule that saw the name wins', 'UPLOADTHING_SECRET=sk_live_{hex:64}', ['uploadthing secret']],
    ['without the name the prefix decides', 'KEY=sk_live_{hex:64}', ['stripe secret']],
    ['the name decides between two prefixes', 'CLERK_SECRET_KEY=sk_live_{alnum:50}', ['clerk secret']],
    [
      'a PlanetScale password in an address is PlanetScale’s',
      "DATABASE_URL='mysql://{lower:20}:pscale_pw_{alnum:43}@aws.connect.psdb.cloud/shop?sslaccept=strict'",
      ['planetscale secret'],
    ],
    [
      'an Aiven password in an address is Aiven’s',
      'DATABASE_URL=postgres://avnadmin:AVNS_{alnum:19}@pg-1.a.aivencloud.com:13001/defaultdb',
      ['aiven secret'],
    ],
    [
      'a Neon password in an address is Neon’s',
      'DATABASE_URL=postgresql://shop:npg_{alnum:11}4@ep-a-1.eu-central-1.aws.neon.tech/shop',
      ['neon secret'],
    ],
    [
      'a token that names nobody is of the name it is given to',
      `MONDAY_API_TOKEN={jwt:{"tid":412345678,"aai":11,"uid":12345678,"iad":"2024-01-01T00:00:00.000Z","per":"me:write"}}`,
      ['monday secret'],
    ],
  ] as const)('%s', (_, template, winners) => expect(providersIn(template)).toEqual(winners));
});

test('a provider’s password in an address keeps what the address says', () => {
  const text = expandSample('postgresql://shop:npg_{alnum:11}4@ep-a-1.eu-central-1.aws.neon.tech/shop');
  expect(detector.scan(Buffer.from(text)).hits).toMatchObject([
    { rule: 'neon-database-password', facts: { host: 'ep-a-1.eu-central-1.aws.neon.tech', user: 'shop' } },
  ]);
});

test.each([
  'SG.{base64url:22}.{base64url:43}',
  're_{alnum:8}_{alnum:24}',
  'key-{hex:32}',
  'BSA{alnum:28}',
  'fc-{hex:32}',
])('%s is found as the first thing of a text', (template) => {
  const value = expandSample(template);
  expect(detector.scan(Buffer.from(value)).hits.map((hit) => [hit.start, hit.value])).toEqual([[0, value]]);
});
