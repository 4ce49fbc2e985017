import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, PASSWORD, type TestBazaar } from '../../../test/support/bazaar.ts';
import { mailTokens, sessions, users } from '../../db/schema.ts';

interface Tokens {
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
}

let bazaar: TestBazaar;
beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

const NEW_PASSWORD = 'three quiet lanterns';
const address = (): string => `u-${randomBytes(5).toString('hex')}@example.test`;

const mailTo = (to: string, subject: string) =>
  bazaar.mail.waitFor((mail) => mail.to === to && mail.subject === subject);
const tokenIn = (text: string): string => /token=([\w-]+)/.exec(text)?.[1] ?? '';

const logIn = (email: string, password = PASSWORD) =>
  bazaar.visitor().post<Tokens>('/api/auth/login', { email, password });
const refresh = (refreshToken: string) => bazaar.visitor().post<Tokens>('/api/auth/refresh', { refreshToken });
const whoAmI = (accessToken: string) =>
  bazaar.visitor().get<{ email: string }>('/api/me', { headers: { authorization: `Bearer ${accessToken}` } });
describe('logging in', () => {
  it('answers an unknown account and a wrong password alike, after about the same time', async () => {
    const { email } = await bazaar.person('customer');
    const timed = async (to: string): Promise<[number, string, number]> => {
      const start = performance.now();
      const { status, text } = await logIn(to, 'not the password');
      return [status, text, performance.now() - start];
    };
    const [known, unknown] = [await timed(email), await timed(address())];
    expect(known.slice(0, 2)).toEqual(unknown.slice(0, 2));
    expect(known[0]).toBe(401);
    // The hash is made in both cases; without it the answer would come in a few milliseconds.
    expect(unknown[2]).toBeGreaterThan(known[2] / 4);
  });

  it.each([{ email: { $ne: '' } }, { email: ['a@example.test'] }, { password: true }, { extra: 1 }])(
    'refuses the wrong types of %j',
    async (more) => {
      const answer = await bazaar.visitor().post('/api/auth/login', { email: address(), password: PASSWORD, ...more });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toMatch(/zod|stack|node_modules/i);
    },
  );

  it('lets no suspended user log in, refresh or use a token', async () => {
    const { id, email, client } = await bazaar.person('customer');
    const { json } = await logIn(email);
    await bazaar.app.context.db.update(users).set({ status: 'suspended' }).where(eq(users.id, id));
    expect((await logIn(email)).status).toBe(403);
    expect((await logIn(email, 'not the password')).status).toBe(401);
    expect((await refresh(json.refreshToken)).status).toBe(401);
    expect((await client.get('/api/me')).status).toBe(401);
  });

  it('holds back who tries too often, whatever X-Forwarded-For says', async () => {
    const strict = await bootBazaar({ limits: 1 });
    try {
      const email = address();
      const attempt = () => strict.visitor().post('/api/auth/login', { email, password: 'not the password' });
      for (let count = 0; count < 10; count++) expect((await attempt()).status).toBe(401);
      const refused = await attempt();
      expect(refused.status).toBe(429);
      expect(refused.headers['retry-after']).toBeDefined();
      const spoofed = await strict
        .visitor()
        .post('/api/auth/login', { email, password: 'x' }, { headers: { 'x-forwarded-for': '203.0.113.9' } });
      expect(spoofed.status).toBe(429);
    } finally {
      await strict.stop();
    }
  });
});

describe('refresh tokens', () => {
  it('work once; a second use ends the whole family and no other', async () => {
    const { email } = await bazaar.person('customer');
    const [first, other] = [(await logIn(email)).json, (await logIn(email)).json];
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect((await whoAmI(second.json.accessToken)).json.email).toBe(email);
    expect((await refresh(first.refreshToken)).status).toBe(401);
    expect((await refresh(second.json.refreshToken)).status).toBe(401);
    expect((await refresh(other.refreshToken)).status).toBe(200);
  });

  it('are given to one of two who come at once', async () => {
    const { email } = await bazaar.person('customer');
    const { refreshToken } = (await logIn(email)).json;
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  it('are no access tokens, and access tokens no refresh tokens', async () => {
    const { email } = await bazaar.person('customer');
    const { accessToken, refreshToken } = (await logIn(email)).json;
    expect((await whoAmI(refreshToken)).status).toBe(401);
    expect((await refresh(accessToken)).status).toBeGreaterThanOrEqual(400);
  });

  it('end with the logout, and the access token with them', async () => {
    const { email, client } = await bazaar.person('customer');
    const { refreshToken } = (await logIn(email)).json;
    expect((await client.post('/api/auth/logout')).status).toBe(204);
    expect((await client.get('/api/me')).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await bazaar.visitor().post('/api/auth/logout')).status).toBe(401);
  });
});

describe('a forgotten password', () => {
  const forgot = (email: string) => bazaar.visitor().post('/api/auth/forgot-password', { email });
  const reset = (token: string, password = NEW_PASSWORD) =>
    bazaar.visitor().post('/api/auth/reset-password', { token, password });

  it('answers known and unknown addresses alike, and not sooner', async () => {
    const { email } = await bazaar.person('customer');
    const start = performance.now();
    const unknown = await forgot(address());
    expect(performance.now() - start).toBeGreaterThan(390);
    const known = await forgot(email);
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  });

  it('is replaced once by the link, and everything that was open ends', async () => {
    const { id, email, client } = await bazaar.person('customer');
    const { refreshToken } = (await logIn(email)).json;
    await forgot(email);
    const token = tokenIn((await mailTo(email, 'Choose a new password')).text);
    expect((await reset(token, 'password1234')).status).toBe(400);
    const answers = await Promise.all([reset(token), reset(token, 'another good password')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 400]);
    expect((await client.get('/api/me')).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await logIn(email)).status).toBe(401);
    expect(await bazaar.app.context.db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
    await mailTo(email, 'Your password was changed');
  });

  it('is not replaced by an old link, an expired one, or one for something else', async () => {
    const { id, email } = await bazaar.person('customer');
    await forgot(email);
    const old = tokenIn((await mailTo(email, 'Choose a new password')).text);
    await forgot(email);
    const next = await bazaar.mail.waitFor((mail) => mail.to === email && !['', old].includes(tokenIn(mail.text)));
    expect((await reset(old)).status).toBe(400);
    expect((await bazaar.visitor().post('/api/auth/verify-email', { token: tokenIn(next.text) })).status).toBe(400);
    const { db } = bazaar.app.context;
    await db
      .update(mailTokens)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(mailTokens.userId, id));
    expect((await reset(tokenIn(next.text))).status).toBe(400);
    expect((await logIn(email)).status).toBe(200);
  });
});
