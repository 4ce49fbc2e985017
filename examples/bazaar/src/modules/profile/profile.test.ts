import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, PASSWORD, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { csrfOf } from '../../../test/support/client.ts';
import { users } from '../../db/schema.ts';
import type { OwnProfile } from './schemas.ts';

let bazaar: TestBazaar;
let unchanged: Person | undefined;
beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

const NEW_PASSWORD = 'three quiet lanterns';
const me = async ({ client }: Person): Promise<OwnProfile> => (await client.get<OwnProfile>('/api/me')).json;
const logIn = (email: string, password = PASSWORD) => bazaar.visitor().post('/api/auth/login', { email, password });
const tokenIn = (text: string): string => /token=([\w-]+)/.exec(text)?.[1] ?? '';
const mailTo = (to: string, subject: string) =>
  bazaar.mail.waitFor((mail) => mail.to === to && mail.subject === subject);

const browser = async (email: string) => {
  const client = bazaar.visitor();
  await client.send('POST', '/login', { form: { email, password: PASSWORD }, headers: { accept: 'text/html' } });
  const page = await client.get('/account', { headers: { accept: 'text/html' } });
  return { client, page, csrf: csrfOf(page.text) };
};

describe('your profile', () => {
  it('is for you, and is changed field by field', async () => {
    const person = await bazaar.person('customer');
    const changed = await person.client.send<OwnProfile>('PATCH', '/api/me', {
      json: { name: 'Grace', phone: null, bio: 'I weave.' },
    });
    expect(changed.status).toBe(200);
    expect(await me(person)).toEqual(JSON.parse(changed.text));
    expect(await me(person)).toMatchObject({ name: 'Grace', phone: null, bio: 'I weave.', email: person.email });
    expect((await me(person)).address).toContain('Secret Street');
    expect((await person.client.send('PATCH', '/api/me', { json: {} })).status).toBe(200);
    expect((await bazaar.visitor().get('/api/me')).status).toBe(401);
    expect((await bazaar.visitor().send('PATCH', '/api/me', { json: { name: 'x' } })).status).toBe(401);
  });

  it.each([
    { role: 'admin' },
    { email: 'other@example.test' },
    { status: 'active' },
    { emailVerifiedAt: '2020-01-01T00:00:00Z' },
    { verified: true },
    { authEpoch: 0 },
    { passwordHash: 'x' },
    { id: '00000000-0000-4000-8000-000000000000' },
    { name: '' },
    { name: 'a\nb' },
    { name: { toString: 'x' } },
    { bio: 'x'.repeat(1001) },
    { phone: '<script>' },
  ])('refuses %j and changes nothing', async (change) => {
    const person = (unchanged ??= await bazaar.person('customer'));
    const before = await me(person);
    expect((await person.client.send('PATCH', '/api/me', { json: { bio: 'new', ...change } })).status).toBe(400);
    expect(await me(person)).toEqual(before);
  });

  it('shows others the name, the bio and the shop only', async () => {
    const seller = await bazaar.person('seller');
    const { json, text } = await bazaar.visitor().get<Record<string, unknown>>(`/api/users/${seller.id}`);
    expect(Object.keys(json).toSorted()).toEqual(['bio', 'name', 'shopSlug']);
    expect(text).not.toMatch(/@example|Secret Street|1234567/);
    for (const id of ['me', '*', `${seller.id}.json`, '00000000-0000-4000-8000-000000000000']) {
      expect((await bazaar.visitor().get(`/api/users/${id}`)).status).toBe(404);
    }
    await bazaar.app.context.db.update(users).set({ status: 'suspended' }).where(eq(users.id, seller.id));
    expect((await bazaar.visitor().get(`/api/users/${seller.id}`)).status).toBe(404);
  });
});

