import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, PASSWORD, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { coupons, users } from '../../db/schema.ts';
import type { AdminUser, AuditEntryView, Coupon } from './schemas.ts';

let bazaar: TestBazaar;
let admin: Person;
let shopHost: string;
let adminHost: string;
beforeAll(async () => {
  bazaar = await bootBazaar();
  admin = await bazaar.person('admin');
  shopHost = new URL(bazaar.config.APP_ORIGIN).host;
  adminHost = new URL(bazaar.config.ADMIN_ORIGIN).host;
});
afterAll(() => bazaar.stop());

const ANY = '00000000-0000-4000-8000-000000000000';
const READS = ['users', `users/${ANY}`, 'orders', `orders/${ANY}`, 'payouts', 'coupons', 'audit-log'];
const ACTS = [
  ...['role', 'suspend', 'reinstate'].map((act) => `users/${ANY}/${act}`),
  ...['approve', 'reject'].map((act) => `payouts/${ANY}/${act}`),
  'coupons',
];

const findUser = async (id: string): Promise<AdminUser> =>
  (await admin.client.get<AdminUser>(`/api/admin/users/${id}`)).json;

describe('who may come in', () => {
  it.each(['customer', 'seller', 'moderator'] as const)('is not a %s, for any operation', async (role) => {
    const { client } = await bazaar.person(role);
    for (const path of READS) {
      expect([path, (await client.get(`/api/admin/${path}`, { host: adminHost })).status]).toEqual([path, 403]);
    }
    for (const path of ACTS) {
      const answer = await client.post(`/api/admin/${path}`, { role: 'admin', reason: 'because' }, { host: adminHost });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it('is not a visitor', async () => {
    for (const path of READS) expect((await bazaar.visitor(true).get(`/api/admin/${path}`)).status).toBe(401);
    for (const path of ACTS) expect((await bazaar.visitor(true).post(`/api/admin/${path}`)).status).toBe(401);
  });

  it('is an admin on the admin host, and elsewhere there is nothing', async () => {
    for (const path of ['users', 'orders', 'payouts', 'coupons', 'audit-log']) {
      expect((await admin.client.get(`/api/admin/${path}`)).status).toBe(200);
      expect((await admin.client.get(`/api/admin/${path}`, { host: shopHost })).status).toBe(404);
      const forwarded = { host: shopHost, headers: { 'x-forwarded-host': adminHost } };
      expect((await admin.client.get(`/api/admin/${path}`, forwarded)).status).toBe(404);
    }
    for (const path of ['', '/', '/nothing', '/users/']) {
      expect((await admin.client.get(`/api/admin${path}`, { host: shopHost })).status).toBe(404);
    }
    expect((await admin.client.get('/API/ADMIN/users', { host: shopHost })).status).toBe(404);
  });

  it('finds none of the shop’s pages on the admin host', async () => {
    const headers = { accept: 'text/html' };
    for (const path of ['/search', '/sign-up', '/account', '/forgot-password', '/cart', '/LOGIN']) {
      expect([path, (await admin.client.get(path, { headers })).status]).toEqual([path, 404]);
    }
    expect((await bazaar.visitor(true).get('/login', { headers })).status).toBe(200);
    expect((await bazaar.visitor(true).get('/health')).status).toBe(200);
    expect((await bazaar.visitor(true).get('/users', { headers })).headers.location).toBe('/login?next=%2Fusers');
    expect((await bazaar.visitor().get('/users', { headers })).status).toBe(404);
  });

  it('shows its pages to an admin', async () => {
    const headers = { accept: 'text/html' };
    expect((await admin.client.get('/', { headers })).headers.location).toBe('/payouts');
    for (const path of ['/payouts?status=', '/users?q=a', `/users/${admin.id}`, '/orders', '/coupons', '/audit-log']) {
      expect([path, (await admin.client.get(path, { headers })).status]).toEqual([path, 200]);
    }
  });
});

describe('roles', () => {
  const give = (id: string, role: unknown, client = admin.client) =>
    client.post(`/api/admin/users/${id}/role`, { role });

  it('count from the next request on, in both directions', async () => {
    const person = await bazaar.person('customer');
    const list = () => person.client.get('/api/admin/users', { host: adminHost });
    expect((await give(person.id, 'admin')).status).toBe(200);
    expect((await list()).status).toBe(200);
    expect((await give(person.id, 'customer')).status).toBe(200);
    expect((await list()).status).toBe(403);
    const { entries } = (
      await admin.client.get<{ entries: AuditEntryView[] }>('/api/admin/audit-log?action=user.role_changed')
    ).json;
    expect(entries[0]).toMatchObject({
      actor: { id: admin.id },
      subject: { id: person.id },
      detail: { to: 'customer' },
    });
  });

  it('are not one’s own to change, and seller is for who has a shop', async () => {
    expect((await give(admin.id, 'customer')).status).toBe(403);
    expect((await findUser(admin.id)).role).toBe('admin');
    const customer = await bazaar.person('customer');
    expect((await give(customer.id, 'seller')).status).toBe(409);
    expect((await findUser(customer.id)).role).toBe('customer');
    const seller = await bazaar.person('seller');
    expect((await give(seller.id, 'customer')).status).toBe(200);
    expect((await give(seller.id, 'seller')).status).toBe(200);
    for (const role of ['owner', '', null, ['admin']]) expect((await give(customer.id, role)).status).toBe(400);
    expect((await give(ANY, 'moderator')).status).toBe(404);
    expect((await give('1', 'moderator')).status).toBe(404);
  });
});

describe('suspension', () => {
  it('ends everything at once; who is let in again must log in', async () => {
    const person = await bazaar.person('customer');
    const login = () => bazaar.visitor().post('/api/auth/login', { email: person.email, password: PASSWORD });
    const suspend = () =>
      admin.client.post(`/api/admin/users/${person.id}/suspend`, { reason: 'sold what was not his' });
    expect((await suspend()).status).toBe(200);
    expect((await person.client.get('/api/me')).status).toBe(401);
    expect((await login()).status).toBe(403);
    expect((await suspend()).status).toBe(409);
    await bazaar.mail.waitFor((mail) => mail.to === person.email && mail.subject.includes('sold what was not his'));
    expect((await admin.client.post(`/api/admin/users/${person.id}/reinstate`)).status).toBe(200);
    expect((await person.client.get('/api/me')).status).toBe(401);
    expect((await login()).status).toBe(200);
  });

  it('is nothing to do to oneself, nor without a reason', async () => {
    expect((await admin.client.post(`/api/admin/users/${admin.id}/suspend`, { reason: 'a test' })).status).toBe(403);
    const { id } = await bazaar.person('customer');
    expect((await admin.client.post(`/api/admin/users/${id}/suspend`)).status).toBe(400);
    expect((await findUser(id)).status).toBe('active');
  });
});

describe('users', () => {
  it('are found by a part of name or address, taken literally, and shown without what is private', async () => {
    const person = await bazaar.person('customer', 'Searched Person');
    const find = async (q: string) =>
      admin.client.get<{ users: AdminUser[] }>(`/api/admin/users?q=${encodeURIComponent(q)}`);
    const found = await find('searched per');
    expect(found.json.users.map(({ id }) => id)).toEqual([person.id]);
    expect(found.text).not.toMatch(/Secret Street|1234567|scrypt/);
    expect((await find('%')).json.users).toEqual([]);
    expect((await find('\0')).status).toBe(400);
    expect((await admin.client.get('/api/admin/users?limit=100000')).status).toBe(400);
  });
});

describe('coupons', () => {
  const coupon = { code: 'spring-20', percentOff: 20, maxUses: 5, expiresAt: '2099-01-01T00:00:00Z' };
  const make = (more: object = {}) => admin.client.post<Coupon>('/api/admin/coupons', { ...coupon, ...more });

  it('are made once for each code', async () => {
    expect((await make()).json).toMatchObject({ code: 'SPRING-20', percentOff: 20, usedCount: 0 });
    expect((await make({ percentOff: 90 })).status).toBe(409);
    const { json } = await admin.client.get<{ coupons: Coupon[] }>('/api/admin/coupons');
    expect(json.coupons).toHaveLength(1);
    expect(json.coupons[0]?.percentOff).toBe(20);
  });

  it.each([
    { percentOff: 0 },
    { percentOff: 100 },
    { percentOff: -5 },
    { percentOff: 12.5 },
    { percentOff: '20' },
    { maxUses: 0 },
    { code: 'x' },
    { code: '<b>bold' },
    { expiresAt: '2001-01-01T00:00:00Z' },
    { expiresAt: 'tomorrow' },
    { usedCount: -10 },
  ])('are refused with %j', async (more) => {
    expect((await make({ code: 'OTHER-1', ...more })).status).toBe(400);
    const { db } = bazaar.app.context;
    expect(await db.select().from(coupons).where(eq(coupons.code, 'OTHER-1'))).toEqual([]);
  });
});

describe('an admin who was demoted', () => {
  it('has no session in the admin area left', async () => {
    const person = await bazaar.person('admin');
    const browser = bazaar.visitor(true);
    const headers = { accept: 'text/html' };
    await browser.send('POST', '/login', { form: { email: person.email, password: PASSWORD }, headers });
    expect((await browser.get('/users', { headers })).status).toBe(200);
    await admin.client.post(`/api/admin/users/${person.id}/role`, { role: 'customer' });
    expect((await browser.get('/users', { headers })).headers.location).toBe('/login?next=%2Fusers');
    const [row] = await bazaar.app.context.db.select().from(users).where(eq(users.id, person.id));
    expect(row?.role).toBe('customer');
  });
});
