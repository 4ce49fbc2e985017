import { afterEach, describe, expect, test } from 'vitest';
import { openApp, operation, Sessions, type Asked, type Reply, type TestApp } from './test-app.ts';

let app: TestApp;
afterEach(() => app.close());

const text = { type: 'string' };

interface Account {
  password: string;
  verified: boolean;
}

const shop = (accounts: Map<string, Account>, more: (asked: Asked, origin: string) => Reply | undefined) => {
  const sessions = new Sessions();
  return (asked: Asked, origin: string): Reply | undefined => {
    const own = more(asked, origin);
    if (own !== undefined) return own;
    const email = String(asked.fields['email']);
    if (asked.path === '/api/auth/login') {
      const account = accounts.get(email);
      if (account?.password !== asked.fields['password']) return [401, { error: 'wrong' }];
      return account?.verified === true
        ? [200, { token: sessions.start(email) }]
        : [403, { error: 'confirm your address' }];
    }
    if (asked.path !== '/api/me') return undefined;
    const owner = sessions.owner(asked.headers.authorization?.replace('Bearer ', ''));
    return owner === undefined ? [401, {}] : [200, { id: `id-${owner}`, email: owner }];
  };
};

describe('accounts that are made', () => {
  test('where nothing is described: what the app misses is added, and its own answer confirms', async () => {
    const accounts = new Map<string, Account>();
    app = await openApp(
      shop(accounts, ({ path, method, fields }) => {
        const { email, password, username, code } = fields as Record<string, string>;
        if (path === '/api/register' && method === 'POST') {
          if (username === undefined) return [400, { errors: ['username is required'] }];
          accounts.set(email ?? '', { password: password ?? '', verified: false });
          return [201, { message: 'made', verificationCode: '135791' }];
        }
        if (path !== '/api/verify') return undefined;
        if (code === '135791') accounts.get(email ?? '')!.verified = true;
        return [code === '135791' ? 200 : 400, {}];
      }),
    );
    const verify = operation('POST', '/api/verify', { email: text, code: text }, app.origin);
    const { pool, facts, made } = await app.open({ signUp: true, operations: [verify] });
    expect(facts()).toMatchObject([
      {
        name: 'customer-a',
        via: 'sign-up',
        state: 'alive',
        detail: expect.stringContaining('itself carries what confirms'),
      },
      { name: 'customer-b', via: 'sign-up', state: 'alive' },
    ]);
    expect(made.map(({ type, owner, by, state }) => [type, owner, by, state])).toEqual([
      ['account', 'customer-a', 'POST /api/register', 'there'],
      ['account', 'customer-b', 'POST /api/register', 'there'],
    ]);
    expect([...accounts.keys()].every((email) => email.endsWith('@launch-ready.example'))).toBe(true);
    expect(pool.pairs()).toHaveLength(2);
    expect(JSON.stringify([facts(), made])).not.toContain([...accounts.values()][0]!.password);
  });

  test('are confirmed by the link of a mail whose page waits for its button', async () => {
    const accounts = new Map<string, Account>();
    const mails: unknown[] = [];
    const page = (token: string | null) =>
      `<form method="post" action="/confirm"><input type="hidden" name="token" value="${token}"><button>Yes</button></form>`;
    app = await openApp(
      shop(accounts, ({ path, method, fields, query }, origin) => {
        if (path === '/sign-up' && method === 'GET')
          return [
            200,
            '<form method="post"><input name="name"><input type="email" name="email"><input type="password" name="password"><input type="password" name="again"></form>',
          ];
        if (path === '/sign-up') {
          const { email = '', password = '', again } = fields as Record<string, string>;
          if (password !== again) return [422, 'no'];
          accounts.set(email, { password, verified: false });
          mails.push({
            to: email,
            subject: 'Hello',
            text: `Confirm: ${origin}/confirm?token=${Buffer.from(email).toString('hex')}`,
          });
          return [303, '', { location: '/thanks' }];
        }
        if (path === '/thanks') return [200, '<p>Look into your mail.</p>'];
        if (path === '/confirm' && method === 'GET') return [200, page(query.get('token'))];
        if (path === '/confirm') {
          accounts.get(Buffer.from(String(fields['token']), 'hex').toString())!.verified = true;
          return [200, '<p>Done.</p>'];
        }
        return path === '/mails' ? [200, { messages: mails }] : undefined;
      }),
    );
    const { facts } = await app.open({
      signUp: true,
      config: { roles: ['member', 'admin'], mailbox: `${app.origin}/mails` },
    });
    expect(facts()).toMatchObject([
      { name: 'member-a', role: 'member', state: 'alive', detail: expect.stringContaining('confirmed by mail') },
      { name: 'member-b', state: 'alive' },
    ]);
  });

  test('are none where there are two of the role, or no way', async () => {
    const accounts = new Map(
      ['a', 'b'].map((name) => [`${name}@shop.example`, { password: 'correct horse', verified: true }]),
    );
    app = await openApp(shop(accounts, () => undefined));
    const actors = ['a', 'b'].map((name) => ({
      name,
      role: 'customer',
      login: `${name}@shop.example`,
      passwordEnv: 'PASSWORD',
    }));
    expect((await app.open({ signUp: true, config: { actors } })).made).toEqual([]);
    const { facts, made } = await app.open({ signUp: true });
    expect(made).toEqual([]);
    expect(facts()).toMatchObject([
      { name: 'customer-a', state: 'never', detail: 'no operation or form to sign up was found' },
    ]);
  });
});

test('an app that answers 200 to everything gives no actor', async () => {
  app = await openApp(() => [
    200,
    '<html><form action="/login" method="post"><input name="email"><input type="password" name="password"></form></html>',
  ]);
  const { pool, made, facts } = await app.open({
    signUp: true,
    config: { actors: [{ name: 'a', role: 'customer', login: 'a@b.example', passwordEnv: 'PASSWORD' }] },
  });
  expect(pool.all).toEqual([]);
  expect(made).toEqual([]);
  expect(facts().every(({ state }) => state === 'never')).toBe(true);
});

test('an app that answers nonsense to everything does no harm', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  let count = 0;
  const replies: Reply[] = [
    [200, { token: { token: { token: 1 } }, user: [[[]]], id: 'x'.repeat(100_000) }],
    [200, deep, { 'content-type': 'application/json' }],
    [302, '', { location: '//[' }],
    [302, '', { location: '/login' }],
    [200, '{}', { 'set-cookie': ['a', '=', ';;;', `b=${'x'.repeat(10_000)}`, 'c=1; Domain=; Path=%%; Expires=never'] }],
    [401, { mfaRequired: true, token: 'x'.repeat(60_000) }],
    [500, '<form method=post><input name=email><input type=password name=password>'],
  ];
  app = await openApp(() => replies[count++ % replies.length]);
  const { facts } = await app.open({
    signUp: true,
    env: { PASSWORD: 'x', TOTP: '%%%' },
    config: {
      actors: ['a', 'b', 'c'].map((name) => ({
        name,
        role: 'customer',
        login: `${name}@b.example`,
        passwordEnv: 'PASSWORD',
        totpEnv: 'TOTP',
      })),
    },
  });
  expect(facts().length).toBeGreaterThanOrEqual(3);
  expect(app.seen.length).toBeLessThan(400);
});

test('an app that is gone is asked once', async () => {
  app = await openApp(() => [200, {}]);
  const gone = await openApp(() => undefined);
  await gone.close();
  const { facts } = await app.open({ signUp: true, origins: [gone.origin] });
  expect(facts()).toMatchObject([{ state: 'never', detail: expect.stringContaining('/sign-up: ') }]);
});
