import { afterEach, describe, expect, test } from 'vitest';
import type { ActorConfig } from '../../model/target.ts';
import { openApp, operation, Sessions, type Asked, type Reply, type TestApp } from './test-app.ts';

let app: TestApp;
afterEach(() => app.close());

const text = { type: 'string' };
const actor = (name: string, more: Partial<ActorConfig> = {}): ActorConfig => ({
  name,
  role: 'customer',
  login: `${name}@shop.example`,
  passwordEnv: 'PASSWORD',
  ...more,
});
const LOGIN = operation('POST', '/api/auth/login', { email: text, password: text });
const bearer = ({ headers }: Asked, scheme = 'Bearer'): string | undefined =>
  headers.authorization?.startsWith(`${scheme} `) === true ? headers.authorization.slice(scheme.length + 1) : undefined;

/** `POST /api/auth/login` gives a token, `GET /api/me` knows it. */
const simple =
  (sessions: Sessions) =>
  (asked: Asked): Reply | undefined => {
    if (asked.path === '/api/auth/login' && asked.method === 'POST') {
      return asked.fields['password'] === 'correct horse'
        ? [200, { accessToken: sessions.start(String(asked.fields['email'])) }]
        : [401, { error: 'wrong' }];
    }
    if (asked.path !== '/api/me') return undefined;
    const owner = sessions.owner(bearer(asked));
    return owner === undefined ? [401, { error: 'log in' }] : [200, { id: `id-of-${owner}`, email: owner }];
  };

const at = (origin: string, ...operations: (typeof LOGIN)[]) => operations.map((one) => ({ ...one, origin }));

describe('by fields', () => {
  test('two customers get in with five requests', async () => {
    app = await openApp(simple(new Sessions()));
    const { pool, facts } = await app.open({
      operations: at(app.origin, LOGIN, operation('GET', '/api/me')),
      config: { actors: [actor('anna'), actor('ben')] },
    });
    expect(facts()).toMatchObject([
      { name: 'anna', state: 'alive', via: 'json login', detail: 'Bearer token; GET /api/me tells it from nobody' },
      { name: 'ben', state: 'alive' },
    ]);
    expect(app.seen).toHaveLength(5);
    expect(pool.pairs().map(([a, b]) => `${a.name} ${b.name}`)).toEqual(['anna ben', 'ben anna']);
    expect([...pool.named('anna')!.ids]).toEqual(['id-of-anna@shop.example']);
    expect(JSON.stringify(facts())).not.toContain('correct horse');
  });

  test('nested, with the scheme Token, where nothing is described', async () => {
    const sessions = new Sessions();
    app = await openApp((asked) => {
      if (asked.path === '/api/users/login' && asked.method === 'POST') {
        const user = asked.fields['user'] as Record<string, string> | undefined;
        if (user === undefined) return [422, { errors: { user: ['is missing'] } }];
        return [200, { user: { email: user['email'], token: sessions.start(user['email'] ?? '') } }];
      }
      if (asked.path !== '/api/user') return undefined;
      const owner = sessions.owner(bearer(asked, 'Token'));
      return owner === undefined ? [401, {}] : [200, { user: { email: owner, username: 'anna' } }];
    });
    const { pool, facts } = await app.open({ config: { actors: [actor('anna'), actor('ben')] } });
    expect(facts()).toMatchObject([
      { state: 'alive', detail: 'Token token; GET /api/user tells it from nobody' },
      { state: 'alive' },
    ]);
    expect(pool.credentials(pool.all[1]!, app.origin)['authorization']).toMatch(/^Token /);
    expect(app.seen.filter((line) => line === 'POST /api/users/login')).toHaveLength(3);
  });

  test('where every unknown path crashes or is a page, and nobody is a 200 too', async () => {
    const sessions = new Sessions();
    app = await openApp((asked) => {
      if (asked.path === '/rest/user/login') {
        const token = sessions.start(String(asked.fields['email']));
        return [200, { authentication: { token, bid: 6, umail: asked.fields['email'] } }];
      }
      if (asked.path === '/rest/user/whoami') {
        const owner = sessions.owner(bearer(asked));
        return [200, { user: owner === undefined ? {} : { id: 21, email: owner } }];
      }
      return asked.path.startsWith('/api')
        ? [500, { error: { message: `Unexpected path: ${asked.path}` } }]
        : [200, '<html>shop</html>'];
    });
    const { pool, facts } = await app.open({ config: { actors: [actor('anna')] } });
    expect(facts()).toMatchObject([
      { state: 'alive', detail: 'Bearer token; GET /rest/user/whoami tells it from nobody' },
    ]);
    expect([...pool.all[0]!.ids]).toEqual(['21']);
  });

  test('a code as the second step, where it commonly is', async () => {
    const sessions = new Sessions();
    app = await openApp((asked) => {
      const base = simple(sessions)(asked);
      if (asked.path === '/api/auth/login')
        return [401, { status: 'totp_token_required', data: { tmpToken: 'tmp-token-0123456789' } }];
      if (asked.path === '/api/auth/2fa/verify') {
        const good =
          asked.fields['tmpToken'] === 'tmp-token-0123456789' && /^\d{6}$/.test(String(asked.fields['totpToken']));
        return good ? [200, { token: sessions.start('anna@shop.example') }] : [401, {}];
      }
      return base;
    });
    const settings = {
      operations: at(app.origin, LOGIN, operation('GET', '/api/me')),
      env: { PASSWORD: 'correct horse', TOTP: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' },
    };
    const { facts } = await app.open({
      ...settings,
      config: { actors: [actor('anna', { totpEnv: 'TOTP' }), actor('ben')] },
    });
    expect(facts()).toMatchObject([
      { state: 'alive', via: 'json login with a code' },
      { state: 'never', detail: expect.stringContaining('totpEnv') },
    ]);
  });

  test('a wrong password is tried few times, however many ways there seem to be', async () => {
    app = await openApp((asked) =>
      asked.method === 'POST' && asked.path.includes('login') ? [401, { error: 'wrong' }] : undefined,
    );
    const { facts, pool } = await app.open({
      config: { actors: ['a', 'b', 'c', 'd'].map((name) => actor(name, { passwordEnv: 'WRONG' })) },
    });
    expect(pool.all).toEqual([]);
    expect(facts().map(({ state }) => state)).toEqual(['never', 'never', 'never', 'never']);
    expect(facts()[0]?.detail).toBe('/api/auth/login answered 401');
    expect(facts()[3]?.detail).toContain('not tried any further');
    expect(app.seen.filter((line) => line === 'POST /api/auth/login').length).toBeLessThanOrEqual(8);
  });
});
