import { verify, X509Certificate } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { anna, contextFor, operation, serve, type Reply, type Seen } from '../accounts/test-context.ts';
import { webhookProbes } from './index.ts';
import { ids } from './test-shop.ts';

const WEBHOOK_ID = '8PT597110X687430LKGECATA';

/** A shop that checks PayPal's events itself; which addresses of certificates it trusts is what differs. */
const shop = (trusts: (url: string) => boolean, unsigned = false) => {
  const orders = new Map(['o-1', 'o-2', 'o-3', 'o-4'].map((id) => [id, 'pending']));
  const isSigned = async ({ headers, body }: Seen): Promise<boolean> => {
    const header = (name: string): string => String(headers[`paypal-${name}`] ?? '');
    const url = header('cert-url');
    if (!trusts(url)) return false;
    const { publicKey } = new X509Certificate(await (await fetch(url)).text());
    const text = [header('transmission-id'), header('transmission-time'), WEBHOOK_ID, crc32(body)].join('|');
    return verify('sha256', Buffer.from(text), publicKey, Buffer.from(header('transmission-sig'), 'base64'));
  };
  return async (seen: Seen): Promise<Reply> => {
    const { path, json } = seen;
    const order = /^\/api\/orders\/(.+)$/.exec(path)?.[1];
    if (order !== undefined)
      return { json: { id: order, status: orders.get(order), totalCents: 4200, currency: 'eur' } };
    if (!unsigned && !(await isSigned(seen))) return { status: 401, json: { error: 'Not accepted.' } };
    const { custom_id: id, amount } = json['resource'] as { custom_id: string; amount: object };
    expect(amount).toEqual({ currency_code: 'EUR', value: '42.00' });
    orders.set(id, 'paid');
    return { json: { received: true } };
  };
};

const run = async (app: ReturnType<typeof shop>) => {
  const running = await serve(app);
  const { origin } = running;
  const { context, close } = await contextFor(origin, {
    operations: [operation(origin, 'GET /api/orders/{orderId}'), operation(origin, 'POST /webhooks/paypal')],
    env: { PAYPAL_WEBHOOK_ID: WEBHOOK_ID },
    boundary: { webhooks: [{ path: '/webhooks/paypal', scheme: 'paypal', secretEnv: 'PAYPAL_WEBHOOK_ID' }] },
    resources: ['o-1', 'o-2', 'o-3', 'o-4'].map((id) => ({
      type: 'order',
      id,
      owner: 'anna',
      from: 'POST /api/orders',
      ours: true,
      keys: { orderId: id },
      public: false,
    })),
    credentials: () => ({ authorization: anna.name }),
  });
  try {
    const said = [];
    for (const probe of webhookProbes) said.push(...(await probe.run(context)));
    return said;
  } finally {
    await close();
    await running.stop();
  }
};

/** PayPal’s own certificates are not fetched in a test. */
const none = (): boolean => false;

test('certificates of PayPal alone: nothing is confirmed, and what only PayPal could sign is not tested', async () => {
  const said = await run(shop(none));
  expect([ids(said, 'confirmed'), ids(said, 'likely')]).toEqual([[], []]);
  expect(ids(said, 'refuted')).toEqual(
    expect.arrayContaining(['webhook-unsigned', 'webhook-signature-unchecked', 'webhook-weak-secret']),
  );
  expect(said.find(({ probe }) => probe === 'webhook-stale')).toMatchObject({
    verdict: 'not-tested',
    said: expect.stringContaining('PayPal alone') as string,
  });
});

test('a certificate from wherever the event says, with PayPal’s name somewhere in the address: by its effect', async () => {
  const said = await run(shop((url) => !url.startsWith('https:') && url.includes('paypal.com')));
  expect(ids(said, 'confirmed')).toEqual(['webhook-signature-unchecked']);
});

test('no signature asked for at all', async () => {
  expect(ids(await run(shop(none, true)), 'confirmed')).toEqual(['webhook-unsigned']);
});
