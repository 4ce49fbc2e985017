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

describe('by form', () => {
  const PAGE =
    '<form method="post"><input type="hidden" name="_csrf" value="t1"><input name="email" type="email"><input name="password" type="password"></form>';
  const shop =
    (sessions: Sessions, target: string) =>
    (asked: Asked): Reply | undefined => {
      const owner = sessions.owner(asked.cookies['sid']);
      if (asked.path === '/login' && asked.method === 'GET') return [200, PAGE, { 'set-cookie': 'pre=1; Path=/' }];
      if (asked.path === '/login') {
        const good =
          asked.fields['_csrf'] === 't1' &&
          asked.cookies['pre'] === '1' &&
          asked.fields['password'] === 'correct horse';
        return good
          ? [
              303,
              '',
              {
                location: target,
                'set-cookie': `sid=${sessions.start(String(asked.fields['email']))}; HttpOnly; Secure; Path=/`,
              },
            ]
          : [200, PAGE];
      }
      if (asked.path === '/') return [200, `<meta name="csrf-token" content="for-${owner}">`];
      if (asked.path === '/account')
        return owner === undefined ? [302, '', { location: '/login' }] : [200, `<h1>${owner}</h1>`];
      return undefined;
    };

  test('cookies, hidden fields and the CSRF token of the pages', async () => {
    app = await openApp(shop(new Sessions(), '/'));
    const { pool, facts } = await app.open({
      config: { actors: [actor('anna'), actor('ben', { passwordEnv: 'WRONG' })] },
    });
    expect(facts()).toMatchObject([
      { name: 'anna', state: 'alive', via: 'form login', detail: 'cookie; GET /account tells it from nobody' },
      { name: 'ben', state: 'never', detail: 'the form of /login came back' },
    ]);
    expect(pool.credentials(pool.all[0]!, `${app.origin}/x`)).toMatchObject({
      'x-csrf-token': 'for-anna@shop.example',
    });
  });

  test('a redirect off the list is not followed', async () => {
    app = await openApp(shop(new Sessions(), 'http://169.254.169.254/latest'));
    const { facts } = await app.open({ config: { actors: [actor('anna')] } });
    expect(facts()).toMatchObject([{ state: 'alive', via: 'form login' }]);
  });

  test('a form that sends passwords elsewhere is not filled in', async () => {
    const elsewhere = PAGE.replace('<form', '<form action="http://evil.example/"');
    app = await openApp((asked) => (asked.path === '/login' && asked.method === 'GET' ? [200, elsewhere] : undefined));
    const { facts } = await app.open({ config: { actors: [actor('anna')], login: { kind: 'form', path: '/login' } } });
    expect(facts()).toMatchObject([{ state: 'never', detail: expect.stringContaining('http://evil.example') }]);
  });
});

describe('by mail', () => {
  const asked = operation('POST', '/api/auth/magic-link', { email: text });
  const mailApp =
    (sessions: Sessions, mails: unknown[], write: (to: string, origin: string) => string) =>
    (one: Asked, origin: string): Reply | undefined => {
      if (one.path === '/api/auth/magic-link') {
        mails.push({ to: one.fields['email'], subject: 'Log in', text: write(String(one.fields['email']), origin) });
        return [202, {}];
      }
      if (one.path === '/mails') return [200, mails];
      if (one.path === '/enter' && one.query.get('token') === 'abc123') {
        return [302, '', { location: '/', 'set-cookie': `sid=${sessions.start('anna')}; Path=/` }];
      }
      if (one.path === '/api/auth/verify-otp' && one.fields['code'] === '246810')
        return [200, { token: sessions.start('anna') }];
      const owner = sessions.owner(one.cookies['sid'] ?? bearer(one));
      return one.path === '/api/me' ? (owner === undefined ? [401, {}] : [200, { id: 'u-1' }]) : undefined;
    };
  const account: ActorConfig = { name: 'anna', role: 'customer', login: 'anna@shop.example' };

  test('a link', async () => {
    app = await openApp(mailApp(new Sessions(), [], (_to, origin) => `Log in: ${origin}/enter?token=abc123`));
    const { facts } = await app.open({
      operations: at(app.origin, asked),
      config: { actors: [account], mailbox: `${app.origin}/mails` },
    });
    expect(facts()).toMatchObject([{ state: 'alive', via: 'magic link', detail: expect.stringContaining('/api/me') }]);
  });

  test('a code, the old mail’s one left alone', async () => {
    const verify = operation('POST', '/api/auth/verify-otp', { email: text, code: text });
    const old = { to: 'anna@shop.example', subject: 'Log in', text: 'Your code is 111111' };
    app = await openApp(mailApp(new Sessions(), [old], () => 'Your code is 246810'));
    const { facts } = await app.open({
      operations: at(app.origin, asked, verify),
      config: { actors: [account], mailbox: `${app.origin}/mails` },
    });
    expect(facts()).toMatchObject([{ state: 'alive', via: 'one-time code' }]);
  });

  test('without a mailbox it is said', async () => {
    app = await openApp(mailApp(new Sessions(), [], () => ''));
    const { facts } = await app.open({ operations: at(app.origin, asked), config: { actors: [account] } });
    expect(facts()).toMatchObject([{ state: 'never', detail: expect.stringContaining('no mailbox was named') }]);
  });
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
