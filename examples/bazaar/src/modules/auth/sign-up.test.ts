import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, PASSWORD, type TestBazaar } from '../../../test/support/bazaar.ts';
import { mailTokens, refreshTokens, users } from '../../db/schema.ts';

let bazaar: TestBazaar;
beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

const address = (): string => `u-${randomBytes(5).toString('hex')}@example.test`;

const signUp = (email: string, more: object = {}) =>
  bazaar.visitor().post('/api/auth/sign-up', { email, password: PASSWORD, name: 'Ada', ...more });

const mailTo = (to: string, subject: string) =>
  bazaar.mail.waitFor((mail) => mail.to === to && mail.subject === subject);
const tokenIn = (text: string): string => /token=([\w-]+)/.exec(text)?.[1] ?? '';
const codeIn = (text: string): string => /code is (\d{6})/.exec(text)?.[1] ?? '';

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
    const login = await bazaar
      .visitor()
      .post<{ refreshToken: string }>('/api/auth/login', { email, password: PASSWORD });
    const kept = JSON.stringify(await bazaar.app.context.db.select().from(refreshTokens));
    expect(kept).not.toContain(login.json.refreshToken);
  });
});
