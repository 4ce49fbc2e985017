import { describe, expect, test } from 'vitest';
import { tryShop, verdictsOf } from '../access/test-app.ts';
import { adminFunction } from './admin-function.ts';
import { anonymousAccess } from './anonymous-access.ts';
import { headerSpoof } from './header-spoof.ts';
import { hiddenRoute } from './hidden-route.ts';
import { methodBypass } from './method-bypass.ts';
import { pathBypass } from './path-bypass.ts';
import { roleFunction } from './role-function.ts';

const shown = (verdicts: Record<string, string>): string[] =>
  Object.keys(verdicts).filter((subject) => ['confirmed', 'likely'].includes(verdicts[subject] ?? ''));
const all = [adminFunction, anonymousAccess, headerSpoof, hiddenRoute, methodBypass, pathBypass, roleFunction];

test.each(all)('$id is silent where all is right', async (probe) => {
  expect(shown(verdictsOf(await tryShop(probe)))).toEqual([]);
});

describe('what is for the admin', () => {
  test('done by customers: reads, makes and changes, each read back', async () => {
    const { observations, world } = await tryShop(adminFunction, ['admin for users']);
    const verdicts = Object.fromEntries(observations.map(({ subject, verdict }) => [subject, verdict]));
    expect(shown(verdicts).toSorted()).toEqual([
      'GET /api/admin/users',
      'POST /api/admin/coupons',
      'POST /api/admin/orders/{orderId}/feature',
    ]);
    // What was changed has been set back by the admin.
    expect([...world.orders.values()].map(({ featured }) => featured)).toEqual([false, false]);
  });
  test('what nobody is kept from is one cause: anonymous-access', async () => {
    expect(shown(verdictsOf(await tryShop(anonymousAccess, ['admin for anybody'])))).toContain('GET /api/admin/users');
    expect(shown(verdictsOf(await tryShop(adminFunction, ['admin for anybody'])))).toEqual([]);
  });
});

test('path-bypass: another spelling', async () => {
  expect(shown(verdictsOf(await tryShop(pathBypass, ['guard by spelling'])))).toEqual(['GET /api/admin/users']);
});

test('method-bypass: another verb, with its effect', async () => {
  const { observations, world } = await tryShop(methodBypass, ['admin by put']);
  expect(observations.filter(({ verdict }) => verdict === 'confirmed')).toMatchObject([
    { subject: 'POST /api/admin/orders/{orderId}/feature', facts: { variant: 'by PUT' } },
  ]);
  expect([...world.orders.values()].map(({ featured }) => featured)).toEqual([false, false]);
});

test('header-spoof: a gateway’s header from anybody', async () => {
  const { observations } = await tryShop(headerSpoof, ['user header']);
  expect(observations).toMatchObject([
    { subject: 'GET /api/me', verdict: 'confirmed', facts: { header: 'the header x-user-id' } },
  ]);
});

test('hidden-route: mails that anybody may read', async () => {
  const { observations } = await tryShop(hiddenRoute, ['outbox']);
  expect(observations).toMatchObject([{ subject: 'GET /debug/outbox', verdict: 'confirmed', actor: 'nobody' }]);
});
