import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Exchange } from '../../model/evidence/boundary.ts';
import { curlOf, type CurlOptions } from './curl.ts';
import type { Swap } from './shell.ts';

const exchange = (more: Partial<Exchange> = {}): Exchange => ({
  id: 'e1',
  actor: 'customer-b',
  method: 'GET',
  url: 'http://localhost:3000/api/orders/41',
  requestHeaders: [],
  status: 200,
  headers: [],
  bytes: 0,
  ms: 1,
  ...more,
});

const curl = (of: Exchange, options?: CurlOptions, swaps?: readonly Swap[]): string =>
  curlOf(of, 'customer-b (customer)', options, swaps).text;

/** What a POSIX shell makes of the command. */
const argumentsOf = (command: string, env: Record<string, string> = {}): string[] =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
    .toString()
    .split('\n')
    .slice(0, -1);

test('masked logins become variables, and what is ours is left out', () => {
  const { text, needs } = curlOf(
    exchange({
      requestHeaders: [
        ['accept', '*/*'],
        ['content-type', 'application/json'],
        ['X-Launch-Ready-Run', 'a1'],
        ['Authorization', 'Bearer eyJh****'],
        ['Cookie', 'sid=s%3A****'],
        ['stripe-signature', 't=1,v1=****'],
        ['x-user-id', "o'neil"],
      ],
    }),
    'customer-b (customer)',
  );
  expect(needs.map(({ variable, what }) => `${variable}: ${what}`)).toEqual([
    'CUSTOMER_B_TOKEN: the access token of customer-b (customer)',
    'CUSTOMER_B_COOKIE: the session cookie of customer-b (customer)',
    'CUSTOMER_B_STRIPE_SIGNATURE: the stripe-signature header of customer-b (customer)',
  ]);
  expect(
    argumentsOf(text, { CUSTOMER_B_TOKEN: 'tok', CUSTOMER_B_COOKIE: 'c=1', CUSTOMER_B_STRIPE_SIGNATURE: 'sig' }),
  ).toEqual([
    '-si',
    'http://localhost:3000/api/orders/41',
    '-H',
    'authorization: Bearer tok',
    '-H',
    'cookie: c=1',
    '-H',
    'stripe-signature: sig',
    '-H',
    "x-user-id: o'neil",
  ]);
});

test('a hostile address or body stays one word', () => {
  const body = `{"a":"$(touch /tmp/x) \`id\` ' \\" \n"}`;
  const command = curl(exchange({ method: 'POST', url: "http://localhost:3000/?q=';id;'$(id)", requestBody: body }));
  expect(command).not.toContain('\n');
  const bash = execFileSync('bash', ['-c', `curl() { printf '%s\\0' "$@"; }; ${command}`])
    .toString()
    .split('\0');
  expect(bash).toEqual(['-si', '-X', 'POST', "http://localhost:3000/?q=';id;'$(id)", '--data-raw', body, '']);
});

test('what was cut or is no text comes from a file', () => {
  expect(curl(exchange({ method: 'POST', requestBody: '(1,200 bytes that are no text)' }))).toContain(
    '--data-binary @body',
  );
  expect(curl(exchange({ method: 'POST', requestBody: `${'a'.repeat(800)} … (4,000 bytes in all)` }))).toContain(
    '@body',
  );
});

test('paths with dots are sent as they are, and floods in a loop', () => {
  expect(curl(exchange({ url: 'http://localhost:3000/files/../me' }))).toContain('--path-as-is');
  expect(curl(exchange(), { times: 30 })).toMatch(/^for i in \$\(seq 30\); do curl .*; done$/);
  expect(curl(exchange(), { times: 5, atOnce: true })).toMatch(/ & done; wait$/);
});

test('what is gone with the run is a variable, in the address and in the body, and nothing else is', () => {
  const swaps = [{ text: 'ord-123456', variable: 'ORDER_ID' }];
  const plain = curl(exchange({ url: 'http://localhost:3000/api/orders/ord-123456/cancel' }), {}, swaps);
  expect(plain).toBe('curl -si "http://localhost:3000/api/orders/$ORDER_ID/cancel"');
  const hostile = curl(
    exchange({ method: 'POST', requestBody: `{"orderId":"ord-123456","note":"'$(id)\`"}` }),
    {},
    swaps,
  );
  expect(argumentsOf(hostile, { ORDER_ID: '7' }).at(-1)).toBe(`{"orderId":"7","note":"'$(id)\`"}`);
});

test('a key that was used is a new one each time, and the same within a loop', () => {
  const ordered = exchange({ method: 'POST', requestBody: '{}', requestHeaders: [['Idempotency-Key', '7997****']] });
  const sent = argumentsOf(curl(ordered, { times: 2 })).filter((word) => word.startsWith('idempotency-key:'));
  expect(sent).toHaveLength(2);
  expect(new Set(sent).size).toBe(1);
  expect(sent[0]).toMatch(/^idempotency-key: replay-\d{10}$/);
});

test.each([
  ['stripe-signature', (body: string, at: string) => `${at}.${body}`],
  ['x-hub-signature-256', (body: string) => body],
] as const)('signs a webhook by %s as its vendor says', (header, signed) => {
  const body = `{"id":"evt_1","note":"it's $(id)"}`;
  const command = curl(
    exchange({ actor: null, method: 'POST', requestBody: body, requestHeaders: [[header, 't=1,v1=****']] }),
    { signedBefore: 86_400 },
  );
  const words = argumentsOf(command, { WEBHOOK_SECRET: 'whsec_test' });
  const value = words.find((word) => word.startsWith(`${header}: `)) ?? '';
  const at = /t=(\d+)/.exec(value)?.[1] ?? '';
  expect(value.slice(-64)).toBe(createHmac('sha256', 'whsec_test').update(signed(body, at)).digest('hex'));
  const age = at === '' ? 86_400 : Date.now() / 1000 - Number(at);
  expect(Math.abs(age - 86_400)).toBeLessThan(3_600);
  expect(words.at(-1)).toBe(body);
});
