import { describe, expect, test } from 'vitest';
import { Detector } from './detector.ts';
import { PROVIDERS } from './providers/registry.generated.ts';
import { expandSample } from './samples.ts';

const detector = new Detector(PROVIDERS);
const rulesIn = (text: string | Buffer, bare = false): string[] =>
  detector
    .scan(Buffer.from(text as string))
    .hits.filter((hit) => hit.verdict === 'secret' && (bare || hit.bare !== true))
    .map((hit) => hit.rule);

const stripe = expandSample('sk_live_51{alnum:97}');
const service = expandSample(
  '{jwt:{"iss":"supabase","ref":"abcdefghijklmnopqrst","role":"service_role","iat":1700000000,"exp":2015000000}}',
);
const anon = expandSample(
  '{jwt:{"iss":"supabase","ref":"abcdefghijklmnopqrst","role":"anon","iat":1700000000,"exp":2015000000}}',
);
/** Kept out of one literal, so that no key header stands in this file. */
const PRIVATE = 'PRIVATE';
const pem = (body: string): string => `-----BEGIN RSA ${PRIVATE} KEY-----\n${body}\n-----END RSA ${PRIVATE} KEY-----`;
const keyLines = Array.from({ length: 12 }, (_, i) => expandSample('{base64:64}', String(i)));

