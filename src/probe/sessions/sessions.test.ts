import { afterEach, describe, expect, test } from 'vitest';
import type { Mailbox } from '../actors/mailbox.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';
import { anna, contextFor, operation, serve, type Reply, type Seen } from '../accounts/test-context.ts';
import { cookieFlags, missingFlags } from './cookie-flags.ts';
import { wrongCodes } from './try-codes.ts';
import { csrf } from './csrf.ts';
import { sessionProbes } from './index.ts';
import { leadsAway } from './open-redirect.ts';
import { judgeSamples } from './user-enumeration.ts';

interface Flaws {
  httpOnly?: boolean;
  sameSite?: string;
  csrf?: boolean;
  fixation?: boolean;
  logout?: boolean;
  next?: boolean;
  refresh?: boolean;
  confirmPassword?: boolean;
  endOthers?: boolean;
  weak?: boolean;
  email?: boolean;
  resetOnce?: boolean;
  host?: boolean;
  tellLogin?: boolean;
  codes?: boolean;
  /** A code is mailed for a new password, and its tries are counted or not; a link otherwise. */
  resetCode?: 'counted' | 'uncounted' | 'none';
}
const RIGHT: Required<Flaws> = {
  httpOnly: true,
  sameSite: 'Lax',
  csrf: true,
  fixation: true,
  logout: true,
  next: true,
  refresh: true,
  confirmPassword: true,
  endOthers: true,
  weak: true,
  email: true,
  resetOnce: true,
  host: true,
  tellLogin: true,
  codes: true,
  resetCode: 'none',
};

interface User {
  email: string;
  password: string;
  bio: string;
  code?: string;
  tries: number;
}

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

