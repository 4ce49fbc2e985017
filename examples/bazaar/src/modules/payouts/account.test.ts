import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bootBazaar, PASSWORD, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { auditLog, outbox, payoutAccounts } from '../../db/schema.ts';
import { isIban } from './iban.ts';
import type { PayoutAccount } from './schemas.ts';

let bazaar: TestBazaar;
beforeAll(async () => {
  bazaar = await bootBazaar({ limits: 1 });
});
afterAll(() => bazaar.stop());

const path = '/api/seller/payout-account';
const good = { holder: 'H. Older', iban: 'DE89 3704 0044 0532 0130 00', password: PASSWORD };
const put = ({ client }: Person, json: unknown) => client.send<PayoutAccount>('PUT', path, { json });
const stored = (seller: Person) =>
  bazaar.app.context.db
    .select()
    .from(payoutAccounts)
    .where(eq(payoutAccounts.shopId, seller.shopId ?? ''));

test('an IBAN is known by its check digits', () => {
  expect(isIban('DE89370400440532013000')).toBe(true);
  expect(isIban('GB29NWBK60161331926819')).toBe(true);
  for (const wrong of [
    'DE89370400440532013001',
    'DE98370400440532013000',
    'de89370400440532013000',
    '',
    'DE89',
    '89DE370400440532013000',
  ]) {
    expect(isIban(wrong)).toBe(false);
  }
});

test('the number goes to the provider; the answer, the database and the audit log know four characters at most', async () => {
  const seller = await bazaar.person('seller');
  expect((await seller.client.get(path)).status).toBe(404);
  const set = await put(seller, good);
  expect(set.status).toBe(200);
  expect(set.json).toEqual({ holder: 'H. Older', ibanLast4: '3000', updatedAt: expect.any(String) });
  expect((await seller.client.get<PayoutAccount>(path)).json).toEqual(set.json);
  const [row] = await stored(seller);
  expect(row?.providerAccountId).toMatch(/^acct_/);
  const written = await bazaar.app.context.db.select().from(auditLog).where(eq(auditLog.actorId, seller.id));
  expect(written.map(({ action }) => action)).toContain('payout_account.changed');
  expect(JSON.stringify([row, written])).not.toMatch(/0532|0440/);
});

test('the owner is told by mail', async () => {
  const seller = await bazaar.person('seller');
  await put(seller, good);
  await vi.waitFor(async () => {
    const mails = await bazaar.app.context.db.select().from(outbox).where(eq(outbox.recipient, seller.email));
    expect(mails.map(({ subject, status }) => [subject, status])).toEqual([
      [expect.stringContaining('account that your payouts go to'), 'sent'],
    ]);
  });
});

test('without the right password nothing changes, and after ten tries the right one does not help', async () => {
  const seller = await bazaar.person('seller');
  await put(seller, good);
  const [before] = await stored(seller);
  const other = { holder: 'Thief', iban: 'GB29NWBK60161331926819' };
  expect((await put(seller, other)).status).toBe(400);
  for (let attempt = 0; attempt < 9; attempt++)
    expect((await put(seller, { ...other, password: `guess ${attempt}` })).status).toBe(403);
  expect((await put(seller, { ...other, password: PASSWORD })).status).toBe(429);
  expect((await stored(seller))[0]).toEqual(before);
});

test.each([
  ['a wrong check digit', { iban: 'DE89370400440532013001' }],
  ['no text', { iban: 7 }],
  ['a list', { holder: ['a', 'b'] }],
  ['two lines', { holder: 'A\nB' }],
  ['another shop', { shopId: '00000000-0000-4000-8000-000000000000' }],
  ['a provider account', { providerAccountId: 'acct_mine' }],
])('%s is refused', async (_what, change) => {
  const seller = await bazaar.person('seller');
  expect((await put(seller, { ...good, ...change })).status).toBe(400);
  expect(await stored(seller)).toEqual([]);
});

test('one seller’s account is not another’s', async () => {
  const [one, two] = [await bazaar.person('seller'), await bazaar.person('seller')];
  await put(one, good);
  expect((await two.client.get(path)).status).toBe(404);
  await put(two, { ...good, holder: 'Somebody Else', iban: 'GB29NWBK60161331926819' });
  expect((await one.client.get<PayoutAccount>(path)).json).toMatchObject({ holder: 'H. Older', ibanLast4: '3000' });
});
