import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, PASSWORD, type TestBazaar } from '../../../test/support/bazaar.ts';
import { csrfOf, type Client } from '../../../test/support/client.ts';

interface Session {
  id: string;
  current: boolean;
}

let bazaar: TestBazaar;
beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

const HTML = { accept: 'text/html' };
const post = (client: Client, path: string, form: Record<string, string>) =>
  client.send('POST', path, { form, headers: HTML });

const logIn = async (email: string, { admin = false, ...more }: { admin?: boolean; next?: string } = {}) => {
  const client = bazaar.visitor(admin);
  const answer = await post(client, '/login', { email, password: PASSWORD, ...more });
  return { client, answer };
};

const csrf = async (client: Client): Promise<string> => csrfOf((await client.get('/account', { headers: HTML })).text);

describe('the login page', () => {
  it('starts a session whose cookie scripts cannot read, and never takes over one that was there', async () => {
    const { email } = await bazaar.person('customer');
    const client = bazaar.visitor();
    client.cookies.set('session', 'planted');
    const answer = await post(client, '/login', { email, password: PASSWORD });
    expect(answer.status).toBe(303);
    expect(client.cookies.get('session')).not.toBe('planted');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly/);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/SameSite=Lax/);
    expect((await client.get<{ email: string }>('/api/me')).json.email).toBe(email);
  });

  it.each([
    ['/orders?x=1', '/orders?x=1'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('goes on from %j to %s', async (next, target) => {
    const { email } = await bazaar.person('customer');
    expect((await logIn(email, { next })).answer.headers.location).toBe(target);
    const page = await bazaar.visitor().get(`/login?next=${encodeURIComponent(next)}`, { headers: HTML });
    expect(page.text).toContain(`name="next" value="${target}"`);
  });

  it('shows a refused login again, with the address and without the password', async () => {
    const client = bazaar.visitor();
    const answer = await post(client, '/login', { email: '"><script>@example.test', password: 'so wrong a password' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).toContain('role="alert"');
    expect(answer.text).not.toContain('"><script>');
    expect(answer.text).not.toContain('so wrong a password');
    expect(client.cookies.size).toBe(0);
  });

  it('refuses a login that another site sends', async () => {
    const { email } = await bazaar.person('customer');
    const answer = await bazaar.visitor().send('POST', '/login', {
      form: { email, password: PASSWORD },
      headers: { ...HTML, origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('the admin host', () => {
  it('lets in admins, with a session that the shop does not know', async () => {
    const { email } = await bazaar.person('admin');
    const { client, answer } = await logIn(email, { admin: true });
    expect(answer.status).toBe(303);
    expect((await client.get('/payouts', { headers: HTML })).status).toBe(200);
    expect((await client.get('/api/me', { host: new URL(bazaar.config.APP_ORIGIN).host })).status).toBe(401);
  });

  it('knows no session of the shop', async () => {
    const { email } = await bazaar.person('admin');
    const { client } = await logIn(email);
    const answer = await client.get('/api/admin/users', { host: new URL(bazaar.config.ADMIN_ORIGIN).host });
    expect(answer.status).toBe(401);
  });

  it.each(['customer', 'seller', 'moderator'] as const)('does not let in a %s, and tells no reason', async (role) => {
    const { email } = await bazaar.person(role);
    const { client, answer } = await logIn(email, { admin: true });
    expect(answer.status).toBe(401);
    expect(client.cookies.size).toBe(0);
  });
});

describe('sessions', () => {
  it('end with the logout, which needs the session’s own token', async () => {
    const { email } = await bazaar.person('customer');
    const { client } = await logIn(email);
    const cookie = client.cookies.get('session') ?? '';
    expect((await post(client, '/logout', {})).status).toBe(403);
    expect((await client.get('/api/me')).status).toBe(200);
    expect((await post(client, '/logout', { _csrf: await csrf(client) })).status).toBe(303);
    client.cookies.set('session', cookie);
    expect((await client.get('/api/me')).status).toBe(401);
  });

  it('are listed and ended by their owner only', async () => {
    const [owner, stranger] = [await bazaar.person('customer'), await bazaar.person('customer')];
    const { client } = await logIn(owner.email);
    const { client: second } = await logIn(owner.email);
    const { sessions } = (await second.get<{ sessions: Session[] }>('/api/auth/sessions')).json;
    expect(sessions).toHaveLength(2);
    const first = sessions.find(({ current }) => !current)?.id ?? '';
    expect((await stranger.client.send('DELETE', `/api/auth/sessions/${first}`)).status).toBe(404);
    expect((await stranger.client.get<{ sessions: Session[] }>('/api/auth/sessions')).json.sessions).toEqual([]);
    expect((await client.get('/api/me')).status).toBe(200);
    const headers = { 'x-csrf-token': await csrf(second) };
    expect((await second.send('DELETE', `/api/auth/sessions/${first}`, { headers })).status).toBe(204);
    expect((await client.get('/api/me')).status).toBe(401);
    expect((await second.get('/api/me')).status).toBe(200);
  });
});

describe('links in mail', () => {
  it('are not used up by being opened', async () => {
    const email = `page-${Date.now()}@example.test`;
    const signedUp = await post(bazaar.visitor(), '/sign-up', { email, password: PASSWORD, name: 'Ada' });
    expect(signedUp.headers.location).toBe('/verify-email?done=sent');
    const { text } = await bazaar.mail.waitFor((mail) => mail.to === email);
    const path = /\/verify-email\?token=[\w-]+/.exec(text)?.[0] ?? '';
    for (let count = 0; count < 2; count++) {
      const page = await bazaar.visitor().get(path, { headers: HTML });
      expect(page.status).toBe(200);
      expect(page.headers['referrer-policy']).toBe('strict-origin');
    }
    const token = path.split('token=')[1] ?? '';
    expect((await post(bazaar.visitor(), '/verify-email', { token })).headers.location).toBe('/login?done=verified');
    expect((await post(bazaar.visitor(), '/verify-email', { token })).status).toBe(400);
  });

  it('lead to a form for a new password', async () => {
    const { email } = await bazaar.person('customer');
    await post(bazaar.visitor(), '/forgot-password', { email });
    const { text } = await bazaar.mail.waitFor((mail) => mail.to === email && mail.subject === 'Choose a new password');
    const token = /\/reset-password\?token=([\w-]+)/.exec(text)?.[1] ?? '';
    expect((await bazaar.visitor().get(`/reset-password?token=${token}`, { headers: HTML })).text).toContain(token);
    const weak = await post(bazaar.visitor(), '/reset-password', { token, password: 'password1234' });
    expect([weak.status, weak.text.includes(token)]).toEqual([400, true]);
    const done = await post(bazaar.visitor(), '/reset-password', { token, password: 'three quiet lanterns' });
    expect(done.headers.location).toBe('/login?done=reset');
    expect((await logIn(email)).answer.status).toBe(401);
  });
});
