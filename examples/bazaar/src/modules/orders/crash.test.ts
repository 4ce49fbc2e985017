import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPayments, type PaymentsStandIn } from '../../../stand-ins/payments.ts';
import { Client } from '../../../test/support/client.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { ADDRESS, type Placed } from '../../../test/support/trade.ts';
import { openDatabase, type Database } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { cartItems, listings, notifications, orders, shops, users } from '../../db/schema.ts';
import { hashPassword } from '../../platform/secrets.ts';
import { freePort } from '../../../test/support/free-port.ts';

const PASSWORD = 'correct horse battery staple';
const STOCK = 7;
const random = (): string => randomBytes(24).toString('base64');

let database: TestDatabase;
let payments: PaymentsStandIn;
let environment: Record<string, string>;
let port: number;
let server: ChildProcess | undefined;
let client: Client;
let buyer: { id: string; email: string };
let listingId: string;
/** Where webhooks go; to nowhere while a test wants them lost. */
let webhookPort: number;

/** Asks until the answer is there; for at most a minute. */
const until = async <T>(ask: () => Promise<T | undefined>): Promise<T> => {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await wait(100);
  }
  throw new Error('it did not happen');
};

const settings = (): { DATA_DIR: string; DATABASE_URL: string | undefined } => ({
  DATA_DIR: database.settings.DATA_DIR,
  DATABASE_URL: database.settings.DATABASE_URL,
});

/** Looks into the database; the server must be down, for an embedded one has room for one process. */
const look = async <T>(body: (db: Database) => Promise<T>): Promise<T> => {
  const { db, close } = await openDatabase(settings());
  try {
    return await body(db);
  } finally {
    await close();
  }
};

const startServer = async (): Promise<void> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../server.ts')], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  server = child;
  const visitor = new Client(`http://127.0.0.1:${port}`);
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    return (await visitor.get('/health').catch(() => undefined))?.status === 200 ? true : undefined;
  });
  const login = await visitor.post<{ accessToken: string }>('/api/auth/login', {
    email: buyer.email,
    password: PASSWORD,
  });
  visitor.token = login.json.accessToken;
  client = visitor;
};

const kill = async (): Promise<void> => {
  if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
};

const seed = (db: Database) =>
  db.transaction(async (tx) => {
    const passwordHash = await hashPassword(PASSWORD);
    const person = { passwordHash, emailVerifiedAt: new Date() };
    const added = await tx
      .insert(users)
      .values([
        { ...person, name: 'Buyer', email: 'buyer@example.test' },
        { ...person, name: 'Seller', email: 'seller@example.test', role: 'seller' as const },
      ])
      .returning({ id: users.id, email: users.email });
    const [shop] = await tx
      .insert(shops)
      .values({ ownerId: added[1]?.id ?? '', name: 'Shop', slug: 'shop' })
      .returning({ id: shops.id });
    const item = {
      title: 'Bowl',
      description: 'Thrown by hand.',
      priceCents: 2400,
      stock: STOCK,
      status: 'published' as const,
    };
    const [listing] = await tx
      .insert(listings)
      .values({ ...item, shopId: shop?.id ?? '' })
      .returning({ id: listings.id });
    return { buyer: added[0] ?? { id: '', email: '' }, listingId: listing?.id ?? '' };
  });

beforeAll(async () => {
  database = await createDatabase();
  [port, webhookPort] = [await freePort(), 1];
  const [secretKey, webhookSecret] = [`sk_test_${random()}`, `whsec_${random()}`];
  payments = await startPayments({
    secretKey,
    webhookSecret,
    webhookUrl: () => `http://127.0.0.1:${webhookPort}/webhooks/payments`,
  });
  environment = {
    ...database.settings,
    APP_ENV: 'test',
    LOG_LEVEL: process.env['BAZAAR_TEST_LOG'] ?? 'silent',
    PORT: String(port),
    APP_ORIGIN: `http://127.0.0.1:${port}`,
    ADMIN_ORIGIN: `http://admin.localhost:${port}`,
    JWT_SECRET: random(),
    FILE_URL_SECRET: random(),
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_PUBLISHABLE_KEY: `pk_test_${random()}`,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: payments.url,
    SHIPPING_WEBHOOK_SECRET: random(),
    MAIL_WEBHOOK_SECRET: `whsec_${random()}`,
    MAIL_FROM: 'Bazaar <hello@bazaar.test>',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MODEL_BASE_URL: 'http://127.0.0.1:1/v1',
    MODEL_API_KEY: random(),
  };
  ({ buyer, listingId } = await look(async (db) => {
    await migrate(db, database.settings.DATABASE_URL === undefined);
    return seed(db);
  }));
});