describe('a new password', () => {
  it('needs the current one', async () => {
    const { email, client } = await bazaar.person('customer');
    const answer = await client.post('/api/me/password', {
      currentPassword: 'not the password',
      newPassword: NEW_PASSWORD,
    });
    expect(answer.status).toBe(403);
    expect((await client.post('/api/me/password', { newPassword: NEW_PASSWORD })).status).toBe(400);
    const weak = await client.post('/api/me/password', { currentPassword: PASSWORD, newPassword: 'qwertyuiop1' });
    expect(weak.status).toBe(400);
    expect((await logIn(email)).status).toBe(200);
  });

  it('ends every other session and token, and keeps the one that asked', async () => {
    const person = await bazaar.person('customer');
    const [here, there] = [await browser(person.email), await browser(person.email)];
    const json = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    const changed = await here.client.post('/api/me/password', json, { headers: { 'x-csrf-token': here.csrf } });
    expect(changed.status).toBe(204);
    expect((await here.client.get('/api/me')).status).toBe(200);
    expect((await there.client.get('/api/me')).status).toBe(401);
    expect((await person.client.get('/api/me')).status).toBe(401);
    expect((await logIn(person.email)).status).toBe(401);
    expect((await logIn(person.email, NEW_PASSWORD)).status).toBe(200);
    await mailTo(person.email, 'Your password was changed');
  });

  it('is not set by a form of another page', async () => {
    const person = await bazaar.person('customer');
    const { client } = await browser(person.email);
    const form = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect((await client.send('POST', '/account/password', { form })).status).toBe(403);
    expect((await logIn(person.email)).status).toBe(200);
  });
});

describe('another e-mail address', () => {
  const ask = (person: Person, newEmail: string, password = PASSWORD) =>
    person.client.post('/api/me/email', { newEmail, password });
  const confirm = (person: Person, token: string) => person.client.post('/api/me/email/confirm', { token });

  it('needs the password and the link, and tells the old address', async () => {
    const person = await bazaar.person('customer');
    const newEmail = `new-${person.email}`;
    expect((await ask(person, newEmail, 'not the password')).status).toBe(403);
    expect((await ask(person, newEmail)).status).toBe(202);
    expect((await me(person)).email).toBe(person.email);
    await mailTo(person.email, 'Your e-mail address is about to change');
    const token = tokenIn((await mailTo(newEmail, 'Confirm your new e-mail address')).text);
    const stranger = await bazaar.person('customer');
    expect((await confirm(stranger, token)).status).toBe(400);
    expect((await confirm(person, token)).status).toBe(200);
    expect(await me(person)).toMatchObject({ email: newEmail, verified: true });
    expect((await confirm(person, token)).status).toBe(400);
    expect((await me(stranger)).email).toBe(stranger.email);
    await mailTo(person.email, 'Your e-mail address was changed');
  });

  it('is refused when it was taken meanwhile', async () => {
    const [person, other] = [await bazaar.person('customer'), await bazaar.person('customer')];
    expect((await ask(person, other.email)).status).toBe(202);
    const token = tokenIn((await mailTo(other.email, 'Confirm your new e-mail address')).text);
    expect((await confirm(person, token)).status).toBe(409);
    expect((await me(person)).email).toBe(person.email);
    expect((await me(other)).email).toBe(other.email);
  });

  it('is not reached by a link that went out before the password was reset', async () => {
    const person = await bazaar.person('customer');
    await ask(person, `thief-${person.email}`);
    const change = tokenIn((await mailTo(`thief-${person.email}`, 'Confirm your new e-mail address')).text);
    await bazaar.visitor().post('/api/auth/forgot-password', { email: person.email });
    const reset = tokenIn((await mailTo(person.email, 'Choose a new password')).text);
    await bazaar.visitor().post('/api/auth/reset-password', { token: reset, password: NEW_PASSWORD });
    const login = await bazaar
      .visitor()
      .post<{ accessToken: string }>('/api/auth/login', { email: person.email, password: NEW_PASSWORD });
    person.client.token = login.json.accessToken;
    expect((await confirm(person, change)).status).toBe(400);
    expect((await me(person)).email).toBe(person.email);
  });
});

describe('the account page', () => {
  it('saves its forms, and shows why one was refused', async () => {
    const person = await bazaar.person('customer');
    const { client, csrf, page } = await browser(person.email);
    expect(page.text).toContain('Where you are logged in');
    const form = { _csrf: csrf, name: 'Lin', phone: '', address: '', bio: '<b>hi</b>' };
    const saved = await client.send('POST', '/account', { form, headers: { accept: 'text/html' } });
    expect(saved.headers.location).toBe('/account?done=saved');
    expect(await me(person)).toMatchObject({ name: 'Lin', phone: null, address: null, bio: '<b>hi</b>' });
    const refused = await client.send('POST', '/account', {
      form: { _csrf: csrf, name: '', role: 'admin' },
      headers: { accept: 'text/html' },
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('&lt;b&gt;hi&lt;/b&gt;');
    const visitor = await bazaar.visitor().get('/account', { headers: { accept: 'text/html' } });
    expect(visitor.headers.location).toBe('/login?next=%2Faccount');
  });
});
