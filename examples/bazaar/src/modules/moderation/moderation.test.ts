import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { makeListing, makeOrder } from '../../../test/support/goods.ts';
import { auditLog, listings, notifications, reports, reviews } from '../../db/schema.ts';
import type { Receipt, Report } from './schemas.ts';

let bazaar: TestBazaar;
let seller: Person;
let customer: Person;
let moderator: Person;
beforeAll(async () => {
  bazaar = await bootBazaar();
  seller = await bazaar.person('seller');
  customer = await bazaar.person('customer');
  moderator = await bazaar.person('moderator');
});
afterAll(() => bazaar.stop());

const reason = 'This is a copy of somebody’s design.';
const queue = '/api/moderation/reports';
const report = (by: Person, listingId: string) =>
  by.client.post<Receipt>(`/api/listings/${listingId}/reports`, { reason });
const reported = async (by = customer) => {
  const listingId = await makeListing(bazaar, seller);
  const { json } = await report(by, listingId);
  return { listingId, reportId: json.id };
};
const stateOf = async (listingId: string) =>
  (await bazaar.app.context.db.select().from(listings).where(eq(listings.id, listingId)))[0];
const reportState = async (id: string) =>
  (await bazaar.app.context.db.select().from(reports).where(eq(reports.id, id)))[0]?.status;

test('one open report of each user for a listing, also when sent at once', async () => {
  const listingId = await makeListing(bazaar, seller);
  const answers = await Promise.all([1, 2, 3].map(() => report(customer, listingId)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  expect((await report(await bazaar.person('customer'), listingId)).status).toBe(201);
  expect(await bazaar.app.context.db.select().from(reports).where(eq(reports.listingId, listingId))).toHaveLength(2);
  const { reports: open } = (await moderator.client.get<{ reports: Report[] }>(`${queue}?limit=50`)).json;
  expect(open.filter(({ listing }) => listing.id === listingId)).toHaveLength(2);
});

test('drafts cannot be reported, nor can nobody report, nor say nothing', async () => {
  const draft = await makeListing(bazaar, seller, { status: 'draft' });
  expect((await report(customer, draft)).status).toBe(404);
  const listingId = await makeListing(bazaar, seller);
  expect((await bazaar.visitor().post(`/api/listings/${listingId}/reports`, { reason })).status).toBe(401);
  for (const body of [{}, { reason: 'short' }, { reason: 'x'.repeat(1001) }, { reason, status: 'removed' }]) {
    expect((await customer.client.post(`/api/listings/${listingId}/reports`, body)).status).toBe(400);
  }
});

test('what is left out: no addresses, phones or notes reach the queue', async () => {
  const listingId = await makeListing(bazaar, seller, { sellerNote: 'canary-note' });
  await report(customer, listingId);
  const { text } = await moderator.client.get(`${queue}?limit=50`);
  expect(text).toContain(listingId);
  expect(text).not.toMatch(/canary-note|@example|\+49|Secret Street/);
});

test('removing takes the listing away, tells its seller, and counts once', async () => {
  const { listingId, reportId } = await reported();
  expect((await moderator.client.post(`${queue}/${reportId}/remove-listing`)).status).toBe(204);
  expect((await bazaar.visitor().get(`/api/listings/${listingId}`)).status).toBe(404);
  expect(await stateOf(listingId)).toMatchObject({ status: 'removed', featured: false });
  const { db } = bazaar.app.context;
  const told = await db
    .select()
    .from(notifications)
    .where(eq(notifications.url, `/shop/listings/${listingId}`));
  expect(told.map(({ userId, kind }) => [userId, kind])).toEqual([[seller.id, 'listing_removed']]);
  const written = await db.select().from(auditLog).where(eq(auditLog.subjectId, listingId));
  expect(written.map(({ actorId, action }) => [actorId, action])).toEqual([[moderator.id, 'listing.removed']]);
  for (const decision of ['remove-listing', 'dismiss']) {
    expect((await moderator.client.post(`${queue}/${reportId}/${decision}`)).status).toBe(409);
  }
  expect((await seller.client.post(`/api/seller/listings/${listingId}/publish`)).status).toBe(409);
  expect(await reportState(reportId)).toBe('removed');
});

test('dismissing leaves the listing alone and lets the user report again', async () => {
  const { listingId, reportId } = await reported();
  expect((await moderator.client.post(`${queue}/${reportId}/dismiss`)).status).toBe(204);
  expect((await stateOf(listingId))?.status).toBe('published');
  expect((await report(customer, listingId)).status).toBe(201);
});

test('nobody decides on their own report', async () => {
  const { listingId, reportId } = await reported(moderator);
  for (const decision of ['dismiss', 'remove-listing']) {
    expect((await moderator.client.post(`${queue}/${reportId}/${decision}`)).status).toBe(403);
  }
  expect(await reportState(reportId)).toBe('open');
  expect((await stateOf(listingId))?.status).toBe('published');
  expect((await (await bazaar.person('moderator')).client.post(`${queue}/${reportId}/dismiss`)).status).toBe(204);
});

test('the queue and every decision are for moderators and admins', async () => {
  const { listingId, reportId } = await reported();
  const orderId = await makeOrder(bazaar, { buyer: customer, seller, listingId });
  const [review] = await bazaar.app.context.db
    .insert(reviews)
    .values({ orderId, listingId, authorId: customer.id, rating: 1, body: 'Not what I thought.' })
    .returning();
  const posts: [string, unknown][] = [
    [`${queue}/${reportId}/dismiss`, {}],
    [`${queue}/${reportId}/remove-listing`, {}],
    [`/api/moderation/listings/${listingId}/feature`, { featured: true }],
    [`/api/moderation/reviews/${review?.id}/hide`, {}],
  ];
  for (const [{ client }, status] of [
    [customer, 403],
    [seller, 403],
    [{ client: bazaar.visitor() }, 401],
  ] as const) {
    expect((await client.get(queue)).status).toBe(status);
    for (const [path, body] of posts) expect((await client.post(path, body)).status).toBe(status);
  }
  expect(await stateOf(listingId)).toMatchObject({ status: 'published', featured: false });
  expect(await reportState(reportId)).toBe('open');
  const admin = await bazaar.person('admin');
  expect((await admin.client.get(queue)).status).toBe(200);
  const [, , feature, hide] = posts;
  expect((await admin.client.post(...(feature ?? ['', {}]))).json).toEqual({ id: listingId, featured: true });
  expect((await moderator.client.post(hide?.[0] ?? '')).status).toBe(204);
  expect((await bazaar.visitor().get(`/api/listings/${listingId}/reviews`)).json).toEqual({ reviews: [] });
});

test('only what is published is featured, and only by a yes or no', async () => {
  const draft = await makeListing(bazaar, seller, { status: 'draft' });
  const path = `/api/moderation/listings/${draft}/feature`;
  expect((await moderator.client.post(path, { featured: true })).status).toBe(404);
  for (const body of [{}, { featured: 'yes' }, { featured: true, status: 'published' }]) {
    expect((await moderator.client.post(path, body)).status).toBe(400);
  }
  expect(await stateOf(draft)).toMatchObject({ status: 'draft', featured: false });
  expect((await moderator.client.get(`${queue}?status=everything`)).status).toBe(400);
});
