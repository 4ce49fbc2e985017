import { expect, test } from 'vitest';
import { tryShop, verdictsOf } from '../access/test-app.ts';
import { ann } from '../access/test-shop.ts';
import { extrasFor } from './extra-fields.ts';
import { secretMembers } from './judge-data.ts';
import { massAssignment, takenOver } from './mass-assignment.ts';
import { hasRole } from './sign-up-role.ts';
import { believed, holdsOdd, orderOf } from './value-tampering.ts';
import { answered } from '../access/test-app.ts';

test('mass-assignment: taken over, shown by a fresh read, and set back', async () => {
  expect(verdictsOf(await tryShop(massAssignment))['PATCH /api/me']).toBe('refuted');
  const { observations, world } = await tryShop(massAssignment, ['any member']);
  expect(observations.find(({ subject }) => subject === 'PATCH /api/me')).toMatchObject({
    verdict: 'confirmed',
    facts: { members: 'role, verified', restored: true },
  });
  expect(world.profiles.get(ann.name)).toMatchObject({ role: 'customer', verified: false, bio: 'The bio of ann' });
});

test('extras are what an answer shows and a request has not, power first', () => {
  const extras = extrasFor(
    { id: 1, verified: false, role: 'customer', title: 'x', price: 3 },
    { title: {} },
    undefined,
    [ann],
  );
  expect(extras).toEqual([
    { name: 'role', value: 'admin' },
    { name: 'verified', value: true },
  ]);
  expect(extrasFor(['no object'], {}, undefined, [])).toEqual([]);
});

test('an unchanged value and an echo are not taken over', () => {
  expect(takenOver({ role: 'a' }, { role: 'a' }, [{ name: 'role', value: 'admin' }])).toEqual([]);
  expect(takenOver({ role: 'admin' }, { role: 'admin' }, [{ name: 'role', value: 'admin' }])).toEqual([]);
  expect(takenOver({ role: 'a' }, { role: 'admin' }, [{ name: 'role', value: 'admin' }])).toEqual(['role']);
});

test('secrets by name and by look, masked ones are none', () => {
  expect(secretMembers({ user: { passwordHash: 'abcdef1234', name: 'x' } })).toEqual(['passwordHash']);
  expect(secretMembers({ a: '$argon2id$v=19$m=1' })).toEqual(['a']);
  expect(secretMembers({ password: '********', hash: 'commit-abcdef', token: 'page-2-token' })).toEqual([]);
});

test('values of an order', () => {
  const honest = { id: 1, total: 2400, currency: 'eur' };
  expect(believed(honest, { id: 2, total: 1, currency: 'eur' }, { total: 1, currency: 'huf' })).toEqual(['total']);
  expect(believed(honest, { id: 2, total: 2400, currency: 'eur' }, { total: 1 })).toEqual([]);
  expect(orderOf(answered(201, { order: { id: 1, totalCents: 3 } }))).toEqual({ id: 1, totalCents: 3 });
  expect(orderOf(answered(400, { order: { totalCents: 3 } }))).toBeUndefined();
  expect(holdsOdd(answered(200, { items: [{ quantity: -1 }] }), 'quantity', -1)).toBe(true);
  expect(holdsOdd(answered(200, { items: [{ quantity: 1 }] }), 'quantity', -1)).toBe(false);
});

test('a role that an account has', () => {
  expect(hasRole({ user: { role: 'MODERATOR' } }, 'moderator')).toBe(true);
  expect(hasRole({ user: { role: 'customer', roles: [] } }, 'moderator')).toBe(false);
});
