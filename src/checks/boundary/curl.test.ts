import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Exchange } from '../../model/evidence/boundary.ts';
import { curlOf } from './curl.ts';

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

/** What a POSIX shell makes of the command. */
const argumentsOf = (command: string, env: Record<string, string> = {}): string[] =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
    .toString()
    .split('\n')
    .slice(0, -1);

test('masked logins become variables, and what is ours is left out', () => {
  const curl = curlOf(
    exchange({
      requestHeaders: [
        ['accept', '*/*'],
        ['X-Launch-Ready-Run', 'a1'],
        ['Authorization', 'Bearer eyJh****'],
        ['Cookie', 'sid=s%3A****'],
        ['stripe-signature', 't=1,v1=****'],
        ['x-user-id', "o'neil"],
      ],
    }),
  );
  expect(
    argumentsOf(curl, { CUSTOMER_B_TOKEN: 'tok', CUSTOMER_B_COOKIE: 'c=1', CUSTOMER_B_STRIPE_SIGNATURE: 'sig' }),
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
  const curl = curlOf(exchange({ method: 'POST', url: "http://localhost:3000/?q=';id;'$(id)", requestBody: body }));
  expect(curl).not.toContain('\n');
  const bash = execFileSync('bash', ['-c', `curl() { printf '%s\\0' "$@"; }; ${curl}`])
    .toString()
    .split('\0');
  expect(bash).toEqual(['-si', '-X', 'POST', "http://localhost:3000/?q=';id;'$(id)", '--data-raw', body, '']);
});

test('what was cut or is no text comes from a file', () => {
  expect(curlOf(exchange({ method: 'POST', requestBody: '(1,200 bytes that are no text)' }))).toContain(
    '--data-binary @body',
  );
  expect(curlOf(exchange({ method: 'POST', requestBody: `${'a'.repeat(800)} … (4,000 bytes in all)` }))).toContain(
    '@body',
  );
});

test('paths with dots are sent as they are, and floods in a loop', () => {
  expect(curlOf(exchange({ url: 'http://localhost:3000/files/../me' }))).toContain('--path-as-is');
  expect(curlOf(exchange(), { times: 30 })).toMatch(/^for i in \$\(seq 30\); do curl .*; done$/);
  expect(curlOf(exchange(), { times: 5, atOnce: true })).toMatch(/ & done; wait$/);
});
