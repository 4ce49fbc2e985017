import { createHmac } from 'node:crypto';
import type { Observation } from '../../model/evidence/boundary.ts';
import { anna, contextFor, operation, serve, type Reply, type Seen } from '../accounts/test-context.ts';
import { webhookProbes } from './index.ts';

const SECRET = 'a-test-secret-of-the-hook';
const hex = (text: string, key: string): string => createHmac('sha256', key).update(text).digest('hex');

interface Event {
  id: string;
  livemode: boolean;
  account?: string;
  data: { object: { amount_received: number; currency: string; metadata: { orderId: string } } };
}
export interface Flaws {
  /** Whether the signature is believed. */
  signed?: (given: string | undefined, right: string) => boolean;
  tolerance?: number;
  amount?: boolean;
  currency?: boolean;
  mode?: boolean;
  once?: boolean;
  v0?: boolean;
  refusal?: (right: string) => Reply;
  /** Answers 200 to all and looks later. */
  queue?: boolean;
  /** Its effect cannot be read. */
  blind?: boolean;
  /** Its sellers have accounts of their own at the provider. */
  connect?: 'own account only' | 'any account';
  /** Checks the signature over what its parser made of the body. */
  rewritten?: boolean;
  secret?: string;
  /** As GitHub signs, an event's id in a header beside it. `by id`: that alone tells a repetition. */
  github?: 'by body' | 'by id';
}

const IDS = ['o-1', 'o-2', 'o-3', 'o-4', 'o-5', 'o-6', 'o-7', 'o-8'];

/** A shop that is paid by events. */
const shop = (flaws: Flaws) => {
  const { tolerance = 300, amount = true, currency = true, mode = true, once = true, v0 = false } = flaws;
  const { queue = false, blind = false, connect, rewritten = false, secret = SECRET, github } = flaws;
  const {
    signed = (given, right) => given === right,
    refusal = () => ({ status: 400, json: { error: 'Not accepted.' } }),
  } = flaws;
  const orders = new Map(IDS.map((id) => [id, 'pending']));
  const seen = new Set<string>();
  let points = 0;
  const pay = ({ livemode, account, data }: Event, id: string): void => {
    if (once && seen.has(id)) return;
    seen.add(id);
    const { amount_received: paid, currency: coin, metadata } = data.object;
    if ((amount && paid !== 4200) || (currency && coin !== 'eur') || (mode && livemode)) return;
    if ((account !== undefined && connect !== 'any account') || !orders.has(metadata.orderId)) return;
    orders.set(metadata.orderId, 'paid');
    points += 1;
  };
  return ({ path, headers, body, json }: Seen): Reply => {
    if (path === '/api/points')
      return { json: { points, ...(connect === undefined ? {} : { account: 'acct_1a2b3c4d5e6f' }) } };
    const order = /^\/api\/orders\/(.+)$/.exec(path)?.[1];
    if (order !== undefined)
      return {
        json: blind ? { id: order } : { id: order, status: orders.get(order), totalCents: 4200, currency: 'eur' },
      };
    if (path !== '/webhooks/payments') return { status: 404 };
    const event = json as unknown as Event;
    const bytes = rewritten ? JSON.stringify(json) : body;
    const header = String(headers[github === undefined ? 'stripe-signature' : 'x-hub-signature-256'] ?? '');
    const at = /t=(\d+)/.exec(header)?.[1];
    const value = github === undefined ? (v0 ? /v[01]=([^,]+)/ : /v1=([^,]*)/) : /sha256=(.*)/;
    const given = value.exec(header)?.[1] ?? (header === '' ? undefined : header);
    const right = hex(github === undefined ? `${at}.${bytes}` : bytes, secret);
    const good = signed(given, right) && (at === undefined || Math.abs(Date.now() / 1000 - Number(at)) <= tolerance);
    if (!good) return queue ? { json: { received: true } } : refusal(right);
    pay(event, github === 'by id' ? String(headers['x-github-delivery']) : event.id);
    return { json: { received: true } };
  };
};

/** Runs all probes of webhooks against the shop. */
export const run = async (flaws: Flaws, secret: string | undefined = SECRET): Promise<readonly Observation[]> => {
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
  const scheme = flaws.github === undefined ? 'stripe' : 'github';
  const { context, close } = await contextFor(app.origin, {
    operations: [
      operation(app.origin, 'GET /api/orders/{orderId}'),
      operation(app.origin, 'GET /api/points'),
      operation(app.origin, 'POST /webhooks/payments'),
    ],
    env: secret === undefined ? {} : { HOOK: secret },
    boundary: { webhooks: [{ path: '/webhooks/payments', scheme, secretEnv: 'HOOK' }] },
    resources: IDS.map(order),
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

/** The probes that came to a verdict. */
export const ids = (said: readonly Observation[], wanted: string): string[] =>
  said.filter(({ verdict }) => verdict === wanted).map(({ probe }) => probe);
