import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { tradeOf } from '../../../test/support/trade.ts';
import { cartItems, listings } from '../../db/schema.ts';
import type { CartView } from './schemas.ts';

let bazaar: TestBazaar;
let trade: ReturnType<typeof tradeOf>;
let seller: Person;
let other: Person;

beforeAll(async () => {
  bazaar = await bootBazaar();
  trade = tradeOf(bazaar);
  seller = await bazaar.person('seller');
  other = await bazaar.person('seller');
});
afterAll(() => bazaar.stop());

const cartOf = async (buyer: Person): Promise<CartView> => (await buyer.client.get<CartView>('/api/cart')).json;
const inOneHour = (): string => new Date(Date.now() + 3600_000).toISOString();

describe('cart', () => {
  it('is for those who are logged in', async () => {
    const visitor = bazaar.visitor();
    const id = await trade.list(seller);
    expect((await visitor.get('/api/cart')).status).toBe(401);
    expect((await visitor.send('PUT', `/api/cart/items/${id}`, { json: { quantity: 1 } })).status).toBe(401);
    expect((await visitor.send('PUT', '/api/cart/coupon', { json: { code: 'SAVE10' } })).status).toBe(401);
    expect((await visitor.send('DELETE', `/api/cart/items/${id}`)).status).toBe(401);
    const page = await visitor.get('/cart', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.location]).toEqual([303, '/login?next=%2Fcart']);
  });

  it('holds what was put in, with the price of the database', async () => {
    const buyer = await bazaar.person('customer');
    const id = await trade.list(seller, { priceCents: 1999 });
    await trade.put(buyer, id, { quantity: 2 });
    await trade.put(buyer, id, { quantity: 3 });
    expect(await cartOf(buyer)).toMatchObject({ subtotalCents: 5997, totalCents: 5997, items: [{ quantity: 3 }] });
    await bazaar.app.context.db.update(listings).set({ priceCents: 100 }).where(eq(listings.id, id));
    expect((await cartOf(buyer)).totalCents).toBe(300);
    await buyer.client.send('DELETE', `/api/cart/items/${id}`);
    expect((await cartOf(buyer)).items).toEqual([]);
  });

  it.each([
    ['no quantity', {}],
    ['none', { quantity: 0 }],
    ['less than none', { quantity: -1 }],
    ['a part', { quantity: 1.5 }],
    ['too many', { quantity: 100 }],
    ['text', { quantity: '1' }],
    ['a price', { quantity: 1, priceCents: 1 }],
    ['somebody else', { quantity: 1, userId: '00000000-0000-4000-8000-000000000000' }],
    ['a list', [{ quantity: 1 }]],
    ['a date that is none', { quantity: 1, bookedFor: 'tomorrow' }],
  ])('refuses %s', async (_name, line) => {
    expect((await trade.put(other, await trade.list(seller), line)).status).toBe(400);
    expect((await cartOf(other)).items).toEqual([]);
  });

  it('takes published listings only', async () => {
    const buyer = await bazaar.person('customer');
    expect((await trade.put(buyer, await trade.list(seller, { status: 'draft' }))).status).toBe(404);
    expect((await trade.put(buyer, await trade.list(seller, { status: 'removed' }))).status).toBe(404);
    expect((await trade.put(buyer, 'no-id')).status).toBe(404);
    expect((await trade.put(buyer, '00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('shows neither title nor price of what was taken back', async () => {
    const buyer = await bazaar.person('customer');
    const id = await trade.list(seller, { title: 'Secret draft' });
    await trade.put(buyer, id);
    await bazaar.app.context.db.update(listings).set({ status: 'draft' }).where(eq(listings.id, id));
    const { text } = await buyer.client.get('/api/cart');
    expect(text).not.toContain('Secret draft');
    expect(JSON.parse(text)).toMatchObject({ totalCents: 0, items: [{ available: false }] });
  });

  it('holds things of one shop at a time, and never of one’s own', async () => {
    const buyer = await bazaar.person('customer');
    await trade.put(buyer, await trade.list(seller));
    const second = await trade.put(buyer, await trade.list(other));
    expect([second.status, (second.json as { error: { code: string } }).error.code]).toEqual([409, 'other_shop']);
    expect((await cartOf(buyer)).items).toHaveLength(1);
    expect((await trade.put(seller, await trade.list(seller))).status).toBe(409);
    expect((await trade.put(seller, await trade.list(other))).status).toBe(200);
  });

  it('lets two shops not slip in at once', async () => {
    const buyer = await bazaar.person('customer');
    const ids = await Promise.all([seller, other, seller, other].map((person) => trade.list(person)));
    await Promise.all(ids.map((id) => trade.put(buyer, id)));
    const rows = await bazaar.app.context.db
      .select({ shopId: listings.shopId })
      .from(cartItems)
      .innerJoin(listings, eq(listings.id, cartItems.listingId))
      .where(eq(cartItems.userId, buyer.id));
    expect(new Set(rows.map(({ shopId }) => shopId)).size).toBe(1);
  });

  it('wants a time to come for bookings, and none for products', async () => {
    const buyer = await bazaar.person('customer');
    const booking = await trade.list(seller, { kind: 'booking' });
    const product = await trade.list(seller);
    const past = new Date(Date.now() - 1000).toISOString();
    expect((await trade.put(buyer, booking, { quantity: 1 })).status).toBe(400);
    expect((await trade.put(buyer, booking, { quantity: 1, bookedFor: past })).status).toBe(400);
    expect((await trade.put(buyer, product, { quantity: 1, bookedFor: inOneHour() })).status).toBe(400);
    expect((await trade.put(buyer, booking, { quantity: 1, bookedFor: inOneHour() })).status).toBe(200);
  });

  it('says that there are not so many', async () => {
    const buyer = await bazaar.person('customer');
    expect((await trade.put(buyer, await trade.list(seller, { stock: 2 }), { quantity: 3 })).status).toBe(409);
  });
});

describe('coupon in the cart', () => {
  const use = (buyer: Person, code: unknown) => buyer.client.send('PUT', '/api/cart/coupon', { json: { code } });

  it('takes off its part, and goes again', async () => {
    const buyer = await bazaar.person('customer');
    await trade.put(buyer, await trade.list(seller, { priceCents: 999 }));
    const code = await trade.coupon({ percentOff: 50 });
    expect((await use(buyer, code.toLowerCase())).status).toBe(200);
    expect(await cartOf(buyer)).toMatchObject({ subtotalCents: 999, discountCents: 499, totalCents: 500 });
    await buyer.client.send('DELETE', '/api/cart/coupon');
    expect(await cartOf(buyer)).toMatchObject({ coupon: null, totalCents: 999 });
    expect(await trade.usesOf(code)).toBe(0);
  });

  it('answers the same for what does not exist, has ended or is used up', async () => {
    const buyer = await bazaar.person('customer');
    const answers = await Promise.all([
      use(buyer, 'NOSUCHCODE'),
      use(buyer, await trade.coupon({ expiresAt: new Date(Date.now() - 1) })),
      use(buyer, await trade.coupon({ maxUses: 1, usedCount: 1 })),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(409);
    expect((await use(buyer, "' or 1=1")).status).toBe(400);
    expect((await use(buyer, ['A'])).status).toBe(400);
  });
});
