import { afterEach, describe, expect, test } from 'vitest';
import type { ActorConfig } from '../../model/target.ts';
import { openApp, operation, Sessions, type Asked, type TestApp } from './test-app.ts';

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

const at = (origin: string, ...operations: (typeof LOGIN)[]) => operations.map((one) => ({ ...one, origin }));

test('where a request without a CSRF token is refused, the token is fetched first', async () => {
  const sessions = new Sessions();
  app = await openApp((asked) => {
    if (asked.path === '/sanctum/csrf-cookie') return [204, undefined, { 'set-cookie': 'XSRF-TOKEN=a%3Db; Path=/' }];
    if (asked.path === '/api/auth/login') {
      if (asked.headers['x-xsrf-token'] !== 'a=b') return [419, { message: 'CSRF token mismatch.' }];
      return [204, undefined, { 'set-cookie': `sid=${sessions.start('anna')}; Path=/` }];
    }
    if (asked.path !== '/api/user') return undefined;
    return sessions.owner(asked.cookies['sid']) === undefined ? [401, {}] : [200, { id: 5 }];
  });
  const { pool, facts } = await app.open({
    operations: at(app.origin, LOGIN),
    config: { actors: [actor('anna')] },
  });
  expect(facts()).toMatchObject([{ state: 'alive', detail: 'cookie; GET /api/user tells it from nobody' }]);
  expect(pool.credentials(pool.all[0]!, app.origin)).toMatchObject({ 'x-xsrf-token': 'a=b' });
});

test('a log-in that got no answer is tried once more', async () => {
  const sessions = new Sessions();
  const tries = new Map<string, number>();
  app = await openApp((asked) => {
    if (asked.path === '/api/auth/login') {
      const login = String(asked.fields['email']);
      tries.set(login, (tries.get(login) ?? 0) + 1);
      if (tries.get(login) === 1 || login.startsWith('ben')) return [0];
      return [200, { token: sessions.start(login) }];
    }
    if (asked.path !== '/api/me') return undefined;
    const owner = sessions.owner(bearer(asked));
    return owner === undefined ? [401, {}] : [200, { id: 5, email: owner }];
  });
  const { facts } = await app.open({
    operations: at(app.origin, LOGIN, operation('GET', '/api/me')),
    config: { actors: [actor('ben'), actor('anna')] },
  });
  expect(facts()).toMatchObject([
    { name: 'anna', state: 'alive' },
    { name: 'ben', state: 'never', detail: expect.stringContaining('/api/auth/login: ') },
  ]);
  expect([...tries.values()]).toEqual([2, 2]);
});

test('Auth.js, whose form no page shows', async () => {
  const sessions = new Sessions();
  app = await openApp((asked, origin) => {
    if (asked.path === '/api/auth/csrf') {
      return [200, { csrfToken: 'c'.repeat(20) }, { 'set-cookie': 'authjs.csrf-token=x; Path=/' }];
    }
    if (asked.path === '/api/auth/callback/credentials') {
      const { csrfToken, email, password } = asked.fields;
      const good = csrfToken === 'c'.repeat(20) && password === 'correct horse';
      return good
        ? [200, { url: origin }, { 'set-cookie': `authjs.session-token=${sessions.start(String(email))}; Path=/` }]
        : [200, { url: `${origin}/api/auth/signin?error=CredentialsSignin` }];
    }
    if (asked.path !== '/api/auth/session') return undefined;
    const owner = sessions.owner(asked.cookies['authjs.session-token']);
    return [200, owner === undefined ? null : { user: { id: 'u-1', email: owner } }];
  });
  const { facts } = await app.open({ config: { actors: [actor('anna'), actor('ben', { passwordEnv: 'WRONG' })] } });
  expect(facts()).toMatchObject([
    { state: 'alive', via: 'Auth.js login', detail: 'cookie; GET /api/auth/session tells it from nobody' },
    { state: 'never', detail: '/api/auth/callback/credentials gave no session' },
  ]);
});

