import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, PASSWORD, type Person, type TestBazaar } from './support/bazaar.ts';
import type { Client } from './support/client.ts';

/** The way that must work on the day of the launch, by API and with every mail read. */
let bazaar: TestBazaar;
let admin: Person;

beforeAll(async () => {
  bazaar = await bootBazaar();
  admin = await bazaar.person('admin');
});
afterAll(() => bazaar.stop());

const tokenIn = (body: string): string => /token=([\w-]+)/.exec(body)?.[1] ?? '';

const signUp = async (name: string): Promise<Client> => {
  const client = bazaar.visitor();
  const email = `${name}-${randomUUID().slice(0, 8)}@example.test`;
  expect((await client.post('/api/auth/sign-up', { email, password: PASSWORD, name })).status).toBe(201);
  const mail = await bazaar.mail.waitFor((message) => message.to.includes(email));
  expect((await client.post('/api/auth/verify-email', { token: tokenIn(mail.text) })).status).toBe(200);
  const login = await client.post<{ accessToken: string }>('/api/auth/login', { email, password: PASSWORD });
  client.token = login.json.accessToken;
  return client;
};

test('sign up → verify → open a shop → listing → order → pay → both are told → payout approved', async () => {
  const seller = await signUp('mira');
  const buyer = await signUp('anna');

  expect(
    (await seller.post('/api/seller/onboarding', { name: 'Mira’s pots', about: 'Stoneware from a small kiln.' }))
      .status,
  ).toBe(201);
  const draft = await seller.post<{ id: string }>('/api/seller/listings', {
    title: 'A blue bowl',
    description: 'Thrown by hand, fired twice.',
    priceCents: 4500,
    stock: 2,
    sellerNote: 'glaze 14',
  });
  expect(draft.status).toBe(201);
  const listingId = draft.json.id;
  expect((await buyer.get(`/api/listings/${listingId}`)).status).toBe(404);
  expect((await seller.post(`/api/seller/listings/${listingId}/publish`)).status).toBe(200);
  const shown = await buyer.get(`/api/listings/${listingId}`);
  expect(shown.status).toBe(200);
  expect(shown.text).not.toContain('glaze 14');

  expect((await buyer.send('PUT', `/api/cart/items/${listingId}`, { json: { quantity: 1 } })).status).toBe(200);
  const headers = { 'idempotency-key': randomUUID() };
  const body = { shippingAddress: 'Anna, Secret Lane 7, 12345 Berlin', buyerNote: 'ring twice' };
  const checkout = await buyer.post<{ order: { id: string; status: string; totalCents: number } }>(
    '/api/checkout',
    body,
    { headers },
  );
  expect(checkout.status).toBe(201);
  const { id: orderId } = checkout.json.order;
  expect(checkout.json.order).toMatchObject({ status: 'pending_payment', totalCents: 4500 });
  const again = await buyer.post<{ order: { id: string } }>('/api/checkout', body, { headers });
  expect(again.json.order.id).toBe(orderId);

  const intent = [...bazaar.payments.intents.values()].find(({ metadata }) => metadata['orderId'] === orderId);
  await bazaar.payments.pay(intent?.id ?? '');
  const paid = await buyer.get<{ status: string }>(`/api/orders/${orderId}`);
  expect(paid.json.status).toBe('paid');
  for (const client of [buyer, seller]) {
    const inbox = await client.get<{ notifications: { title: string; url: string }[] }>('/api/notifications');
    expect(inbox.json.notifications.some(({ url }) => url.includes(orderId))).toBe(true);
  }

  expect((await seller.post(`/api/seller/orders/${orderId}/ship`, { trackingCode: 'TRACK-123456' })).status).toBe(200);
  expect((await buyer.post(`/api/orders/${orderId}/complete`)).status).toBe(200);

  const account = { holder: 'Mira', iban: 'DE89370400440532013000', password: PASSWORD };
  expect((await seller.send('PUT', '/api/seller/payout-account', { json: account })).status).toBe(200);
  const payout = await seller.post<{ id: string; status: string; amountCents: number }>('/api/seller/payouts');
  expect(payout.status).toBe(201);
  expect(payout.json).toMatchObject({ status: 'requested', amountCents: 4500 });
  expect((await admin.client.post(`/api/admin/payouts/${payout.json.id}/approve`)).status).toBe(200);
  const done = await seller.get<{ status: string }>(`/api/seller/payouts/${payout.json.id}`);
  expect(done.json.status).toBe('paid');
  expect(bazaar.payments.transfers).toHaveLength(1);
});
