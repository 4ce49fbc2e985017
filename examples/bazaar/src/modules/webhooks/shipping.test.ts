import { createHmac, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import type { Answer } from '../../../test/support/client.ts';
import { makeListing, makeOrder } from '../../../test/support/goods.ts';
import { notifications, orders, webhookEvents } from '../../db/schema.ts';
import type { OrderStatus } from '../../db/types.ts';

let bazaar: TestBazaar;
let buyer: Person;
let seller: Person;
let listingId: string;
beforeAll(async () => {
  bazaar = await bootBazaar();
  [buyer, seller] = await Promise.all([bazaar.person('customer'), bazaar.person('seller')]);
  listingId = await makeListing(bazaar, seller);
});
afterAll(() => bazaar.stop());

const parcel = async (status: OrderStatus = 'shipped'): Promise<{ id: string; trackingCode: string }> => {
  const id = await makeOrder(bazaar, { buyer, seller, listingId, status });
  const trackingCode = `TRACK-${id}`;
  await bazaar.app.context.db.update(orders).set({ trackingCode }).where(eq(orders.id, id));
  return { id, trackingCode };
};
const statusOf = async (id: string): Promise<string | undefined> =>
  (await bazaar.app.context.db.select({ status: orders.status }).from(orders).where(eq(orders.id, id)))[0]?.status;
const noticesOf = (id: string) =>
  bazaar.app.context.db
    .select({ userId: notifications.userId })
    .from(notifications)
    .where(and(eq(notifications.kind, 'order.delivered'), eq(notifications.url, `/orders/${id}`)));

const delivered = (trackingCode: string, occurredAt = new Date()): string =>
  JSON.stringify({ event: 'delivered', trackingCode, occurredAt: occurredAt.toISOString() });
const sign = (body: string, secret = bazaar.config.SHIPPING_WEBHOOK_SECRET, hash = 'sha256'): string =>
  `${hash}=${createHmac(hash, secret).update(body).digest('hex')}`;

const send = (body: string, headers: Record<string, string | undefined> = {}, method = 'POST'): Promise<Answer> => {
  const all = {
    'content-type': 'application/json',
    'x-hub-signature-256': sign(body),
    'x-delivery-id': randomUUID(),
    ...headers,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return bazaar.visitor().send(method, '/webhooks/shipping', { body, headers: Object.fromEntries(given) });
};

test('a signed event delivers the parcel and tells both sides, once however often it comes', async () => {
  const { id, trackingCode } = await parcel();
  const body = delivered(trackingCode);
  const delivery = randomUUID();
  const all = await Promise.all(Array.from({ length: 4 }, () => send(body, { 'x-delivery-id': delivery })));
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await statusOf(id)).toBe('delivered');
  expect((await noticesOf(id)).map(({ userId }) => userId).sort()).toEqual([buyer.id, seller.id].sort());
  // The id is not signed: a replay under another one finds nothing to do.
  expect((await send(body)).status).toBe(200);
  expect(await noticesOf(id)).toHaveLength(2);
});

test('what is not signed over these very bytes is refused and changes nothing', async () => {
  const { id, trackingCode } = await parcel();
  const body = delivered(trackingCode);
  const forged: Record<string, string | undefined>[] = [
    { 'x-hub-signature-256': undefined },
    { 'x-hub-signature-256': '' },
    { 'x-hub-signature-256': 'sha256=' },
    { 'x-hub-signature-256': sign(body).slice('sha256='.length) },
    { 'x-hub-signature-256': sign(delivered('OTHER')) },
    { 'x-hub-signature-256': sign(`${body} `) },
    { 'x-hub-signature-256': sign(body, '') },
    { 'x-hub-signature-256': sign(body, 'secret') },
    { 'x-hub-signature-256': sign(body, bazaar.config.SHIPPING_WEBHOOK_SECRET, 'sha1') },
    { 'x-hub-signature-256': undefined, 'x-hub-signature': sign(body, undefined, 'sha1') },
  ];
  for (const headers of forged) {
    const answer = await send(body, headers);
    expect([answer.status, answer.json]).toEqual([401, { error: { code: 'unauthorized', message: 'Not accepted.' } }]);
  }
  expect(await statusOf(id)).toBe('shipped');
});

test('an event that is old, of the future, without an id or of another shape is refused', async () => {
  const { id, trackingCode } = await parcel();
  for (const minutes of [-6, 6, -60 * 24]) {
    expect((await send(delivered(trackingCode, new Date(Date.now() + minutes * 60_000)))).status).toBe(400);
  }
  expect((await send(delivered(trackingCode), { 'x-delivery-id': undefined })).status).toBe(400);
  for (const body of [
    '',
    '{',
    '[]',
    '{}',
    '{"event":"lost"}',
    JSON.stringify({ ...JSON.parse(delivered(trackingCode)), status: 'completed' }),
  ]) {
    expect((await send(body)).status).toBe(400);
  }
  expect(await statusOf(id)).toBe('shipped');
});

test('only what was shipped can arrive', async () => {
  for (const status of ['pending_payment', 'paid', 'completed', 'cancelled', 'refunded'] as const) {
    const { id, trackingCode } = await parcel(status);
    expect((await send(delivered(trackingCode))).status).toBe(200);
    expect(await statusOf(id)).toBe(status);
    expect(await noticesOf(id)).toEqual([]);
  }
  expect((await send(delivered('UNKNOWN-CODE'))).status).toBe(200);
});

test('on its way is noted and changes nothing', async () => {
  const { id, trackingCode } = await parcel();
  const delivery = randomUUID();
  const body = JSON.stringify({ event: 'in_transit', trackingCode, occurredAt: new Date().toISOString() });
  expect((await send(body, { 'x-delivery-id': delivery })).status).toBe(200);
  expect(await statusOf(id)).toBe('shipped');
  const seen = await bazaar.app.context.db.select().from(webhookEvents).where(eq(webhookEvents.eventId, delivery));
  expect(seen).toHaveLength(1);
});

test('other methods, media types, encodings and sizes are refused in JSON', async () => {
  const { id, trackingCode } = await parcel();
  const body = delivered(trackingCode);
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const answer = await send(body, {}, method);
    expect([method, answer.status]).toEqual([method, 404]);
    expect(answer.headers['content-type']).toContain('application/json');
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', undefined]) {
    expect((await send(body, { 'content-type': type })).status).toBe(415);
  }
  expect((await send(body, { 'content-encoding': 'gzip' })).status).toBe(415);
  const large = JSON.stringify({ ...JSON.parse(body), padding: 'x'.repeat(300_000) });
  expect((await send(large)).status).toBe(413);
  expect((await bazaar.visitor().post('/webhooks/other')).status).toBe(404);
  expect(await statusOf(id)).toBe('shipped');
});