describe('Detector', () => {
  test.each([
    ['plain', `const key = "${stripe}"`],
    ['in base64', `data: ${Buffer.from(`STRIPE=${stripe}`).toString('base64')}`],
    ['in base64 at another alignment', `data: ${Buffer.from(`x STRIPE=${stripe}`).toString('base64')}`],
    ['in base64 behind a path', `/keys/${Buffer.from(`{"k":"${stripe}"}`).toString('base64')}`],
    ['in hex', Buffer.from(stripe).toString('hex')],
    ['in UTF-16 with a mark', Buffer.from(`\ufeffkey=${stripe}\r\n`, 'utf16le')],
    ['in UTF-16 without a mark', Buffer.from(`this is the key=${stripe}\r\n`, 'utf16le')],
    ['in binary', Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(stripe), Buffer.from([0, 9])])],
  ])('finds a key %s', (_, text) => expect(rulesIn(text)).toEqual(['stripe-secret-key']));

  test.each([
    ['a short prefix at its start', expandSample('SG.{alnum:22}.{base64url:43}'), 'sendgrid-api-key'],
    [
      'a short prefix behind a name',
      `SENDGRID_API_KEY=${expandSample('SG.{alnum:22}.{base64url:43}')}`,
      'sendgrid-api-key',
    ],
  ])('finds in base64 %s', (_, plain, rule) => {
    expect(rulesIn(`data: ${Buffer.from(plain).toString('base64')}`)).toEqual([rule]);
  });

  test('says where the value is and how it was hidden', () => {
    const text = `aaaa\nkey = '${stripe}'`;
    const [hit] = detector.scan(Buffer.from(text)).hits;
    expect(hit).toMatchObject({
      start: text.indexOf(stripe),
      end: text.indexOf(stripe) + stripe.length,
      value: stripe,
      name: 'key',
    });
    const [hidden] = detector.scan(Buffer.from(Buffer.from(`kk=${stripe}`).toString('base64'))).hits;
    expect(hidden).toMatchObject({ start: 0, via: ['base64'] });
  });

  test('tells a service_role key from an anon key by its claims', () => {
    expect(rulesIn(`key = '${service}'`)).toEqual(['supabase-service-role-key']);
    expect(rulesIn(`key = '${anon}'`)).toEqual([]);
    expect(detector.scan(Buffer.from(anon)).hits.map((hit) => hit.verdict)).toEqual(['public']);
  });

  test.each([
    ['on lines', pem(keyLines.join('\n'))],
    ['indented', pem(keyLines.map((line) => `    ${line}`).join('\n'))],
    ['with escaped line ends', `KEY="${pem(keyLines.join('\n')).replaceAll('\n', '\\n')}"`],
    ['joined in code', pem(keyLines.map((line) => `" + "${line}\\n`).join('\n'))],
  ])('finds a private key %s', (_, text) => expect(rulesIn(text)).toEqual(['private-key']));

  test.each([
    ['a header without a key', pem('...')],
    ['a header in code that parses keys', `if (line === '-----BEGIN ${PRIVATE} KEY-----') start()`],
    ['a public key', pem(keyLines.join('\n')).replaceAll('PRIVATE', 'PUBLIC')],
  ])('is silent on %s', (_, text) => expect(rulesIn(text)).toEqual([]));

  const password = expandSample('{alnum:20}', 'db');
  test.each([
    [`postgresql://shop:${password}@db.shop.example.io:5432/shop`, ['connection-string']],
    [`mongodb+srv://app:${password}@cluster0.ab1cd.mongodb.net/?retryWrites=true`, ['database-url']],
    [`postgresql+asyncpg://shop:${password}@ep-cool-1.eu-central-1.aws.neon.tech/db`, ['connection-string']],
    ['postgres://postgres:postgres@localhost:5432/app', []],
    ['postgres://user:password@host:5432/db', []],
    ['postgresql://postgres:[YOUR-PASSWORD]@db.abc.supabase.co:5432/postgres', []],
    ['postgres://${USER}:${PASS}@${HOST}/db', []],
    ['https://example.com/a:b@c', []],
    ['https://user:pass@example.com/', []],
  ])('judges %s', (text, rules) => expect(rulesIn(`url = "${text}"`)).toEqual(rules));

  const random = expandSample('{base64url:43}', 'generic');
  test.each([
    [`const JWT_SECRET = "${random}";`, ['generic-secret']],
    [`  sessionSecret: '${random}',`, ['generic-secret']],
    [`"client_secret": "${random}"`, ['generic-secret']],
    [`app.set('api_key', '${random}')`, ['generic-secret']],
    [`const csrfToken = "${random}"`, []],
    [`secretName: "projects/my-app/secrets/stripe-key"`, []],
    [`const token = await getToken("${random.slice(0, 5)}")`, []],
    [`passwordHash: "$2b$10$${random}"`, []],
    [`password: process.env.DB_PASSWORD`, []],
    [`"tokenType": "Bearer"`, []],
    [`<input name="password" placeholder="Enter your password">`, []],
    [`API_KEY_HEADER = "x-api-key-header-name-1"`, []],
  ])('judges %s', (text, rules) => expect(rulesIn(text)).toEqual(rules));

  test('marks values without quotes, which count only in some files', () => {
    expect(rulesIn(`JWT_SECRET=${random}\n`, true)).toEqual(['generic-secret']);
    expect(rulesIn(`JWT_SECRET=${random}\n`, false)).toEqual([]);
  });

  test('a specific rule outranks a generic one', () => {
    expect(rulesIn(`const API_SECRET = '${stripe}'`)).toEqual(['stripe-secret-key']);
  });

  test('looks for exact values, plain and encoded', () => {
    const known = {
      rule: 'env-value',
      ruleName: 'x',
      provider: 'generic',
      providerName: 'x',
      verdict: 'secret',
      confidence: 'certain',
      power: 'data',
      testMode: false,
      impact: 'x',
      rotation: { kind: 'instant', at: 'https://example.com' },
    } as const;
    const value = expandSample('{alnum:20}-{alnum:9}', 'exact');
    const own = new Detector([], [{ value, name: 'OUR_SECRET', source: '.env', known }]);
    const found = (text: string): unknown => own.scan(Buffer.from(text)).hits.map((hit) => hit.rule);
    expect(found(`{"a":"${value}"}`)).toEqual(['env-value']);
    expect(found(`{"a":"${Buffer.from(`12${value}`).toString('base64')}"}`)).toEqual(['env-value']);
    expect(found(`{"a":"${value.toLowerCase()}"}`)).toEqual([]);
  });

  test.each([
    ['anchors without end', 'sk_live_'.repeat(500_000)],
    ['base64 anchors without end', Buffer.from('sk_live_'.repeat(300_000)).toString('base64')],
    ['assignments without end', 'password="'.repeat(400_000)],
    ['addresses without end', 'postgres://a:'.repeat(300_000)],
    ['keys without end', '-----BEGIN PRIVATE KEY-----'.repeat(150_000)],
    ['tokens without end', 'eyJ'.repeat(1_000_000)],
  ])('ends soon on %s', (_, text) => expect(rulesIn(text)).toEqual([]), 20_000);
});
