import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Exchange, MadeObject, Observation } from '../../model/evidence/boundary.ts';
import type { BoundaryEvidence } from './evidence.ts';
import { unsignedToken, wronglySignedToken } from './forge.ts';
import { replayOf } from './replay.ts';

const exchange = (id: string, over: Partial<Exchange> = {}): Exchange => ({
  id,
  actor: 'seller-b',
  method: 'GET',
  url: 'http://localhost:3000/api/orders/ord-123456',
  requestHeaders: [['authorization', 'Bearer eyJh****']],
  status: 200,
  headers: [],
  bytes: 0,
  ms: 1,
  ...over,
});

const evidence = (made: readonly MadeObject[] = []): BoundaryEvidence => ({
  'boundary.run': {
    id: 'r',
    origins: ['http://localhost:3000'],
    environment: 'development',
    mode: 'destructive',
    planHash: 'h',
    proof: 'loopback',
    requests: 1,
    refused: {},
    made,
    milliseconds: 1,
  },
  'boundary.actors': ['seller-a', 'seller-b', 'customer-a'].map((name) => ({
    name,
    role: name.split('-')[0] ?? '',
    tenant: name,
    via: 'json login',
    state: 'alive',
    detail: '',
  })),
  'boundary.operations': [],
  'boundary.observations': [],
  'boundary.exchanges': {},
});

const seen = (over: Partial<Observation> = {}): Observation => ({
  probe: 'object-action',
  subject: 'POST /api/orders/{orderId}/cancel',
  verdict: 'confirmed',
  said: 'It changed.',
  exchanges: [],
  ...over,
});

const cancel = exchange('e2', { method: 'POST', url: 'http://localhost:3000/api/orders/ord-123456/cancel' });
const before = exchange('e1', { actor: 'seller-a' });
const after = exchange('e3', { actor: 'seller-a' });

test('a write is followed by what its owner reads then', () => {
  const { text, needs } = replayOf(seen({ owner: 'seller-a' }), cancel, [before, cancel, after], evidence());
  expect(text).toBe(
    'curl -si -X POST http://localhost:3000/api/orders/ord-123456/cancel -H "authorization: Bearer $SELLER_B_TOKEN"; echo; ' +
      'curl -si http://localhost:3000/api/orders/ord-123456 -H "authorization: Bearer $SELLER_A_TOKEN"',
  );
  expect(needs.map(({ what }) => what)).toEqual([
    'the access token of seller-b (seller)',
    'the access token of seller-a (seller)',
  ]);
});

test('a read is its own proof', () => {
  expect(replayOf(seen(), after, [before, after, exchange('e4')], evidence()).text).not.toContain(';');
});

test('an object that is gone with the run, or was changed by the write, is one of the reader’s own', () => {
  const order = { type: 'order', id: 'ord-123456', owner: 'seller-a', by: 'POST /api/orders' } as const;
  const gone = replayOf(seen(), cancel, [cancel], evidence([{ ...order, state: 'removed' }]));
  expect(gone.text).toContain('"http://localhost:3000/api/orders/$ORDER_ID/cancel"');
  expect(gone.needs).toContainEqual({ variable: 'ORDER_ID', what: 'the id of an order of seller-a' });
  const left = evidence([{ ...order, state: 'cannot be removed' }]);
  expect(replayOf(seen(), cancel, [cancel], left).text).toBe(gone.text);
  expect(replayOf(seen(), after, [after], left).text).toContain('/api/orders/ord-123456');
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const REAL = `${part({ alg: 'HS256' })}.${part({ sub: 'u1', name: 'Zoë ?>~' })}`;
const signed = `${REAL}.${createHmac('sha256', 'k').update(REAL).digest('base64url')}`;

test.each([
  [
    unsignedToken,
    'with the algorithm "nOnE" and no signature',
    `${part({ alg: 'nOnE', typ: 'JWT' })}.${REAL.split('.')[1]}.`,
  ],
  [unsignedToken, 'with its signature left away', `${REAL}.`],
  [wronglySignedToken, 'with a random signature', `${REAL}.${'A'.repeat(43)}`],
] as const)('a false token is made from a real one, %# %s', (forge, variant, expected) => {
  const me = exchange('e1', { actor: null, url: 'http://localhost:3000/api/me' });
  const { text, needs } = replayOf(seen({ actor: 'customer-a', facts: { variant } }), me, [me], evidence(), { forge });
  expect(needs).toEqual([{ variable: 'CUSTOMER_A_TOKEN', what: 'the access token of customer-a (customer)' }]);
  const said = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${text}`], {
    env: { PATH: process.env['PATH'] ?? '', CUSTOMER_A_TOKEN: signed },
  }).toString();
  expect(said).toContain(`authorization: Bearer ${expected}\n`);
});

test('one that takes a key is described', () => {
  const me = exchange('e1', { actor: null, url: 'http://localhost:3000/api/me' });
  const { needs } = replayOf(seen({ facts: { variant: 'that ended two hours ago' } }), me, [me], evidence());
  expect(needs).toEqual([{ variable: 'TOKEN', what: 'a token that ended two hours ago' }]);
});

test('an event gets an id of its own, the same wherever it stands', () => {
  const id = 'evt_lr5ce2d80cba192f3c';
  const event = exchange('e1', {
    actor: null,
    method: 'POST',
    requestHeaders: [['x-delivery-id', id]],
    requestBody: JSON.stringify({ id, note: "it's $(id)" }),
  });
  const said = execFileSync('sh', [
    '-c',
    `curl() { printf '%s\\n' "$@"; }; ${replayOf(seen(), event, [event], evidence()).text}`,
  ]).toString();
  const [, made] = /x-delivery-id: (evt_\d{10})\n/.exec(said) ?? [];
  expect(said).toContain(`{"id":"${made}","note":"it's $(id)"}`);
});

test('a session that the probe sent by itself is still somebody’s', () => {
  const me = exchange('e1', {
    actor: null,
    requestHeaders: [
      ['cookie', 'sid=s%3A****'],
      ['x-csrf-token', 'ab****'],
    ],
  });
  const { text, needs } = replayOf(seen({ actor: 'customer-a' }), me, [me], evidence());
  expect(text).not.toContain('csrf');
  expect(needs).toEqual([{ variable: 'COOKIE', what: 'the session cookie of customer-a (customer)' }]);
});
