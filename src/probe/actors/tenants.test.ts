import { expect, test } from 'vitest';
import { Members, type Member } from './actor-pool.ts';
import { settleIds } from './tenants.ts';

const member = (name: string, login: string, id: string): Member => ({
  actor: { name, role: 'user', tenant: name, rank: 1, login, ids: new Set(), carries: 'bearer' },
  session: { home: 'http://a.test', headers: {}, cookies: [] } as unknown as Member['session'],
  proof: null,
  ids: [{ kind: 'account', value: id }],
  via: 'json login',
  detail: '',
  state: 'alive',
  logIns: 1,
});

test.each([
  ['a word that all tokens hold', 'bearer-token', 'bearer-token', 2],
  ['one account under two names', 'u-17', 'u-17', 0],
  ['one account by address and name', 'anna', 'anna', 0],
  ['two accounts', 'u-17', 'u-18', 2],
])('%s', (_, a, b, pairs) => {
  const pool = new Members();
  for (const one of [member('a', 'anna@a.test', a), member('b', a === 'anna' ? 'anna' : 'bert@a.test', b)])
    pool.add(one);
  settleIds(pool.members());
  expect(pool.pairs()).toHaveLength(pairs);
});
