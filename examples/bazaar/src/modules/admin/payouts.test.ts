import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { orders, payoutAccounts, payoutOrders, payouts, refunds, shops } from '../../db/schema.ts';
import type { AdminPayout } from './schemas.ts';

let bazaar: TestBazaar;
let admin: Person;
let buyer: Person;
beforeAll(async () => {
  bazaar = await bootBazaar();
  admin = await bazaar.person('admin');
  buyer = await bazaar.person('customer');
});
afterAll(() => bazaar.stop());

/** A completed order of 20 euro, and a payout asked for it. */
const requested = async (seller: Person, shopId = seller.shopId ?? ''): Promise<{ id: string; orderId: string }> => {
  const { db, payments } = bazaar.app.context;
  const account = await payments.createAccount({ name: 'Studio', iban: 'DE89370400440532013000', key: randomUUID() });
  await db
    .insert(payoutAccounts)
    .values({ shopId, holder: 'Studio', ibanLast4: '3000', providerAccountId: account.id })
    .onConflictDoNothing();
  const [order] = await db
    .insert(orders)
    .values({
      buyerId: buyer.id,
      shopId,
      status: 'completed',
      subtotalCents: 2000,
      totalCents: 2000,
      currency: 'eur',
      shippingAddress: 'Secret Street 1',
      idempotencyKey: randomUUID(),
    })
    .returning({ id: orders.id });
  const [payout] = await db
    .insert(payouts)
    .values({ shopId, amountCents: 2000, currency: 'eur', requestedBy: seller.id })
    .returning({ id: payouts.id });
  if (order === undefined || payout === undefined) throw new Error('not written');
  await db.insert(payoutOrders).values({ orderId: order.id, payoutId: payout.id });
  return { id: payout.id, orderId: order.id };
};

const approve = (id: string, by = admin) => by.client.post<AdminPayout>(`/api/admin/payouts/${id}/approve`);
const reject = (id: string, by = admin, reason = 'the account is wrong') =>
  by.client.post<AdminPayout>(`/api/admin/payouts/${id}/reject`, { reason });
const row = async (id: string) => (await bazaar.app.context.db.select().from(payouts).where(eq(payouts.id, id)))[0];
const claims = (id: string) => bazaar.app.context.db.select().from(payoutOrders).where(eq(payoutOrders.payoutId, id));

describe('approving', () => {
  it('pays once, also when it is pressed twice at the same time', async () => {
    const seller = await bazaar.person('seller');
    const { id } = await requested(seller);
    const before = bazaar.payments.transfers.length;
    const answers = await Promise.all([approve(id), approve(id)]);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await row(id)).toMatchObject({ status: 'paid', decidedBy: admin.id });
    expect((await approve(id)).status).toBe(409);
    expect(bazaar.payments.transfers).toHaveLength(before + 1);
    expect(bazaar.payments.transfers.at(-1)).toMatchObject({ amount: 2000 });
    const told = (subject: string): boolean => subject.startsWith('€20.00 are on their way');
    await bazaar.mail.waitFor(({ to, subject }) => to === seller.email && told(subject));
    expect(bazaar.mail.messages().filter(({ to, subject }) => to === seller.email && told(subject))).toHaveLength(1);
  });

  it('stays approved when the provider fails, and is paid when it is approved again', async () => {
    const { id } = await requested(await bazaar.person('seller'));
    const before = bazaar.payments.transfers.length;
    bazaar.payments.breakNext('POST /v1/transfers');
    const answer = await approve(id);
    expect(answer.status).toBe(502);
    expect(answer.text).not.toMatch(/api_error|stripe/i);
    expect(await row(id)).toMatchObject({ status: 'approved', providerTransferId: null });
    expect((await reject(id)).status).toBe(409);
    expect((await approve(id)).json).toMatchObject({ status: 'paid' });
    expect(bazaar.payments.transfers).toHaveLength(before + 1);
  });

  it('moves the money once when the app stopped after it was moved', async () => {
    const { id } = await requested(await bazaar.person('seller'));
    await approve(id);
    const before = bazaar.payments.transfers.length;
    const { providerTransferId } = (await row(id)) ?? {};
    await bazaar.app.context.db
      .update(payouts)
      .set({ status: 'approved', providerTransferId: null })
      .where(eq(payouts.id, id));
    expect((await approve(id)).json).toMatchObject({ status: 'paid' });
    expect((await row(id))?.providerTransferId).toBe(providerTransferId);
    expect(bazaar.payments.transfers).toHaveLength(before);
  });

  it('is for somebody else than who asked or owns the shop', async () => {
    const other = await bazaar.person('admin');
    const asked = await requested(other, (await bazaar.person('seller')).shopId ?? '');
    const [shop] = await bazaar.app.context.db
      .insert(shops)
      .values({ ownerId: other.id, name: 'Own', slug: `own-${randomUUID()}` })
      .returning({ id: shops.id });
    const owned = await requested(await bazaar.person('customer'), shop?.id);
    for (const { id } of [asked, owned]) {
      expect((await approve(id, other)).status).toBe(403);
      expect((await reject(id, other)).status).toBe(403);
      expect((await row(id))?.status).toBe('requested');
      expect((await approve(id)).status).toBe(200);
    }
  });

  it('waits for a refund that was asked for since', async () => {
    const { id, orderId } = await requested(await bazaar.person('seller'));
    await bazaar.app.context.db.insert(refunds).values({ orderId, amountCents: 500, reason: 'broken' });
    const before = bazaar.payments.transfers.length;
    expect((await approve(id)).status).toBe(409);
    expect((await row(id))?.status).toBe('requested');
    expect(bazaar.payments.transfers).toHaveLength(before);
  });

  it('finds no payout that is not there', async () => {
    expect((await approve(randomUUID())).status).toBe(404);
    expect((await approve('1')).status).toBe(404);
  });
});

describe('rejecting', () => {
  it('frees the orders and gives the reason, once', async () => {
    const seller = await bazaar.person('seller');
    const { id, orderId } = await requested(seller);
    expect((await claims(id)).map((claim) => claim.orderId)).toEqual([orderId]);
    expect((await reject(id, admin, '')).status).toBe(400);
    expect((await reject(id)).json).toMatchObject({ status: 'rejected', rejectionReason: 'the account is wrong' });
    expect(await claims(id)).toEqual([]);
    expect((await reject(id)).status).toBe(409);
    expect((await approve(id)).status).toBe(409);
    await bazaar.mail.waitFor((mail) => mail.to === seller.email && mail.subject.includes('the account is wrong'));
  });
});

describe('the lists', () => {
  it('show payouts by state, and orders without what is between buyer and seller', async () => {
    const { id, orderId } = await requested(await bazaar.person('seller'));
    const { json } = await admin.client.get<{ payouts: AdminPayout[] }>('/api/admin/payouts?status=requested');
    expect(json.payouts.map((payout) => payout.id)).toContain(id);
    expect(new Set(json.payouts.map(({ status }) => status))).toEqual(new Set(['requested']));
    for (const path of ['/api/admin/orders', `/api/admin/orders/${orderId}`]) {
      const answer = await admin.client.get(path);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain(orderId);
      expect(answer.text).not.toMatch(/Secret Street|buyerNote|idempotency/);
    }
    expect((await admin.client.get('/api/admin/payouts?status=lost')).status).toBe(400);
    const page = await admin.client.get(`/orders/${orderId}`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
  });
});
