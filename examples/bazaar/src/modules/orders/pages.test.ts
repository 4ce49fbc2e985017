import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootBazaar, PASSWORD, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { csrfOf, type Answer, type Client } from '../../../test/support/client.ts';
import { ADDRESS, tradeOf } from '../../../test/support/trade.ts';

let bazaar: TestBazaar;
let trade: ReturnType<typeof tradeOf>;

beforeAll(async () => {
  bazaar = await bootBazaar();
  trade = tradeOf(bazaar);
});
afterAll(() => bazaar.stop());

interface Browser {
  open(path: string): Promise<Answer>;
  /** Posts a form with the session's token. */
  post(path: string, fields?: Record<string, string>): Promise<Answer>;
}

const html = { headers: { accept: 'text/html' } };

const browserOf = async ({ email }: Person): Promise<Browser> => {
  const client: Client = bazaar.visitor();
  const login = await client.send('POST', '/login', { form: { email, password: PASSWORD }, ...html });
  if (login.status !== 303) throw new Error(login.text);
  const open = (path: string): Promise<Answer> => client.get(path, html);
  const token = csrfOf((await open('/cart')).text);
  return {
    open,
    post: (path, fields = {}) => client.send('POST', path, { form: { _csrf: token, ...fields }, ...html }),
  };
};

const field = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

it('lets a buyer order and pay, and the shop send it, by forms alone', async () => {
  const people = { seller: await bazaar.person('seller'), buyer: await bazaar.person('customer') };
  const [buyer, seller] = [await browserOf(people.buyer), await browserOf(people.seller)];
  const listingId = await trade.list(people.seller, { title: 'Blue <bowl>', priceCents: 2000 });
  const code = await trade.coupon({ percentOff: 10 });
  expect((await buyer.post('/cart/items', { listingId, quantity: '2' })).headers.location).toBe('/cart');
  await buyer.post('/cart/coupon', { code });
  const cart = (await buyer.open('/cart')).text;
  expect(cart).toContain('Blue &lt;bowl&gt;');
  expect(cart).toContain('€36.00');

  const form = { idempotencyKey: field(cart, 'idempotencyKey'), shippingAddress: ADDRESS };
  const [placed, twice] = await Promise.all([buyer.post('/checkout', form), buyer.post('/checkout', form)]);
  const path = placed.headers.location ?? '';
  expect([placed.status, twice.headers.location]).toEqual([303, path]);
  const waiting = await buyer.open(path);
  expect(waiting.text).toContain('Pay €36.00');
  const origin = new URL(bazaar.payments.url).origin;
  expect(waiting.headers['content-security-policy']).toContain(`form-action 'self' ${origin}`);

  const away = new URL((await buyer.post(`${path}/payment`)).headers.location ?? '');
  expect(away.origin).toBe(origin);
  expect((await fetch(away)).status).toBe(200);
  const paid = await fetch(away, { method: 'POST', body: away.searchParams, redirect: 'manual' });
  expect(paid.headers.get('location')).toBe(`${bazaar.config.APP_ORIGIN}${path}`);
  expect((await buyer.open(path)).text).toContain('Invoice (PDF)');

  await buyer.post(`${path}/messages`, { body: 'Is it <i>really</i> blue?' });
  const sold = await seller.open(`/shop${path}`);
  expect(sold.text).toContain('Is it &lt;i&gt;really&lt;/i&gt; blue?');
  expect(sold.text).toContain('Quiet Lane 7');
  expect((await seller.open(path)).headers.location).toBe(`/shop${path}`);
  expect((await seller.post(`/shop${path}/ship`, { trackingCode: 'ABC-123' })).status).toBe(303);
  expect((await buyer.open(path)).text).toContain('ABC-123');
  await buyer.post(`${path}/complete`);
  await buyer.post(`${path}/refunds`, { amount: '12.34', reason: 'One of them has a crack.' });
  const asked = (await seller.open(`/shop${path}`)).text;
  const refund = /\/shop\/refunds\/[\w-]+\/approve/.exec(asked)?.[0] ?? '';
  expect((await seller.post(refund)).headers.location).toBe(`/shop${path}`);
  expect((await buyer.open(path)).text).toContain('Paid back');
  expect(bazaar.payments.refunds.map(({ amount }) => amount)).toEqual([1234]);
  for (const page of ['/orders', '/shop/orders'])
    expect((await (page === '/orders' ? buyer : seller).open(page)).text).toContain(path);
});

it('takes no form without the session’s token, and shows no stranger the page', async () => {
  const people = { seller: await bazaar.person('seller'), buyer: await bazaar.person('customer') };
  const buyer = await browserOf(people.buyer);
  const stranger = await browserOf(await bazaar.person('customer'));
  const { order } = await trade.place(people.buyer, await trade.list(people.seller));
  for (const step of ['payment', 'cancel', 'complete', 'messages', 'refunds']) {
    expect((await buyer.post(`/orders/${order.id}/${step}`, { _csrf: 'x', body: 'x' })).status).toBe(403);
    const fields = { body: 'x', amount: '1', reason: 'because I can' };
    expect((await stranger.post(`/orders/${order.id}/${step}`, fields)).status).toBe(404);
  }
  expect((await stranger.open(`/orders/${order.id}`)).status).toBe(404);
  expect((await stranger.open(`/shop/orders/${order.id}`)).status).toBe(403);
  expect((await trade.row(order.id)).status).toBe('pending_payment');
});

it('pays nothing on the stand-in’s page without its secret, and leads nowhere else', async () => {
  const [seller, buyer] = [await bazaar.person('seller'), await bazaar.person('customer')];
  const { order, payment } = await trade.place(buyer, await trade.list(seller));
  const page = `${bazaar.payments.pageUrl}/${(await trade.row(order.id)).paymentIntentId}`;
  const back = `${bazaar.config.APP_ORIGIN}/orders/${order.id}`;
  const post = async (client_secret: string, return_url: string): Promise<number> =>
    (
      await fetch(page, {
        method: 'POST',
        body: new URLSearchParams({ client_secret, return_url }),
        redirect: 'manual',
      })
    ).status;
  expect(await post('guess', back)).toBe(404);
  expect(await post(payment?.clientSecret ?? '', 'https://evil.test/')).toBe(400);
  expect(await post(payment?.clientSecret ?? '', 'javascript:alert(1)')).toBe(400);
  expect((await trade.row(order.id)).status).toBe('pending_payment');
  expect(await post(payment?.clientSecret ?? '', back)).toBe(303);
  expect((await trade.row(order.id)).status).toBe('paid');
});