test('a cookie that a refused log-in sets makes no actor', async () => {
  app = await openApp(({ path }) => {
    if (path === '/api/auth/login') return [200, { error: 'wrong' }, { 'set-cookie': 'visitor=1; Path=/' }];
    return path === '/api/me' ? [401, {}] : undefined;
  });
  const { facts } = await app.open({
    operations: at(app.origin, LOGIN, operation('GET', '/api/me')),
    config: { actors: [actor('anna')] },
  });
  expect(facts()).toMatchObject([{ state: 'never', detail: expect.stringContaining('GET /api/me refuses') }]);
});

describe('by what the user gave', () => {
  test('a header, a recorded session and an auth file', async () => {
    const sessions = new Sessions();
    app = await openApp((one) => {
      const owner = sessions.owner(
        one.cookies['sid'] ?? bearer(one) ?? bearer(one, 'JWT') ?? (one.headers['x-api-key'] as string | undefined),
      );
      if (one.path === '/door') return one.fields['u'] === 'w' ? [200, { t: sessions.start('w') }] : [401, {}];
      return one.path === '/api/me' ? (owner === undefined ? [401, {}] : [200, { id: owner }]) : undefined;
    });
    const files: Record<string, string> = {
      'state.json': JSON.stringify({
        cookies: [{ name: 'sid', value: sessions.start('recorded'), domain: '127.0.0.1', path: '/' }],
        origins: [],
      }),
      'auth.yaml': `auth:\n  - name: seller-a\n    loginEndpointAuth: { endpoint: /door, verb: POST, contentType: application/json,\n      payloadUserPwd: { username: w, password: p, usernameField: u, passwordField: p },\n      token: { extractFromField: /t, httpHeaderName: Authorization, headerPrefix: "JWT " } }`,
    };
    const { pool, facts } = await app.open({
      env: { KEY: sessions.start('keyed') },
      readFile: (path) => Promise.resolve(files[path] ?? ''),
      config: {
        authFile: 'auth.yaml',
        actors: [
          { name: 'keyed', role: 'admin', header: { name: 'X-Api-Key', valueEnv: 'KEY' } },
          { name: 'recorded', role: 'customer', storageState: 'state.json' },
        ],
      },
    });
    expect(facts().map(({ name, role, via, state, detail }) => [name, role, via, state, detail.split(';')[0]])).toEqual(
      [
        ['keyed', 'admin', 'header', 'alive', 'x-api-key'],
        ['recorded', 'customer', 'recorded session', 'alive', 'cookie'],
        ['seller-a', 'seller', 'auth file', 'alive', 'JWT token'],
      ],
    );
    expect(pool.all.map(({ carries }) => carries)).toEqual(['header', 'cookie', 'bearer']);
    expect(await pool.another(pool.named('keyed')!)).toBeUndefined();
    expect(await pool.another(pool.named('seller-a')!)).toBeDefined();
  });

  test('what is missing is said', async () => {
    app = await openApp(() => undefined);
    const { facts } = await app.open({
      config: {
        authFile: 'none.yaml',
        actors: [
          { name: 'a', role: 'x', header: { name: 'x-key', valueEnv: 'NOT_SET' } },
          { name: 'b', role: 'x', storageState: 'none.json' },
          { name: 'c', role: 'x' },
          actor('d', { passwordEnv: 'NOT_SET' }),
          actor('e', { origin: 'http://evil.example' }),
        ],
      },
    });
    expect(facts().map(({ state, detail }) => `${state}: ${detail}`)).toEqual([
      'never: none.yaml cannot be read',
      'never: the variable NOT_SET is not set',
      'never: none.json cannot be read',
      'never: neither a login, a header nor a recorded session was given',
      'never: the variable NOT_SET is not set',
      'never: http://evil.example is not among the origins that may be asked',
    ]);
    expect(app.seen).toEqual([]);
  });
});