/** A small app with accounts, a form login and an API; each guard can be taken away. */
const build = async (flaws: Flaws) => {
  const guard = { ...RIGHT, ...flaws };
  const users = new Map<string, User>([
    ['anna@example.com', { email: 'anna@example.com', password: 'right', bio: 'potter', tries: 0 }],
  ]);
  const sessions = new Map<string, { user: User; csrf: string }>();
  const bearers = new Map<string, User>();
  const refreshes = new Map<string, { user: User; used: boolean }>();
  const resets = new Map<string, { user: User; used: boolean; code: string; tries: number }>();
  const mails: { to: string; text: string }[] = [];
  let next = 1000;
  const id = (kind: string): string => `${kind}-${(next++).toString(36)}-abcdefghijklmnop`;
  const tokens = (user: User): Reply => {
    const [accessToken, refreshToken] = [id('access'), id('refresh')];
    bearers.set(accessToken, user);
    refreshes.set(refreshToken, { user, used: false });
    return { json: { accessToken, refreshToken } };
  };
  const find = (email: unknown): User | undefined =>
    users.get(String(email)) ?? [...users.values()].find((user) => user.email === email);
  const app = ({ method, path, json, headers, cookies, query }: Seen): Reply => {
    const session = sessions.get(cookies['sid'] ?? '');
    const me = session?.user ?? bearers.get((headers.authorization ?? '').replace('Bearer ', ''));
    const route = `${method} ${path}`;
    const page = (html: string): Reply => ({ html: `<html><body>${html}</body></html>` });
    if (route === 'GET /login') {
      const value = query.get('next') ?? '/';
      const safe = guard.next && !/^\/(?![/\\])/.test(value) ? '/' : value;
      return page(
        `<form method="post" action="/login"><input type="hidden" name="next" value="${safe}"><input type="email" name="email"><input type="password" name="password"></form>`,
      );
    }
    if (route === 'POST /login') {
      const user = find(json['email']);
      if (user === undefined || user.password !== json['password'])
        return {
          status: 401,
          html: '<form method="post"><input type="email" name="email"><input type="password" name="password"></form>',
        };
      const sid = guard.fixation ? id('sid') : (cookies['sid'] ?? id('sid'));
      sessions.set(sid, { user, csrf: id('csrf') });
      const flags = `${guard.httpOnly ? '; HttpOnly' : ''}${guard.sameSite === '' ? '' : `; SameSite=${guard.sameSite}`}`;
      return {
        status: 303,
        headers: {
          location: guard.next ? '/' : typeof json['next'] === 'string' ? json['next'] : '/',
          'set-cookie': [`sid=${sid}; Path=/${flags}`],
        },
      };
    }
    if (route === 'POST /logout') {
      if (guard.logout) sessions.delete(cookies['sid'] ?? '');
      return { status: 303, headers: { location: '/', 'set-cookie': ['sid=; Path=/; Max-Age=0'] } };
    }
    if (path === '/account') {
      if (session === undefined) return { status: 401, html: 'no' };
      if (method === 'POST') {
        if (guard.csrf && json['_csrf'] !== session.csrf) return { status: 403 };
        session.user.bio = String(json['bio']);
      }
      return page(
        `<form method="post" action="/account"><input type="hidden" name="_csrf" value="${session.csrf}"><input type="text" name="bio" value="${session.user.bio}"></form>`,
      );
    }
    if (route === 'POST /api/login') {
      const user = find(json['email']);
      if (user === undefined && !guard.tellLogin) return { status: 401, json: { error: 'no such account' } };
      return user?.password === json['password'] && user !== undefined
        ? tokens(user)
        : { status: 401, json: { error: 'wrong' } };
    }
    if (route === 'POST /api/refresh') {
      const held = refreshes.get(String(json['refreshToken']));
      if (held === undefined || (held.used && guard.refresh)) return { status: 401 };
      held.used = true;
      return tokens(held.user);
    }
    if (route === 'POST /api/sign-up') {
      const email = String(json['email']);
      const code = String(next++).padStart(6, '4');
      if (!users.has(email)) users.set(email, { email, password: String(json['password']), bio: '', code, tries: 0 });
      mails.push({ to: email, text: `Your code is ${code}.` });
      return { status: 201, json: { message: 'Look into your mail.' } };
    }
    if (route === 'POST /api/verify-code') {
      const user = find(json['email']);
      if (user === undefined || (guard.codes && user.tries >= 5)) return { status: 400, json: { error: 'wrong code' } };
      user.tries += 1;
      return user.code === json['code'] ? { json: { verified: true } } : { status: 400, json: { error: 'wrong code' } };
    }
    if (route === 'POST /api/forgot-password') {
      const user = find(json['email']);
      const byCode = guard.resetCode !== 'none';
      const token = byCode ? String(next++).padStart(6, '7') : id('reset');
      if (user !== undefined) resets.set(byCode ? user.email : token, { user, used: false, code: token, tries: 0 });
      const host = guard.host ? origin : `http://${String(headers.host)}`;
      const text = byCode ? `Your code is ${token}.` : `${host}/reset-password?token=${token}`;
      if (user !== undefined) mails.push({ to: user.email, text });
      return { status: 202, json: { message: 'On its way.' } };
    }
    if (route === 'POST /api/reset-password') {
      const held = resets.get(String(json['token'] ?? json['email']));
      if (held !== undefined && guard.resetCode !== 'none') {
        held.tries += guard.resetCode === 'counted' ? 1 : 0;
        if (held.tries > 5 || held.code !== json['code']) return { status: 400, json: { error: 'wrong code' } };
      }
      if (held === undefined || (held.used && guard.resetOnce)) return { status: 400, json: { error: 'used' } };
      held.used = true;
      held.user.password = String(json['password']);
      return { status: 204 };
    }
    if (me === undefined) return { status: 401, json: { error: 'log in' } };
    if (route === 'GET /api/me') return { json: { id: `u-${me.email.length}`, email: me.email, bio: me.bio } };
    if (route === 'PATCH /api/me') {
      if (!guard.email && typeof json['email'] === 'string') me.email = json['email'];
      else if (json['email'] !== undefined) return { status: 400 };
      return { json: { email: me.email } };
    }
    if (route === 'POST /api/me/password') {
      if (json['currentPassword'] !== me.password && (guard.confirmPassword || json['currentPassword'] !== undefined))
        return { status: 400 };
      if (guard.weak && /^\d+$/.test(String(json['newPassword']))) return { status: 400 };
      me.password = String(json['newPassword']);
      if (guard.endOthers) {
        for (const [key, { user }] of sessions) if (user === me) sessions.delete(key);
        for (const [key, user] of bearers) if (user === me) bearers.delete(key);
      }
      return { status: 204 };
    }
    return { status: 404 };
  };
  const running = await serve(app);
  const { origin } = running;
  const mailbox: Mailbox = {
    mark: (address) => Promise.resolve({ address, keys: new Set([String(mails.length)]) }),
    next: ({ address, keys }) => {
      const from = Number([...keys][0]);
      const found = mails.slice(from).find(({ to }) => to === address);
      return Promise.resolve(
        found === undefined ? undefined : { key: 'k', to: [found.to], subject: '', text: found.text },
      );
    },
  };
  const operations = [
    ['POST /api/login', 'email', 'password'],
    ['POST /api/refresh', 'refreshToken'],
    ['POST /api/sign-up', 'email', 'password', 'name'],
    ['POST /api/verify-code', 'email', 'code'],
    ['POST /api/forgot-password', 'email'],
    ['POST /api/reset-password', ...(guard.resetCode === 'none' ? ['token'] : ['email', 'code']), 'password'],
    ['GET /api/me'],
    ['PATCH /api/me', 'bio'],
    ['POST /api/me/password', 'currentPassword', 'newPassword'],
    ['POST /logout'],
  ].map(([text = '', ...members]) => operation(origin, text, members));
  const { context, close } = await contextFor(origin, { operations, mailbox });
  stop = async () => {
    await close();
    await running.stop();
  };
  return context;
};

const confirmed = async (flaws: Flaws): Promise<string[]> => {
  const context = await build(flaws);
  const said = [];
  for (const probe of sessionProbes) said.push(...(await probe.run(context)));
  expect(said.filter(({ said: text }) => text.startsWith('The probe failed'))).toEqual([]);
  return said.filter(({ verdict }) => verdict === 'confirmed').map(({ probe }) => probe);
};