beforeEach(async () => {
  webhookPort = 1;
  await startServer();
}, 120_000);
afterEach(kill);
afterAll(async () => {
  await payments.close();
  await database.drop();
});

const fillCart = async (): Promise<void> => {
  const { status, text } = await client.send('PUT', `/api/cart/items/${listingId}`, { json: { quantity: 2 } });
  if (status !== 200) throw new Error(text);
};
const checkout = (key: string) =>
  client.post<Placed>('/api/checkout', { shippingAddress: ADDRESS }, { headers: { 'idempotency-key': key } });
const statusOf = async (orderId: string): Promise<string> =>
  (await client.get<{ status: string }>(`/api/orders/${orderId}`)).json.status;

/** What the database holds once the server is down: orders of this key, what is left, and how often people were told. */
const aftermath = (key: string) =>
  look(async (db) => {
    const made = await db.select().from(orders).where(eq(orders.idempotencyKey, key));
    const [listing] = await db.select().from(listings).where(eq(listings.id, listingId));
    const held = (await db.select().from(orders)).filter(({ status }) => status !== 'cancelled').length * 2;
    const told = (await db.select().from(notifications)).filter(
      ({ kind, url }) => kind === 'order.paid' && url.endsWith(made[0]?.id ?? 'none'),
    );
    const inCart = await db.select().from(cartItems).where(eq(cartItems.userId, buyer.id));
    return { made, told: told.length, inCart: inCart.length, stockIsRight: (listing?.stock ?? 0) + held === STOCK };
  });

// The server is started up to three times in each.
describe('a server that is killed', { timeout: 240_000 }, () => {
  it('between the order and its payment intent keeps the order, and the retry is the same order', async () => {
    const key = randomUUID();
    await fillCart();
    const hold = payments.hold('POST /v1/payment_intents');
    const cut = checkout(key).catch(() => 'cut off');
    await hold.reached;
    await kill();
    hold.release();
    expect(await cut).toBe('cut off');
    const { made, inCart, stockIsRight } = await aftermath(key);
    expect(made.map(({ status, paymentIntentId }) => [status, paymentIntentId])).toEqual([['pending_payment', null]]);
    expect([inCart, stockIsRight]).toEqual([0, true]);

    webhookPort = port;
    await startServer();
    const before = payments.intents.size;
    const retry = await checkout(key);
    expect([retry.status, retry.json.order.id]).toEqual([200, made[0]?.id]);
    expect(payments.intents.size).toBe(before);
    const intent = [...payments.intents.values()].find(({ metadata }) => metadata['orderId'] === made[0]?.id);
    expect(retry.json.payment?.clientSecret).toBe(intent?.client_secret);
    await payments.pay(intent?.id ?? '');
    expect(await statusOf(retry.json.order.id)).toBe('paid');
    await kill();
    expect(await aftermath(key)).toMatchObject({ told: 2, stockIsRight: true, made: [{ status: 'paid' }] });
  });

  it('between the payment and its webhook learns of the payment when it starts again, once', async () => {
    const key = randomUUID();
    await fillCart();
    const { order } = (await checkout(key)).json;
    await kill();
    const [placed] = (await aftermath(key)).made;
    const event = await payments.pay(placed?.paymentIntentId ?? '');
    expect(event.deliveries).toEqual([0]);

    await startServer();
    await until(async () => ((await statusOf(order.id)) === 'paid' ? true : undefined));
    webhookPort = port;
    expect(await payments.resend(event.id)).toBe(200);
    expect((await checkout(key)).json.order).toMatchObject({ id: order.id, status: 'paid' });
    await kill();
    expect(await aftermath(key)).toMatchObject({ told: 2, stockIsRight: true });
  });

  it('while it takes the order or the webhook, whenever that is, has done all of it or nothing', async () => {
    const key = randomUUID();
    await fillCart();
    const cut = checkout(key).catch(() => undefined);
    await kill();
    await cut;
    const first = await aftermath(key);
    expect([first.stockIsRight, first.inCart]).toEqual([true, first.made.length === 0 ? 1 : 0]);

    webhookPort = port;
    await startServer();
    const { order } = (await checkout(key)).json;
    const intent = [...payments.intents.values()].find(({ metadata }) => metadata['orderId'] === order.id);
    const paying = payments.pay(intent?.id ?? '');
    await kill();
    await paying;
    expect([0, 2]).toContain((await aftermath(key)).told);

    await startServer();
    await until(async () => ((await statusOf(order.id)) === 'paid' ? true : undefined));
    await kill();
    expect(await aftermath(key)).toMatchObject({ told: 2, stockIsRight: true, made: [{ status: 'paid' }] });
  });
});
