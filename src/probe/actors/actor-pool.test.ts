import { afterEach, describe, expect, test } from 'vitest';
import type { ActorConfig } from '../../model/target.ts';
import { openApp, operation, Sessions, type Asked, type Reply, type TestApp } from './test-app.ts';

let app: TestApp;
afterEach(() => app.close());

const text = { type: 'string' };
const actor = (name: string, more: Partial<ActorConfig> = {}): ActorConfig => ({
  name,
  role: 'seller',
  login: `${name}@shop.example`,
  passwordEnv: 'PASSWORD',
  ...more,
});

interface Shop {
  sessions: Sessions;
  open: boolean;
  /** What an account says of itself. */
  me: (owner: string) => unknown;
}

const shop =
  (state: Shop) =>
  (asked: Asked): Reply | undefined => {
    if (asked.path === '/api/auth/login') {
      return state.open ? [200, { token: state.sessions.start(String(asked.fields['email'])) }] : [429, {}];
    }
    if (asked.path !== '/api/me') return undefined;
    const owner = state.sessions.owner(asked.headers.authorization?.replace('Bearer ', ''));
    return owner === undefined ? [401, {}] : [200, state.me(owner)];
  };

const setUp = async (
  me: Shop['me'] = (owner) => ({ id: owner.split('@')[0], shop: { id: 7 } }),
  actors = [actor('anna'), actor('ben')],
) => {
  const state: Shop = { sessions: new Sessions(), open: true, me };
  app = await openApp(shop(state));
  const operations = [
    operation('POST', '/api/auth/login', { email: text, password: text }, app.origin),
    operation('GET', '/api/me', undefined, app.origin),
  ];
  return { state, ...(await app.open({ operations, config: { actors } })) };
};

describe('a session', () => {
  test('that ended is renewed', async () => {
    const { state, pool, facts } = await setUp();
    const anna = pool.named('anna')!;
    const before = pool.credentials(anna, app.origin);
    state.sessions.endAll();
    expect(await Promise.all([pool.check(anna), pool.check(anna)])).toEqual([true, true]);
    expect(pool.credentials(anna, app.origin)).not.toEqual(before);
    expect(facts()[0]).toMatchObject({ state: 'alive' });
    expect(app.seen.filter((line) => line.includes('login'))).toHaveLength(3);
  });

  test('that cannot be renewed is lost, and only then', async () => {
    const { state, pool, facts } = await setUp();
    state.sessions.endAll();
    state.open = false;
    expect(await pool.check(pool.named('anna')!)).toBe(false);
    expect(facts()).toMatchObject([
      { name: 'anna', state: 'lost' },
      { name: 'ben', state: 'alive' },
    ]);
  });

  test('another one of the account is apart from the first', async () => {
    const { pool } = await setUp();
    const anna = pool.named('anna')!;
    const twin = await pool.another(anna);
    expect(twin).toMatchObject({ role: 'seller', tenant: 'anna', carries: 'bearer' });
    expect(pool.credentials(twin!, app.origin)).not.toEqual(pool.credentials(anna, app.origin));
    expect(await pool.check(twin!)).toBe(true);
    expect(pool.all).toHaveLength(2);
  });

  test('of an actor that the pool does not know carries nothing', async () => {
    const { pool } = await setUp();
    expect(pool.credentials({ ...pool.all[0]! }, app.origin)).toEqual({});
    expect(await pool.check({ ...pool.all[0]! })).toBe(false);
  });
});

describe('tenants', () => {
  test('ids that two have in common mean neither', async () => {
    const { pool, facts } = await setUp();
    expect([...pool.named('anna')!.ids]).toEqual(['anna']);
    expect(facts()[0]?.detail).toContain('has the same shop id as ben');
    expect(pool.pairs()).toHaveLength(2);
  });

  test('one account under two names is no pair', async () => {
    const { pool, facts } = await setUp(() => ({ id: 'u-17', email: 'x@y.example' }));
    expect(facts()[0]?.detail).toContain('has the same account id as ben');
    expect(pool.pairs()).toEqual([]);
  });

  test('actors of one tenant are no pair', async () => {
    const { pool } = await setUp(undefined, [actor('anna', { tenant: 't' }), actor('ben', { tenant: 't' })]);
    expect(pool.pairs()).toEqual([]);
  });
});

test('what nothing tells from nobody is said to be unproven', async () => {
  app = await openApp((asked) =>
    asked.path === '/api/auth/login' ? [200, { token: 'abcdefghijklmnopqrst' }] : undefined,
  );
  const { facts, pool } = await app.open({ config: { actors: [actor('anna')] } });
  expect(facts()).toMatchObject([{ state: 'unproven', detail: expect.stringContaining('not proven') }]);
  expect(await pool.check(pool.all[0]!)).toBe(true);
});
