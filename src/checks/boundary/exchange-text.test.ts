import { expect, test } from 'vitest';
import type { Exchange, Observation } from '../../model/evidence/boundary.ts';
import { exchangeLines } from './exchange-text.ts';

const ACTORS = ['seller-a', 'seller-b'].map((name) => ({
  name,
  role: 'seller',
  tenant: name,
  via: 'json login',
  state: 'alive' as const,
  detail: '',
}));

const exchange = (id: string, actor: string | null, method: string, over: Partial<Exchange> = {}): Exchange => ({
  id,
  actor,
  method,
  url: 'http://localhost:3000/api/orders/1',
  requestHeaders: [],
  status: 200,
  headers: [],
  bytes: 0,
  ms: 1,
  ...over,
});

const seen = (over: Partial<Observation>): Observation => ({
  probe: 'object-action',
  subject: 'POST /a',
  verdict: 'confirmed',
  said: 'It changed.',
  exchanges: [],
  ...over,
});

const heads = (observation: Observation, exchanges: readonly Exchange[]): readonly string[] =>
  exchangeLines(observation, exchanges, ACTORS).filter((line) => !line.startsWith(' '));

test('says whose eyes see the state before and after a write', () => {
  const all = [exchange('1', 'seller-a', 'GET'), exchange('2', 'seller-b', 'POST'), exchange('3', 'seller-a', 'GET')];
  expect(heads(seen({ actor: 'seller-b', owner: 'seller-a' }), all)).toEqual([
    'seller-a (seller), whose it is: GET /api/orders/1',
    'seller-b (seller): POST /api/orders/1',
    'read back as seller-a (seller), whose it is: GET /api/orders/1',
  ]);
  expect(heads(seen({ actor: 'seller-b' }), all)).toEqual([
    'before, as seller-a (seller): GET /api/orders/1',
    'seller-b (seller): POST /api/orders/1',
    'read back as seller-a (seller): GET /api/orders/1',
  ]);
});

test('tells a control from the attack, and a stranger with a token from a visitor', () => {
  const token = { requestHeaders: [['authorization', 'Bearer eyJh****']] as const };
  expect(
    heads(seen({ actor: 'nobody' }), [exchange('1', null, 'GET', token), exchange('2', 'seller-b', 'GET')]),
  ).toEqual([
    'a stranger: GET /api/orders/1, with authorization: Bearer eyJh****',
    'for comparison, seller-b (seller): GET /api/orders/1',
  ]);
  expect(heads(seen({ actor: 'nobody' }), [exchange('1', null, 'GET')])[0]).toBe(
    'nobody (not logged in): GET /api/orders/1',
  );
});

test('an address on another origin keeps it', () => {
  const elsewhere = exchange('2', 'seller-b', 'GET', { url: 'http://localhost:30001/api/orders/1' });
  expect(heads(seen({ actor: 'nobody' }), [exchange('1', null, 'GET'), elsewhere])[1]).toContain(
    'GET http://localhost:30001/api/orders/1',
  );
});
