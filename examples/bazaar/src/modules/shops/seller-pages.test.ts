import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, PASSWORD, type TestBazaar } from '../../../test/support/bazaar.ts';
import { browse } from '../../../test/support/browser.ts';
import { makeListing, makeOrder } from '../../../test/support/goods.ts';
import { multipart, PNG } from '../../../test/support/multipart.ts';
import { payoutAccounts, payouts, photos, shops } from '../../db/schema.ts';
import type { Photo } from '../photos/schemas.ts';

let bazaar: TestBazaar;
beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

test('a customer opens a shop with a form', async () => {
  const customer = await bazaar.person('customer');
  const { page, submit, submitBare } = await browse(bazaar, customer);
  expect((await page('/sell')).text).toContain('Open a shop');
  expect((await submitBare('/sell', { name: 'Without a token', about: '' })).status).toBe(403);
  const opened = await submit('/sell', { name: 'Pots & <b>Pans</b>', about: 'By <i>hand</i>' });
  expect([opened.status, opened.headers.location]).toEqual([303, '/shop']);
  const overview = await page('/shop');
  expect(overview.text).toContain('Pots &amp; &lt;b&gt;Pans&lt;/b&gt;');
  expect(overview.text).not.toContain('<b>Pans');
  expect((await page('/sell')).headers.location).toBe('/shop');
  await submit('/shop', { name: 'Pots and Pans', about: '' });
  const [shop] = await bazaar.app.context.db.select().from(shops).where(eq(shops.ownerId, customer.id));
  expect(shop).toMatchObject({ name: 'Pots and Pans', about: '' });
  expect((await bazaar.visitor().get(`/shops/${shop?.slug}`, { headers: { accept: 'text/html' } })).text).toContain(
    'Pots and Pans',
  );
});

test('the payout account and a payout, with forms', async () => {
  const seller = await bazaar.person('seller');
  await makeOrder(bazaar, {
    buyer: await bazaar.person('customer'),
    seller,
    listingId: await makeListing(bazaar, seller),
  });
  const { page, submit, submitBare } = await browse(bazaar, seller);
  const { db } = bazaar.app.context;
  const mine = () =>
    db
      .select()
      .from(payouts)
      .where(eq(payouts.shopId, seller.shopId ?? ''));
  expect((await page('/shop/payouts')).text).toContain('Say first where the money goes');
  const account = { holder: 'H. Older', iban: 'DE89 3704 0044 0532 0130 00' };
  expect((await submit('/shop/payout-account', { ...account, password: 'a guess' })).status).toBe(403);
  expect((await submitBare('/shop/payout-account', { ...account, password: PASSWORD })).status).toBe(403);
  expect(
    await db
      .select()
      .from(payoutAccounts)
      .where(eq(payoutAccounts.shopId, seller.shopId ?? '')),
  ).toEqual([]);
  expect((await submit('/shop/payout-account', { ...account, password: PASSWORD })).status).toBe(303);
  expect((await page('/shop/payout-account')).text).toContain('account ending in 3000');
  expect((await page('/shop/payouts')).text).toContain('€30.00');
  expect((await submitBare('/shop/payouts')).status).toBe(403);
  expect(await mine()).toEqual([]);
  expect((await submit('/shop/payouts')).status).toBe(303);
  expect((await submit('/shop/payouts')).status).toBe(409);
  expect((await mine()).map(({ amountCents }) => amountCents)).toEqual([3000]);
});

test('a browser sends a photo with its token in a header, and the token stands in no address', async () => {
  const seller = await bazaar.person('seller');
  const listingId = await makeListing(bazaar, seller);
  const { client, csrf, page, submit, submitBare } = await browse(bazaar, seller);
  const edit = await page(`/shop/listings/${listingId}`);
  expect(edit.text).toContain(`data-upload="/api/seller/listings/${listingId}/photos"`);
  expect(edit.text).not.toMatch(new RegExp(`(?:action|href|src|data-upload)="[^"]*${csrf}`));
  const { body, headers } = multipart({ bytes: PNG });
  const send = (more: Record<string, string>) =>
    client.send<Photo>('POST', `/api/seller/listings/${listingId}/photos`, { body, headers: { ...headers, ...more } });
  const count = () => bazaar.app.context.db.$count(photos, eq(photos.listingId, listingId));
  for (const more of [
    {},
    { 'x-csrf-token': 'x'.repeat(csrf.length) },
    { 'x-csrf-token': csrf, origin: 'https://evil.example' },
  ]) {
    expect((await send(more)).status).toBe(403);
  }
  expect(await count()).toBe(0);
  const added = await send({ 'x-csrf-token': csrf });
  expect(added.status).toBe(201);
  const remove = `/shop/listings/${listingId}/photos/${added.json.id}/delete`;
  expect((await submitBare(remove)).status).toBe(403);
  expect(await count()).toBe(1);
  expect((await submit(remove)).headers.location).toBe(`/shop/listings/${listingId}`);
  expect(await count()).toBe(0);
});

test('pages for sellers send others away', async () => {
  const { page } = await browse(bazaar, await bazaar.person('customer'));
  const moderator = await browse(bazaar, await bazaar.person('moderator'));
  for (const path of ['/shop', '/shop/payouts', '/shop/payout-account']) {
    expect((await page(path)).status).toBe(403);
    const nobody = await bazaar.visitor().get(path, { headers: { accept: 'text/html' } });
    expect([nobody.status, nobody.headers.location]).toEqual([303, `/login?next=${encodeURIComponent(path)}`]);
  }
  expect((await moderator.page('/sell')).status).toBe(403);
});
