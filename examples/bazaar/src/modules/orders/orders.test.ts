import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import type { Answer } from '../../../test/support/client.ts';
import { ADDRESS, statusesOf, tradeOf } from '../../../test/support/trade.ts';
import { messages, notifications, orders } from '../../db/schema.ts';
import type { MessageView, OrderView } from './schemas.ts';

let bazaar: TestBazaar;
let trade: ReturnType<typeof tradeOf>;
let seller: Person;
let buyer: Person;
let strangers: Person[];

beforeAll(async () => {
  bazaar = await bootBazaar();
  trade = tradeOf(bazaar);
  [seller, buyer] = [await bazaar.person('seller'), await bazaar.person('customer')];
  strangers = await Promise.all(
    (['customer', 'seller', 'moderator', 'admin'] as const).map((role) => bazaar.person(role)),
  );
});
afterAll(() => bazaar.stop());

const noticesOf = async (person: Person, orderId: string): Promise<string[]> => {
  const rows = await bazaar.app.context.db.select().from(notifications).where(eq(notifications.userId, person.id));
  return rows.filter(({ url }) => url.endsWith(orderId)).map(({ kind, url }) => `${kind} ${url.replace(orderId, '')}`);
};

describe('somebody else’s order', () => {
  it('is not there for anybody but its parties, whatever is tried, and nothing of it changes', async () => {
    const { order } = await trade.place(buyer, await trade.list(seller));
    const { id } = order;
    const before = await trade.row(id);
    const tries: ((person: Person) => Promise<Answer>)[] = [
      ({ client }) => client.get(`/api/orders/${id}`),
      ({ client }) => client.get(`/api/orders/${id}/invoice`),
      ({ client }) => client.get(`/api/orders/${id}/refunds`),
      ({ client }) => client.get(`/api/orders/${id}/messages`),
      ({ client }) => client.post(`/api/orders/${id}/messages`, { body: 'hello' }),
      ({ client }) => client.post(`/api/orders/${id}/payment`),
      ({ client }) => client.post(`/api/orders/${id}/cancel`),
      ({ client }) => client.post(`/api/orders/${id}/complete`),
      ({ client }) => client.post(`/api/orders/${id}/refunds`, { amountCents: 1, reason: 'because I can' }),
      ({ client }) => client.get(`/shop/orders/${id}`),
      ({ client }) => client.send('POST', `/orders/${id}/cancel`, { form: {} }),
      ({ client }) => client.send('POST', `/orders/${id}/messages`, { form: { body: 'hello' } }),
    ];
    for (const person of strangers) {
      for (const attempt of tries) {
        const { status, text } = await attempt(person);
        expect([403, 404]).toContain(status);
        expect(text).not.toContain('Quiet Lane');
      }
      expect((await trade.ship(person, id)).status).toBe(person.shopId === null ? 403 : 404);
    }
    for (const attempt of tries) expect((await attempt({ ...buyer, client: bazaar.visitor() })).status).toBe(401);
    expect(await trade.row(id)).toEqual(before);
    expect(await bazaar.app.context.db.select().from(messages).where(eq(messages.orderId, id))).toEqual([]);
  });

  it('stands in nobody’s list or export', async () => {
    const mark = 'MARK-OF-THE-VICTIM';
    await trade.place(buyer, await trade.list(seller, { title: mark }));
    for (const { client } of strangers) {
      for (const path of [
        '/api/orders',
        '/api/seller/orders',
        '/api/seller/orders/export',
        '/orders',
        '/shop/orders',
      ]) {
        expect((await client.get(path)).text).not.toContain(mark);
      }
    }
    expect((await seller.client.get('/api/seller/orders')).text).toContain(mark);
    expect((await buyer.client.get('/api/orders')).text).toContain(mark);
    expect((await buyer.client.get('/api/seller/orders')).status).toBe(403);
    expect((await seller.client.get('/api/orders')).text).not.toContain(mark);
  });
});

