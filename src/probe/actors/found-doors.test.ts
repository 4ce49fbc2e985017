import { expect, test } from 'vitest';
import { foundDoors } from './found-doors.ts';
import type { EnterContext } from './enter-context.ts';

test('where one got in, and where one is known, are operations', () => {
  const recipe = {
    kind: 'fields' as const,
    path: '/api/users/login',
    encoding: 'json' as const,
    loginField: 'user.email',
    passwordField: 'user.password',
    extra: {},
  };
  const found = foundDoors({
    known: new Map([
      ['*', { way: { recipe, certain: false } }],
      ['seller', { way: { recipe, certain: false } }],
    ]),
    proofs: new Map([
      ['http://a.test', { url: 'http://a.test/api/user', path: '/api/user', by: 'status' }],
      ['http://b.test', null],
    ]),
    door: { origins: ['http://a.test'] } as unknown as EnterContext['door'],
  });
  expect(found.map(({ method, origin, path }) => `${method} ${origin}${path}`)).toEqual([
    'POST http://a.test/api/users/login',
    'GET http://a.test/api/user',
  ]);
  expect(found[0]?.body?.schema.properties?.['user']?.properties).toHaveProperty('password');
});
