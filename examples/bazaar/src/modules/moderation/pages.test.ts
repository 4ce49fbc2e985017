import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { browse } from '../../../test/support/browser.ts';
import { makeListing, makeOrder } from '../../../test/support/goods.ts';
import { listings, reports, reviews } from '../../db/schema.ts';

let bazaar: TestBazaar;
let seller: Person;
let buyer: Person;
beforeAll(async () => {
  bazaar = await bootBazaar();
  seller = await bazaar.person('seller');
  buyer = await bazaar.person('customer', 'Berta Buyer');
});
afterAll(() => bazaar.stop());

const visit = async (path: string): Promise<string> =>
  (await bazaar.visitor().get(path, { headers: { accept: 'text/html' } })).text;

test('a buyer writes a review, a moderator hides it', async () => {
  const listingId = await makeListing(bazaar, seller);
  const orderId = await makeOrder(bazaar, { buyer, seller, listingId });
  const path = `/orders/${orderId}/review/${listingId}`;
  const { page, submit, submitBare } = await browse(bazaar, buyer);
  expect((await page(path)).text).toContain('A blue bowl');
  const review = { rating: '4', body: 'Lovely <script>alert(1)</script>' };
  expect((await submitBare(path, review)).status).toBe(403);
  expect((await submit(path, { ...review, rating: '9' })).status).toBe(400);
  expect((await submit(path, review)).headers.location).toBe(`/orders/${orderId}`);
  expect(await visit(`/listings/${listingId}`)).toContain('Lovely &lt;script&gt;');
  const stranger = await browse(bazaar, await bazaar.person('customer'));
  expect((await stranger.page(path)).status).toBe(404);
  const moderator = await browse(bazaar, await bazaar.person('moderator'));
  const [row] = await bazaar.app.context.db.select().from(reviews).where(eq(reviews.listingId, listingId));
  expect((await moderator.page('/moderation')).text).toContain('Lovely &lt;script&gt;');
  expect((await moderator.submit(`/moderation/reviews/${row?.id}/hide`)).status).toBe(303);
  expect(await visit(`/listings/${listingId}`)).not.toContain('Lovely');
});

test('a report goes from the listing to the queue, and the listing away', async () => {
  const listingId = await makeListing(bazaar, seller, { title: 'Stolen idea' });
  const { page, submit, submitBare } = await browse(bazaar, buyer);
  const path = `/listings/${listingId}/report`;
  expect((await submitBare(path, { reason: 'A copy of mine.' })).status).toBe(403);
  expect((await submit(path, { reason: 'A copy of <b>mine</b>.' })).headers.location).toBe('/reported');
  expect((await page('/reported')).text).toContain('Thank you');
  expect((await page('/moderation')).status).toBe(403);
  const { db } = bazaar.app.context;
  const [report] = await db.select().from(reports).where(eq(reports.listingId, listingId));
  const moderator = await browse(bazaar, await bazaar.person('moderator'));
  expect((await moderator.page('/moderation')).text).toContain('A copy of &lt;b&gt;mine');
  const remove = `/moderation/reports/${report?.id}/remove-listing`;
  expect((await submit(remove)).status).toBe(403);
  expect((await moderator.submitBare(remove)).status).toBe(403);
  expect((await moderator.submit(remove)).status).toBe(303);
  const [listing] = await db.select().from(listings).where(eq(listings.id, listingId));
  expect(listing?.status).toBe('removed');
});

test('a moderator puts a listing on the front page and takes it off', async () => {
  const listingId = await makeListing(bazaar, seller);
  const moderator = await browse(bazaar, await bazaar.person('moderator'));
  const featured = async () =>
    (await bazaar.app.context.db.select().from(listings).where(eq(listings.id, listingId)))[0]?.featured;
  await moderator.submit(`/moderation/listings/${listingId}/feature`);
  expect(await featured()).toBe(true);
  await moderator.submit(`/moderation/listings/${listingId}/unfeature`);
  expect(await featured()).toBe(false);
  const { submit } = await browse(bazaar, seller);
  expect((await submit(`/moderation/listings/${listingId}/feature`)).status).toBe(403);
  expect(await featured()).toBe(false);
});
