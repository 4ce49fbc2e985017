import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { anna, contextFor, operation, serve, type Reply, type Seen } from '../accounts/test-context.ts';
import { schemeOf } from './endpoints.ts';
import { webhookProbes } from './index.ts';
import { signatureHeaders, weakerHeaders } from './schemes.ts';
import { amountOf, isPending, movedOn, statusOf } from './state.ts';
import { signaturesIn } from './webhook-error-leak.ts';
import { changedCounts, countsOf } from './webhook-replay.ts';

const SECRET = 'a-test-secret-of-the-hook';
const hex = (text: string, key = SECRET): string => createHmac('sha256', key).update(text).digest('hex');

interface Event {
  id: string;
  livemode: boolean;
  data: { object: { amount_received: number; metadata: { orderId: string } } };
}
interface Flaws {
  /** Whether the signature is believed. */
  signed?: (given: string | undefined, right: string) => boolean;
  tolerance?: number;
  amount?: boolean;
  mode?: boolean;
  once?: boolean;
  v0?: boolean;
  refusal?: (right: string) => Reply;
  /** Answers 200 to all and looks later. */
  queue?: boolean;
  /** Its effect cannot be read. */
  blind?: boolean;
}

/** A shop that is paid by events as Stripe signs them. */
const shop = (flaws: Flaws) => {
  const { tolerance = 300, amount = true, mode = true, once = true, v0 = false, queue = false, blind = false } = flaws;
  const {
    signed = (given, right) => given === right,
    refusal = () => ({ status: 400, json: { error: 'Not accepted.' } }),
  } = flaws;
  const orders = new Map([
    ['o-1', 'pending'],
    ['o-2', 'pending'],
    ['o-3', 'pending'],
    ['o-4', 'pending'],
    ['o-5', 'pending'],
    ['o-6', 'pending'],
  ]);
  const seen = new Set<string>();
  let points = 0;
  const pay = ({ id, livemode, data }: Event): void => {
    if (once && seen.has(id)) return;
    seen.add(id);
    const { amount_received: paid, metadata } = data.object;
    if ((amount && paid !== 4200) || (mode && livemode) || !orders.has(metadata.orderId)) return;
    orders.set(metadata.orderId, 'paid');
    points += 1;
  };
  return ({ path, headers, body, json }: Seen): Reply => {
    if (path === '/api/points') return { json: { points } };
    const order = /^\/api\/orders\/(.+)$/.exec(path)?.[1];
    if (order !== undefined)
      return {
        json: blind ? { id: order } : { id: order, status: orders.get(order), totalCents: 4200, currency: 'eur' },
      };
    if (path !== '/webhooks/payments') return { status: 404 };
    const header = String(headers['stripe-signature'] ?? '');
    const at = /t=(\d+)/.exec(header)?.[1];
    const given = (v0 ? /v[01]=([^,]+)/ : /v1=([^,]+)/).exec(header)?.[1] ?? (header === '' ? undefined : header);
    const right = hex(`${at}.${body}`);
    const good = signed(given, right) && (at === undefined || Math.abs(Date.now() / 1000 - Number(at)) <= tolerance);
    if (!good) return queue ? { json: { received: true } } : refusal(right);
    pay(json as unknown as Event);
    return { json: { received: true } };
  };
};

const run = async (flaws: Flaws, secret: string | undefined = SECRET) => {
  const app = await serve(shop(flaws));
  const order = (id: string) => ({
    type: 'order',
    id,
    owner: 'anna',
    from: 'POST /api/orders',
    ours: true,
    keys: { orderId: id },
    public: false,
  });
  const { context, close } = await contextFor(app.origin, {
    operations: [
      operation(app.origin, 'GET /api/orders/{orderId}'),
      operation(app.origin, 'GET /api/points'),
      operation(app.origin, 'POST /webhooks/payments'),
    ],
    env: secret === undefined ? {} : { HOOK: secret },
    boundary: { webhooks: [{ path: '/webhooks/payments', scheme: 'stripe', secretEnv: 'HOOK' }] },
    resources: ['o-1', 'o-2', 'o-3', 'o-4', 'o-5', 'o-6'].map(order),
    credentials: () => ({ authorization: anna.name }),
  });
  try {
    const said = [];
    for (const probe of webhookProbes) said.push(...(await probe.run(context)));
    return said;
  } finally {
    await close();
    await app.stop();
  }
};
const ids = (said: Awaited<ReturnType<typeof run>>, wanted: string): string[] =>
  said.filter(({ verdict }) => verdict === wanted).map(({ probe }) => probe);

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
  ['any amount', { amount: false }, ['webhook-amount']],
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
  expect(amountOf({ total: 42.5 })).toEqual({ cents: 4250, currency: 'usd' });
});

test('counts: lengths and numbers, and signatures in a text', () => {
  const before = countsOf({ items: [1], balance: 5, created_at: 1 });
  expect(changedCounts(before, countsOf({ items: [1, 2], balance: 5, created_at: 2 }))).toEqual(['.items.length']);
  expect(signaturesIn(`expected sha256=${'ab'.repeat(32)}, got x`)).toEqual(['ab'.repeat(32)]);
});