describe('the two parties', () => {
  it('see what is theirs to see', async () => {
    const { order } = await trade.place(buyer, await trade.list(seller));
    const seen = async (): Promise<OrderView> => (await seller.client.get<OrderView>(`/api/orders/${order.id}`)).json;
    expect(await seen()).toMatchObject({ party: 'seller', shippingAddress: null, buyerNote: null, couponCode: null });
    expect((await seller.client.get('/api/seller/orders')).text).not.toContain('Quiet Lane');
    expect((await seller.client.get('/api/seller/orders/export')).text).not.toContain('Quiet Lane');
    await trade.pay(order.id);
    expect(await seen()).toMatchObject({ shippingAddress: ADDRESS, status: 'paid' });
    const { text } = await buyer.client.get(`/api/orders/${order.id}`);
    for (const secret of ['paymentIntent', 'idempotency', buyer.email, seller.email, 'Secret Street', 'secret_']) {
      expect(text).not.toContain(secret);
    }
  });

  it('write to each other', async () => {
    const order = await trade.orderIn('paid', { buyer, seller });
    const path = `/api/orders/${order.id}/messages`;
    expect((await buyer.client.post(path, { body: 'Is it blue?' })).status).toBe(201);
    expect((await seller.client.post(path, { body: 'It is <b>blue</b>.' })).status).toBe(201);
    for (const body of ['', ' ', 'x'.repeat(2001), 7, ['a'], { text: 'a' }]) {
      expect((await buyer.client.post(path, { body })).status).toBe(400);
    }
    expect((await buyer.client.post(path, { body: 'x', senderId: seller.id })).status).toBe(400);
    const { json } = await seller.client.get<{ messages: MessageView[] }>(path);
    expect(json.messages.map(({ from, body }) => [from, body])).toEqual([
      ['buyer', 'Is it blue?'],
      ['seller', 'It is <b>blue</b>.'],
    ]);
    expect(await noticesOf(seller, order.id)).toContain('message /shop/orders/');
    expect(await noticesOf(buyer, order.id)).toContain('message /orders/');
  });

  it('are told of each step', async () => {
    const order = await trade.orderIn('completed', { buyer, seller });
    for (const kind of ['order.paid', 'order.shipped', 'order.completed']) {
      expect((await noticesOf(buyer, order.id)).filter((notice) => notice === `${kind} /orders/`)).toHaveLength(1);
      expect((await noticesOf(seller, order.id)).filter((notice) => notice === `${kind} /shop/orders/`)).toHaveLength(
        1,
      );
    }
  });
});

describe('the states', () => {
  it('cannot be skipped or gone through twice', async () => {
    const order = await trade.orderIn('pending_payment', { buyer, seller });
    const complete = (): Promise<Answer> => buyer.client.post(`/api/orders/${order.id}/complete`);
    expect((await trade.ship(seller, order.id)).status).toBe(409);
    expect((await complete()).status).toBe(409);
    expect((await buyer.client.get(`/api/orders/${order.id}/invoice`)).status).toBe(409);
    await trade.pay(order.id);
    expect((await complete()).status).toBe(409);
    expect((await buyer.client.post(`/api/orders/${order.id}/cancel`)).status).toBe(409);
    const shipped = await Promise.all([1, 2, 3].map(() => trade.ship(seller, order.id)));
    expect(statusesOf(shipped)).toEqual([200, 409, 409]);
    expect((await seller.client.post(`/api/orders/${order.id}/complete`)).status).toBe(404);
    expect((await trade.ship(buyer, order.id)).status).toBe(403);
    const completed = await Promise.all([complete(), complete()]);
    expect(statusesOf(completed)).toEqual([200, 409]);
    expect((await trade.row(order.id)).status).toBe('completed');
  });

  it('want a tracking code that is one', async () => {
    const order = await trade.orderIn('paid', { buyer, seller });
    for (const body of [
      {},
      { trackingCode: '' },
      { trackingCode: 'a\nb c' },
      { trackingCode: 'ABC', status: 'completed' },
    ]) {
      expect((await seller.client.post(`/api/seller/orders/${order.id}/ship`, body)).status).toBe(400);
    }
    expect((await trade.row(order.id)).status).toBe('paid');
  });
});

describe('papers', () => {
  it('gives both parties the invoice as a PDF that nobody keeps', async () => {
    const order = await trade.orderIn('paid', { buyer, seller }, { title: '陶器 bowl 🏺 with “quotes” €' });
    for (const { client } of [buyer, seller]) {
      const { status, headers, text } = await client.get(`/api/orders/${order.id}/invoice`);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/pdf');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-disposition']).toBe(`attachment; filename=invoice-${order.id}.pdf`);
      expect(text.startsWith('%PDF-1.')).toBe(true);
    }
  });

  it('exports cells that no spreadsheet runs', async () => {
    const own = await bazaar.person('seller');
    for (const title of ['=HYPERLINK("https://evil.test")', '+1', '-1', '@sum', 'fine, "really"']) {
      const { order } = await trade.place(buyer, await trade.list(own, { title: 'x' }));
      await bazaar.app.context.db
        .update(orders)
        .set({ trackingCode: title })
        .where(and(eq(orders.id, order.id)));
    }
    const { status, headers, text } = await own.client.get('/api/seller/orders/export');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    for (const cell of [`"'=HYPERLINK(""https://evil.test"")"`, `"'+1"`, `"'-1"`, `"'@sum"`, '"fine, ""really"""']) {
      expect(text).toContain(`,${cell}\r\n`);
    }
    expect(text.trimEnd().split('\r\n')).toHaveLength(6);
  });
});
