import { describe, expect, test } from 'vitest';
import type { App, Reply } from '../accounts/test-context.ts';
import { ann, bob, carl, trial, whoAsks } from '../answers/test-trial.ts';
import { cacheDeception, fileNames } from './cache-deception.ts';
import { cachedPrivateAnswer } from './cached-private-answer.ts';
import { cookieOnCacheable, sessionCookieIn } from './cookie-on-cacheable.ts';
import { personalIn } from './page-reads.ts';
import { judgeKeeping, privateCacheable } from './private-cacheable.ts';

const orders = (who: string): unknown => ({ orders: [{ id: 1, email: `${who}@example.com`, total: 5 }] });
const control = (value: string): Record<string, string> => ({ 'cache-control': value });

describe('private answers', () => {
  const app =
    (value: string): App =>
    ({ headers, path }) => {
      const who = whoAsks(headers);
      if (path === '/api/news') return { headers: control('public, max-age=60'), json: [{ title: 'news' }] };
      return who === undefined ? { status: 401 } : { headers: control(value), json: orders(who) };
    };

  test.each([
    ['public, max-age=300', 'confirmed'],
    ['no-store', 'refuted'],
    ['private, max-age=300', 'refuted'],
    ['max-age=300', 'refuted'],
  ])('with %s: %s', async (value, verdict) => {
    const said = await trial(privateCacheable, app(value), [['GET /api/orders'], ['GET /api/news']], { env: {} });
    // What is the same for all may be kept.
    expect(said).toMatchObject([{ subject: 'GET /api/orders', verdict, actor: 'ann' }]);
  });

  test('are weighed by Vary', () => {
    const keeping = { kept: true, seconds: 60, keyed: true, unsaid: false };
    expect(judgeKeeping(keeping, 'public').verdict).toBe('likely');
    expect(judgeKeeping({ ...keeping, kept: false, unsaid: true }, '').verdict).toBe('likely');
  });

  test('of pages are told by who is logged in', () => {
    const page = '<a href="/logout">Out</a> ann@example.com <meta name="csrf-token" content="abcdefghijkl">';
    expect(personalIn(page, '<a href="/login">In</a>', 'ann@example.com')).toHaveLength(3);
    expect(personalIn(page, page, 'ann@example.com')).toEqual([]);
  });
});

describe('an answer kept for another', () => {
  /** Keeps answers by a key, or not at all; or lists everybody's. */
  const app = (keyOf: ((url: string) => string) | null, everybodys = false): App => {
    const kept = new Map<string, unknown>();
    return ({ headers, path, query }) => {
      const who = whoAsks(headers);
      if (who === undefined) return { status: 401 };
      if (everybodys) return { json: [orders('ann'), orders('bob')] };
      const key = keyOf?.(`${path}?${query.toString()}`);
      const answer = (key === undefined ? undefined : kept.get(key)) ?? orders(who);
      if (key !== undefined) kept.set(key, answer);
      return { json: answer };
    };
  };
  const ask = async (made: App) => (await trial(cachedPrivateAnswer, made, [['GET /api/orders']], { env: {} }))[0];

  test('is proven by the same address', async () => {
    expect(await ask(app((url) => url))).toMatchObject({ verdict: 'confirmed', actor: 'bob', owner: 'ann' });
  });
  test('is not a list that shows all rows anyway', async () => {
    expect(await ask(app(null, true))).toMatchObject({ verdict: 'refuted' });
  });
  test('is refuted where nothing is kept', async () => {
    expect(await ask(app(null))).toMatchObject({ verdict: 'refuted' });
  });
  test('is found where nobody gets it', async () => {
    const kept = new Map<string, Reply>();
    const open: App = ({ headers, path, query }) => {
      const key = `${path}?${query.toString()}`;
      const who = whoAsks(headers);
      const reply = kept.get(key) ?? (who === undefined ? { status: 401 } : { json: orders(who) });
      if (who !== undefined) kept.set(key, reply);
      return reply;
    };
    const said = await trial(cachedPrivateAnswer, open, [['GET /api/orders']], { actors: [ann], env: {} });
    expect(said[0]).toMatchObject({ verdict: 'confirmed', actor: 'nobody' });
  });
});

describe('a private answer under a file’s name', () => {
  const app =
    (deep: boolean, value: string): App =>
    ({ headers, path }) => {
      const who = whoAsks(headers);
      if (path !== '/api/me' && !(deep && path.startsWith('/api/me/'))) return { status: 404 };
      return who === undefined
        ? { status: 401 }
        : { headers: control(value), json: { id: 'i1', email: `${who}@example.com` } };
    };
  const ask = async (made: App, actor = carl) =>
    (await trial(cacheDeception, made, [['GET /api/me']], { actors: [actor], env: {} }))[0];

  test('that caches may keep is confirmed for cookies', async () => {
    expect(await ask(app(true, 'public, max-age=60'))).toMatchObject({ verdict: 'confirmed' });
    expect(await ask(app(true, 'public, max-age=60'), bob)).toMatchObject({ verdict: 'likely' });
  });
  test('that says no-store, or is not there, is refuted', async () => {
    expect(await ask(app(true, 'no-store'))).toMatchObject({ verdict: 'refuted' });
    expect(await ask(app(false, 'public, max-age=60'))).toMatchObject({ verdict: 'refuted' });
  });
  test('has names that are addresses of the same host', () => {
    for (const path of fileNames('/api/me/', 'x')) expect(new URL(`http://here${path}`).host).toBe('here');
  });
});

describe('cookies of what may be kept', () => {
  const page =
    (value: string, cookie: string): App =>
    () => ({
      headers: { ...control(value), 'set-cookie': cookie },
      json: { hello: 1 },
    });
  const session = 'connect.sid=s%3Aabcdefghijklmnop; HttpOnly';

  test.each([
    ['public, max-age=60', session, 'confirmed'],
    ['no-store', session, 'refuted'],
    ['public, max-age=60', 'lang=en', 'refuted'],
  ])('%s with %s: %s', async (value, cookie, verdict) => {
    const said = await trial(cookieOnCacheable, page(value, cookie), [['GET /api/hello']]);
    expect(said[0]).toMatchObject({ verdict });
  });

  test('make a session by their name or by what they are', () => {
    expect(sessionCookieIn(['a=b', session])).toBe('connect.sid');
    expect(sessionCookieIn(['x=0123456789012345678901; HttpOnly'])).toBe('x');
    expect(sessionCookieIn(['csrf_token=0123456789012345678901; HttpOnly', 'theme=dark'])).toBeNull();
  });
});
