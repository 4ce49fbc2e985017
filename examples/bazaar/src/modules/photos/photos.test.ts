import { eq } from 'drizzle-orm';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { makeListing } from '../../../test/support/goods.ts';
import { multipart, PNG, type SentFile } from '../../../test/support/multipart.ts';
import { listings, photos } from '../../db/schema.ts';
import type { Photo } from './schemas.ts';
import { signedPhotoUrl } from './signed-url.ts';

let bazaar: TestBazaar;
let seller: Person;
beforeAll(async () => {
  bazaar = await bootBazaar();
  seller = await bazaar.person('seller');
});
afterAll(() => bazaar.stop());

const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

const path = (listingId: string): string => `/api/seller/listings/${listingId}/photos`;
const upload = ({ client }: Pick<Person, 'client'>, listingId: string, ...files: readonly SentFile[]) =>
  client.send<Photo>('POST', path(listingId), multipart(...files));
const rows = (listingId: string) => bazaar.app.context.db.select().from(photos).where(eq(photos.listingId, listingId));
const folder = (): string => join(bazaar.config.DATA_DIR, 'photos');
const files = (): string[] => (existsSync(folder()) ? readdirSync(folder()) : []);

test('a picture is kept under a random name and shown by its signed address', async () => {
  const listingId = await makeListing(bazaar, seller);
  const added = await upload(seller, listingId, { bytes: PNG, name: '../../evil.html', type: 'text/html' });
  expect(added.status).toBe(201);
  const [row] = await rows(listingId);
  expect(row).toMatchObject({ id: added.json.id, contentType: 'image/png', bytes: PNG.length });
  expect(row?.fileKey).toMatch(/^[\w-]{43}$/);
  expect(files()).toContain(row?.fileKey);
  const shown = await bazaar.visitor().get(added.json.url);
  expect(shown.status).toBe(200);
  expect(shown.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline; filename="photo.png"',
    'cache-control': 'private, max-age=3600',
    'content-length': String(PNG.length),
  });
});

test('an address that is unsigned, changed, of another picture or too old shows nothing', async () => {
  const listingId = await makeListing(bazaar, seller);
  const [one, two] = [
    (await upload(seller, listingId, { bytes: PNG })).json,
    (await upload(seller, listingId, { bytes: PNG })).json,
  ];
  const later = one.url.replace(/expires=(\d+)/, (_all, expires: string) => `expires=${Number(expires) + 3600}`);
  const old = signedPhotoUrl(bazaar.config, one.id, Date.now() - 3 * 3600_000);
  for (const url of [
    `/photos/${one.id}`,
    one.url.replace(one.id, two.id),
    later,
    old,
    `${one.url}x`,
    '/photos/nothing',
    `${one.url}&signature=a`,
  ]) {
    expect((await bazaar.visitor().get(url)).status).toBe(404);
    expect((await seller.client.get(url)).status).toBe(404);
  }
});

test.each([
  ['a page that says it is a picture', [{ bytes: HTML, name: 'a.png', type: 'image/png' }], 415],
  ['an SVG', [{ bytes: SVG, name: 'a.svg', type: 'image/svg+xml' }], 415],
  ['nothing', [{ bytes: Buffer.alloc(0) }], 415],
  ['another field', [{ bytes: PNG, field: 'file' }], 400],
  ['two files', [{ bytes: PNG }, { bytes: PNG }], 400],
  ['no file', [], 400],
  ['more than 5 MB', [{ bytes: Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]) }], 413],
] as const)('%s is refused and leaves no file', async (_what, sent, status) => {
  const listingId = await makeListing(bazaar, seller);
  const before = files().length;
  expect((await upload(seller, listingId, ...sent)).status).toBe(status);
  expect(await rows(listingId)).toEqual([]);
  expect(files()).toHaveLength(before);
});

test('bodies that are no form are refused', async () => {
  const listingId = await makeListing(bazaar, seller);
  expect((await seller.client.post(path(listingId), { photo: 'text' })).status).toBe(400);
  const { body, headers } = multipart({ bytes: PNG });
  expect((await seller.client.send('POST', path(listingId), { body: body.subarray(0, 120), headers })).status).toBe(
    400,
  );
  expect(
    (await seller.client.send('POST', path(listingId), { body, headers: { 'content-type': 'multipart/form-data' } }))
      .status,
  ).toBe(400);
});

test('eight at most, also when sent at once', async () => {
  const listingId = await makeListing(bazaar, seller);
  const before = files().length;
  const answers = await Promise.all(Array.from({ length: 11 }, () => upload(seller, listingId, { bytes: PNG })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(8);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
  expect(await rows(listingId)).toHaveLength(8);
  expect(files()).toHaveLength(before + 8);
});

test('another’s listing gets no photo and loses none', async () => {
  const other = await bazaar.person('seller');
  const [mine, theirs] = [await makeListing(bazaar, other), await makeListing(bazaar, seller)];
  const { id } = (await upload(seller, theirs, { bytes: PNG })).json;
  expect((await upload(other, theirs, { bytes: PNG })).status).toBe(404);
  for (const listingId of [theirs, mine])
    expect((await other.client.send('DELETE', `${path(listingId)}/${id}`)).status).toBe(404);
  expect(await rows(theirs)).toHaveLength(1);
  for (const role of ['customer', 'moderator', 'admin'] as const) {
    const person = await bazaar.person(role);
    expect((await upload(person, theirs, { bytes: PNG })).status).toBe(403);
    expect((await person.client.send('DELETE', `${path(theirs)}/${id}`)).status).toBe(403);
  }
  expect((await upload({ client: bazaar.visitor() }, theirs, { bytes: PNG })).status).toBe(401);
  expect(await rows(theirs)).toHaveLength(1);
});

test('removing takes the file too; a listing that moderators removed is frozen', async () => {
  const listingId = await makeListing(bazaar, seller);
  const [one, two] = [
    (await upload(seller, listingId, { bytes: PNG })).json,
    (await upload(seller, listingId, { bytes: PNG })).json,
  ];
  const before = files().length;
  expect((await seller.client.send('DELETE', `${path(listingId)}/${one.id}`)).status).toBe(204);
  expect((await bazaar.visitor().get(one.url)).status).toBe(404);
  expect(files()).toHaveLength(before - 1);
  await bazaar.app.context.db.update(listings).set({ status: 'removed' }).where(eq(listings.id, listingId));
  expect((await seller.client.send('DELETE', `${path(listingId)}/${two.id}`)).status).toBe(404);
  expect((await upload(seller, listingId, { bytes: PNG })).status).toBe(404);
});
