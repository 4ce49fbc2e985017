import { expect, test } from 'vitest';
import { schemeOf } from './endpoints.ts';
import { signatureHeaders, weakerHeaders } from './schemes.ts';
import { amountOf, isPending, movedOn, statusOf } from './state.ts';
import { ids, run, type Flaws } from './test-shop.ts';
import { signaturesIn } from './webhook-error-leak.ts';
import { changedCounts, countsOf } from './webhook-replay.ts';

test.each<[string, Flaws, string[]]>([
  ['a right receiver', {}, []],
  ['one that answers first and looks later', { queue: true }, []],
  ['no signature asked for at all', { signed: () => true, tolerance: Infinity }, ['webhook-unsigned']],
  [
    'a signature asked for, whatever it is',
    { signed: (given) => given !== undefined, tolerance: Infinity },
    ['webhook-signature-unchecked'],
  ],
  [
    'checked only where there is one',
    { signed: (given, right) => given === undefined || given === right },
    ['webhook-fails-open'],
  ],
  ['an age of any length', { tolerance: Infinity }, ['webhook-stale']],
  [
    'an empty signature, compared as far as it goes',
    { signed: (given, right) => given !== undefined && right.startsWith(given) },
    ['webhook-signature-unchecked'],
  ],
  ['any amount', { amount: false }, ['webhook-amount']],
  ['any currency', { currency: false }, ['webhook-amount']],
  ['accounts of sellers, of which it takes its own only', { connect: 'own account only' }, []],
  ['payments to accounts of sellers', { connect: 'any account' }, ['webhook-amount']],
  ['a signature over what the parser made', { rewritten: true }, ['webhook-raw-body']],
  ['as GitHub signs', { github: 'by body' }, []],
  ['ids in headers that nobody signs', { github: 'by id' }, ['webhook-replay']],
  ['any mode', { mode: false }, ['webhook-wrong-mode']],
  ['an old version of signatures', { v0: true }, ['webhook-wrong-scheme']],
  ['an event that counts each time', { once: false }, ['webhook-replay']],
  [
    'an error that shows the signature',
    { refusal: (right) => ({ status: 400, json: { error: `expected ${right}` } }) },
    ['webhook-error-leak'],
  ],
])('%s: one finding, by its effect', async (_name, flaws, expected) => {
  const said = await run(flaws);
  expect(ids(said, 'confirmed')).toEqual(expected);
  expect(ids(said, 'likely')).toEqual([]);
});

test('without a readable effect it is likely at most', async () => {
  const open = await run({ blind: true, signed: () => true, tolerance: Infinity });
  expect([ids(open, 'confirmed'), ids(open, 'likely')]).toEqual([[], ['webhook-unsigned']]);
  const right = await run({ blind: true });
  expect([ids(right, 'confirmed'), ids(right, 'likely')]).toEqual([[], []]);
});

test('without a secret an effect still proves, and a 2xx for everything says nothing', async () => {
  expect(ids(await run({ signed: () => true, tolerance: Infinity }, ''), 'confirmed')).toEqual(['webhook-unsigned']);
  expect(ids(await run({ queue: true }, ''), 'inconclusive')).toContain('webhook-unsigned');
});

test('an app that fails over a wrong signature takes it as little as one that refuses it', async () => {
  const said = await run({ refusal: () => ({ status: 500 }) });
  expect([ids(said, 'confirmed'), ids(said, 'likely')]).toEqual([[], []]);
  expect(ids(said, 'refuted')).toEqual(
    expect.arrayContaining(['webhook-unsigned', 'webhook-signature-unchecked', 'webhook-fails-open', 'webhook-stale']),
  );
  const blind = await run({ refusal: () => ({ status: 500 }), blind: true });
  expect(ids(blind, 'inconclusive')).toContain('webhook-unsigned');
});

test('a secret of the examples is found without being given, and not where wrong signatures are taken', async () => {
  const weak = await run({ secret: 'changeme' }, '');
  expect(ids(weak, 'confirmed')).toEqual(['webhook-weak-secret']);
  expect(JSON.stringify(weak)).not.toContain('changeme');
  expect(ids(await run({}, ''), 'refuted')).toContain('webhook-weak-secret');
  expect(ids(await run({ queue: true }, ''), 'inconclusive')).toContain('webhook-weak-secret');
});

test('no observation holds the secret or a signature', async () => {
  expect(JSON.stringify(await run({ refusal: (right) => ({ status: 400, json: { error: right } }) }))).not.toMatch(
    /a-test-secret|[0-9a-f]{64}/,
  );
});

test('signs as the vendors document it', () => {
  const at = 1_614_265_330;
  // The published example of Standard Webhooks.
  const key = `whsec_${['MfKQ9r8GKYqrTwjUPD8ILPZI', 'o2LaLaSw'].join('')}`;
  const signed = signatureHeaders(
    { scheme: 'standard', secret: key, at, id: 'msg_p5jXN8AQM9LWM0D4loKWxJek' },
    '{"test": 2432232314}',
  );
  expect(signed['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  // GitHub's: "It's a Secret to Everybody" over "Hello, World!".
  const github = signatureHeaders(
    { scheme: 'github', secret: ["It's a Secret", 'to Everybody'].join(' '), at, id: 'd' },
    'Hello, World!',
  );
  expect(github['x-hub-signature-256']).toBe('sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17');
  expect(weakerHeaders({ scheme: 'slack', secret: 's', at, id: '' }, '')).toBeUndefined();
});

test('a scheme is known by its header, then by its name', () => {
  const header = (name: string) => ({ name, in: 'header' as const, required: true, schema: {} });
  expect(schemeOf({ path: '/hooks/x', parameters: [header('X-Hub-Signature-256')] })).toEqual({ scheme: 'github' });
  expect(schemeOf({ path: '/hooks/x', parameters: [header('X-Acme-Signature')] })).toEqual({
    scheme: 'hmac',
    header: 'x-acme-signature',
  });
  expect(schemeOf({ path: '/hooks/stripe', parameters: [] })).toEqual({ scheme: 'stripe' });
});

test('states: what waits, and what has moved on', () => {
  expect(statusOf({ order: { status: 'pending_payment' }, id: 1 })).toBe('status=pending_payment');
  expect([isPending('status=pending_payment'), isPending('status=paid'), isPending('')]).toEqual([true, false, false]);
  expect([
    movedOn('status=pending', 'status=paid'),
    movedOn('status=pending', 'status=cancelled'),
    movedOn('status=paid', 'status=paid'),
  ]).toEqual([true, false, false]);
  expect(amountOf({ totalCents: 4200, currency: 'EUR' })).toEqual({ cents: 4200, currency: 'eur' });
  expect(amountOf({ total: 42.5 })).toEqual({ cents: 4250 });
});

test('counts: lengths and numbers, and signatures in a text', () => {
  const before = countsOf({ items: [1], balance: 5, created_at: 1 });
  expect(changedCounts(before, countsOf({ items: [1, 2], balance: 5, created_at: 2 }))).toEqual(['.items.length']);
  expect(signaturesIn(`expected sha256=${'ab'.repeat(32)}, got x`)).toEqual(['ab'.repeat(32)]);
});
