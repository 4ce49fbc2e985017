import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, PASSWORD, type TestBazaar } from '../../../test/support/bazaar.ts';
import { mailTokens, refreshTokens, sessions, users } from '../../db/schema.ts';

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

const signUp = (email: string, more: object = {}) =>
  bazaar.visitor().post('/api/auth/sign-up', { email, password: PASSWORD, name: 'Ada', ...more });

const mailTo = (to: string, subject: string) =>
  bazaar.mail.waitFor((mail) => mail.to === to && mail.subject === subject);
const tokenIn = (text: string): string => /token=([\w-]+)/.exec(text)?.[1] ?? '';
const codeIn = (text: string): string => /code is (\d{6})/.exec(text)?.[1] ?? '';

const logIn = (email: string, password = PASSWORD) =>
  bazaar.visitor().post<Tokens>('/api/auth/login', { email, password });
const refresh = (refreshToken: string) => bazaar.visitor().post<Tokens>('/api/auth/refresh', { refreshToken });
const whoAmI = (accessToken: string) =>
  bazaar.visitor().get<{ email: string }>('/api/me', { headers: { authorization: `Bearer ${accessToken}` } });
const user = async (email: string) => {
  const [row] = await bazaar.app.context.db.select().from(users).where(eq(users.email, email));
  return row;
};

describe('signing up', () => {
  it('makes an unconfirmed customer, whatever else the body says', async () => {
    const email = address();
    expect((await signUp(email, { role: 'admin' })).status).toBe(400);
    expect(await user(email)).toBeUndefined();
    expect((await signUp(email.toUpperCase())).status).toBe(201);
    expect(await user(email)).toMatchObject({ role: 'customer', emailVerifiedAt: null, name: 'Ada' });
  });

  it('answers the same for an address that has an account, writes to its owner and changes nothing', async () => {
    const owner = await bazaar.person('customer');
    const before = await user(owner.email);
    const [taken, free] = [await signUp(owner.email, { name: 'Mallory' }), await signUp(address())];
    expect(taken.status).toBe(free.status);
    expect(taken.text).toBe(free.text);
    expect((await mailTo(owner.email, 'You already have an account')).text).not.toContain('token=');
    expect(await user(owner.email)).toEqual(before);
  });

  it.each(['short', 'Password2024!', '1234567890', 'aaaaaaaaaaaa', 'abcdefghijkl', 'P@ssw0rd123', 'x'.repeat(129)])(
    'refuses the password %s',
    async (password) => {
      const email = address();
      const answer = await signUp(email, { password });
      expect(answer.status).toBe(400);
      expect(answer.json).toMatchObject({ error: { fields: { password: expect.any(String) } } });
      expect(await user(email)).toBeUndefined();
    },
  );

  it('refuses the address as its own password', async () => {
    const email = address();
    expect((await signUp(email, { password: email })).status).toBe(400);
  });

  it('confirms by the link once, and writes links to the configured origin whatever the Host header says', async () => {
    const email = address();
    await bazaar
      .visitor()
      .post('/api/auth/sign-up', { email, password: PASSWORD, name: 'Ada' }, { host: 'evil.example' });
    const { text } = await mailTo(email, 'Confirm your e-mail address');
    expect(text).toContain(`${bazaar.config.APP_ORIGIN}/verify-email?token=`);
    expect(text).not.toContain('evil.example');
    const token = tokenIn(text);
    expect((await bazaar.visitor().post('/api/auth/verify-email', { token })).status).toBe(200);
    expect((await user(email))?.emailVerifiedAt).toBeInstanceOf(Date);
    expect((await bazaar.visitor().post('/api/auth/verify-email', { token })).status).toBe(400);
  });

  it('takes five tries at a code, also at the same time, and then not the right one either', async () => {
    const email = address();
    await signUp(email);
    const code = codeIn((await mailTo(email, 'Confirm your e-mail address')).text);
    const wrong = code === '000000' ? '000001' : '000000';
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => bazaar.visitor().post('/api/auth/verify-code', { email, code: wrong })),
    );
    expect(tries.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect((await bazaar.visitor().post('/api/auth/verify-code', { email, code })).status).toBe(400);
    expect((await user(email))?.emailVerifiedAt).toBeNull();

    expect((await bazaar.visitor().post('/api/auth/resend-verification', { email })).status).toBe(202);
    const again = await bazaar.mail.waitFor((mail) => mail.to === email && codeIn(mail.text) !== code);
    const verified = await bazaar.visitor().post('/api/auth/verify-code', { email, code: codeIn(again.text) });
    expect(verified.status).toBe(200);
    expect((await user(email))?.emailVerifiedAt).toBeInstanceOf(Date);
  });

  it('tells an unknown address and a wrong code alike', async () => {
    const email = address();
    await signUp(email);
    const wrong = { code: '12345x' };
    expect((await bazaar.visitor().post('/api/auth/verify-code', { email, ...wrong })).status).toBe(400);
    const known = await bazaar.visitor().post('/api/auth/verify-code', { email, code: '000000' });
    const unknown = await bazaar.visitor().post('/api/auth/verify-code', { email: address(), code: '000000' });
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
  });

  it('keeps no token readable', async () => {
    const email = address();
    await signUp(email);
    const { text } = await mailTo(email, 'Confirm your e-mail address');
    const rows = JSON.stringify(await bazaar.app.context.db.select().from(mailTokens));
    expect(rows).not.toContain(tokenIn(text));
    const login = await logIn(email);
    const kept = JSON.stringify(await bazaar.app.context.db.select().from(refreshTokens));
    expect(kept).not.toContain(login.json.refreshToken);
  });
});

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
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
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
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 400]);
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