test.each<[string, Flaws, string[]]>([
  ['an app with all its guards', {}, []],
  ['a cookie for scripts', { httpOnly: false }, ['cookie-flags']],
  ['no CSRF guard and a cookie for all sites', { csrf: false, sameSite: 'None' }, ['csrf']],
  ['no CSRF guard, and the cookie held back by browsers', { csrf: false }, []],
  ['a session id from before the login', { fixation: false }, ['session-fixation']],
  ['a logout that ends nothing', { logout: false }, ['session-survives-logout']],
  ['a login that leads anywhere', { next: false }, ['open-redirect']],
  ['refresh tokens that work again', { refresh: false }, ['refresh-reuse']],
  ['a new password without the old one', { confirmPassword: false }, ['password-change-unconfirmed']],
  ['a change of password that ends nothing', { endOthers: false }, ['session-survives-password-change']],
  ['any password', { weak: false }, ['weak-password']],
  ['an address that changes at once', { email: false }, ['email-change-unconfirmed']],
  ['a reset link that works again', { resetOnce: false }, ['reset-token-reuse']],
  ['a link made from the Host header', { host: false }, ['host-header-link']],
  ['a login that tells who has an account', { tellLogin: false }, ['user-enumeration']],
  ['codes without an end', { codes: false }, ['code-unlimited']],
  ['a reset by a code whose tries are counted', { resetCode: 'counted' }, []],
  ['a reset by a code that can be tried out', { resetCode: 'uncounted' }, ['code-unlimited']],
])('%s', async (_name, flaws, expected) => {
  expect(await confirmed(flaws)).toEqual(expected);
});

const answered = (status: number, text = '', headers = {}): Answer =>
  ({
    ok: true,
    exchange: 'e',
    status,
    headers,
    cookies: [],
    body: new Uint8Array(),
    text,
    json: undefined,
    cut: false,
    ms: 1,
  }) satisfies GoodAnswer;

describe('judges', () => {
  test('a known address is told from two unknown ones, or not', () => {
    const sample = (address: string, answer: Answer) => ({ address, answer });
    const unknown = [
      sample('b@x.test', answered(401, 'no b@x.test')),
      sample('c@x.test', answered(401, 'no c@x.test')),
    ] as const;
    expect(judgeSamples('login', sample('a@x.test', answered(401, 'no a@x.test')), unknown).verdict).toBe('refuted');
    expect(judgeSamples('login', sample('a@x.test', answered(403)), unknown).verdict).toBe('confirmed');
    expect(judgeSamples('login', sample('a@x.test', answered(429)), unknown).verdict).toBe('inconclusive');
    expect(
      judgeSamples('login', sample('a@x.test', answered(401)), [unknown[0], sample('c', answered(500))]).verdict,
    ).toBe('inconclusive');
  });

  test('where a browser goes', () => {
    const to = (location: string): boolean => leadsAway(answered(302, '', { location }), 'http://app.test/login');
    expect(
      ['//launch-ready.invalid/x', 'https://launch-ready.invalid/', String.raw`/\launch-ready.invalid/x`].map(to),
    ).toEqual([true, true, true]);
    expect(
      ['/x?next=//launch-ready.invalid', '/launch-ready.invalid', 'http://app.test//launch-ready.invalid'].map(to),
    ).toEqual([false, false, false]);
  });

  test('flags that a cookie needs', () => {
    const cookie = { name: 'sid', value: 'x', httpOnly: true, secure: false, sameSite: undefined };
    expect([
      missingFlags(cookie, false),
      missingFlags(cookie, true),
      missingFlags({ ...cookie, httpOnly: false }, false),
    ]).toEqual([[], ['Secure'], ['HttpOnly']]);
  });

  test('wrong codes are all wrong and of the right length', () => {
    const codes = wrongCodes('000048', 25);
    expect([codes.length, codes.includes('000048'), codes.every((code) => code.length === 6)]).toEqual([
      25,
      false,
      true,
    ]);
  });
});

test('without a password nothing is tested, and the way to it is said', async () => {
  const context = await build({});
  const blind = { ...context, env: {} };
  expect(await csrf.run(blind)).toMatchObject([{ verdict: 'not-tested' }]);
  expect(await cookieFlags.run(blind)).toMatchObject([
    { verdict: 'not-tested', said: expect.stringContaining('passwordEnv') as string },
  ]);
  expect(anna.login).toBe('anna@example.com');
});

test('no account is made unless the user said so, and each that is made is told', async () => {
  const context = await build({});
  const closed = { ...context, signUp: false };
  for (const probe of sessionProbes) await probe.run(closed);
  expect(closed.made).toEqual([]);
  const open = { ...context };
  for (const probe of sessionProbes) await probe.run(open);
  expect(open.made?.map(({ type, state }) => `${type} ${state}`)).toEqual(
    Array.from({ length: 3 }, () => 'account cannot be removed'),
  );
});
