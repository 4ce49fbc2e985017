import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SUITES } from '../../net/tls/suites.ts';
import type { EdgeTls, TlsCertificate } from '../../model/evidence/edge/tls.ts';
import { gradeTls } from './tls-grade.ts';

const CERTIFICATE: TlsCertificate = {
  subject: 'CN=shop.example',
  issuer: "O=Let's Encrypt",
  names: ['shop.example'],
  matches: true,
  notBefore: '2026-11-06T00:00:00.000Z',
  notAfter: '2027-02-04T00:00:00.000Z',
  left: 0.8,
  daysLeft: 70,
  begun: true,
  key: { type: 'ec', bits: 256 },
  mustStaple: false,
  fingerprint: 'aa',
};

const suite = (name: string, ...flaws: EdgeTls['versions'][number]['suites'][number]['flaws']) => ({ name, flaws });
const MODERN = { version: 'TLS 1.3', suites: [suite('TLS_AES_128_GCM_SHA256')] };
const SOUND = { version: 'TLS 1.2', suites: [suite('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256')] };

const host = (change: Partial<EdgeTls> = {}): EdgeTls => ({
  host: 'shop.example',
  purpose: 'apex',
  at: '192.0.2.1:443',
  outcome: 'spoken',
  plain: true,
  versions: [SOUND, MODERN],
  unsettled: [],
  groups: ['x25519'],
  alpn: ['h2'],
  compression: false,
  stapled: false,
  certificate: CERTIFICATE,
  sent: 2,
  hsts: ['max-age=63072000'],
  plainHsts: [],
  ...change,
});

test('what Mozilla’s guideline asks for has full marks, and says until when', () => {
  expect(gradeTls(host())).toEqual({
    level: 'intermediate',
    points: 100,
    steps: [],
    versions: 'TLS 1.2 and 1.3',
    until: '2027-02-04',
  });
  expect(gradeTls(host({ versions: [MODERN] }))?.level).toBe('modern');
});

test.each<[string, Partial<EdgeTls>, number, string[]]>([
  [
    'versions of old',
    { versions: [{ version: 'TLS 1.0', suites: [] }, { version: 'TLS 1.1', suites: [] }, SOUND] },
    60,
    ['TLS 1.0 is spoken', 'TLS 1.1 is spoken', 'TLS 1.3 is not spoken'],
  ],
  [
    'weak suites',
    {
      versions: [
        { ...SOUND, suites: [...SOUND.suites, suite('TLS_RSA_WITH_RC4_128_SHA', 'broken', 'no-forward-secrecy')] },
        MODERN,
      ],
    },
    30,
    ['RC4, RC2 or DES', 'suites without forward secrecy'],
  ],
  [
    'a suite that is sound, and not of the six',
    { versions: [{ ...SOUND, suites: [...SOUND.suites, suite('TLS_DHE_RSA_WITH_AES_128_GCM_SHA256')] }, MODERN] },
    97,
    ['suites beside the six of the guideline'],
  ],
  ['a short promise', { hsts: ['max-age=31536000'] }, 95, ['Strict-Transport-Security for 365 days, less than 730']],
  ['no promise', { hsts: [] }, 90, ['no Strict-Transport-Security']],
  ['no answer: nothing is said about the header', { hsts: null }, 100, []],
  [
    'a long certificate with a short key',
    { certificate: { ...CERTIFICATE, notAfter: '2028-11-06T00:00:00.000Z', key: { type: 'rsa', bits: 1024 } } },
    55,
    ['an RSA key of 1024 bits', 'a certificate for 731 days, more than 366'],
  ],
])('%s', (_, change, points, why) => {
  const grade = gradeTls(host(change));
  expect([grade?.points, grade?.steps.map((step) => step.why)]).toEqual([points, why]);
  expect(grade?.points).toBe(100 - (grade?.steps ?? []).reduce((sum, { takes }) => sum + takes, 0));
});

test.each<[string, Partial<EdgeTls>]>([
  ['the certificate has ended', { certificate: { ...CERTIFICATE, left: -0.1 } }],
  ['the certificate is for another name', { certificate: { ...CERTIFICATE, matches: false } }],
  ['browsers do not trust the certificate', { problem: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
  ['no browser of today speaks what it speaks', { versions: [{ version: 'TLS 1.0', suites: [] }] }],
])('nobody gets in without a warning: %s', (why, change) => {
  expect(gradeTls(host(change))).toMatchObject({ level: 'broken', points: 0, steps: [{ takes: 100, why }] });
});

test('who does not speak TLS has no grade', () => {
  expect(gradeTls(host({ outcome: 'silent', versions: [] }))).toBeNull();
});

/** Mozilla's own table, which lies beside the checkout or above it. */
const GUIDELINE = ['../', '../../']
  .map((up) => new URL(`../../../${up}shared/conformance/mozilla-tls-6.0.json`, import.meta.url))
  .find((url) => existsSync(url));

interface Configuration {
  ciphers: readonly string[];
  ciphersuites: readonly string[];
  hsts_min_age: number;
  maximum_certificate_lifespan: number;
}

test.skipIf(GUIDELINE === undefined)('the guideline is the one that Mozilla publishes', () => {
  const { configurations } = JSON.parse(readFileSync(GUIDELINE!, 'utf8')) as {
    configurations: Record<'modern' | 'intermediate', Configuration>;
  };
  /** `ECDHE-RSA-AES128-GCM-SHA256` as the registry calls it. */
  const registered = (name: string): string => {
    const [, key = '', cipher = ''] = /^ECDHE-(RSA|ECDSA)-(.+)$/.exec(name) ?? [];
    const plain = cipher
      .replace(/^AES(\d+)-GCM/, 'AES_$1_GCM')
      .replace('CHACHA20-POLY1305', 'CHACHA20_POLY1305_SHA256')
      .replace('-SHA', '_SHA');
    return `TLS_ECDHE_${key}_WITH_${plain}`;
  };
  const of = (level: 'modern' | 'intermediate', change: Partial<Configuration> = {}) => {
    const { ciphers, ciphersuites, hsts_min_age, maximum_certificate_lifespan } = {
      ...configurations[level],
      ...change,
    };
    const notAfter = new Date(
      Date.parse(CERTIFICATE.notBefore) + maximum_certificate_lifespan * 86_400_000,
    ).toISOString();
    return gradeTls(
      host({
        versions: [
          ...(ciphers.length === 0
            ? []
            : [{ version: 'TLS 1.2', suites: ciphers.map((name) => suite(registered(name))) }]),
          { version: 'TLS 1.3', suites: ciphersuites.map((name) => suite(name)) },
        ],
        hsts: [`max-age=${hsts_min_age}`],
        certificate: { ...CERTIFICATE, notAfter },
      }),
    );
  };
  const names = new Set([...SUITES.values()].map(({ name }) => name));
  expect(configurations.intermediate.ciphers.map(registered).filter((name) => !names.has(name))).toEqual([]);
  for (const level of ['modern', 'intermediate'] as const)
    expect(of(level)).toMatchObject({ level, points: 100, steps: [] });
  expect(of('modern', { maximum_certificate_lifespan: 200 })?.level).toBe('intermediate');
  expect(of('intermediate', { maximum_certificate_lifespan: 400 })?.level).toBe('below');
  expect(of('intermediate', { hsts_min_age: 31_536_000 })?.level).toBe('below');
});
