import { expect, test } from 'vitest';
import { publicHeaders } from './open-gate.ts';

const key = { name: 'X-Publishable-Key', valueEnv: 'PUBLIC' };
const login = { role: 'customer', login: 'a@a.test' };
const env = { PUBLIC: 'pk-1', OTHER: 'sk-1' };

test.each<[string, Parameters<typeof publicHeaders>[0], Record<string, string>]>([
  [
    'the same beside every login is for everybody',
    [
      { ...login, name: 'a', header: key },
      { ...login, name: 'b', header: key },
    ],
    { 'x-publishable-key': 'pk-1' },
  ],
  [
    'a header in the place of a login is a credential',
    [
      { name: 'a', role: 'customer', header: key },
      { name: 'b', role: 'customer', header: key },
    ],
    {},
  ],
  [
    'each its own is one too',
    [
      { ...login, name: 'a', header: key },
      { ...login, name: 'b', header: { ...key, valueEnv: 'OTHER' } },
    ],
    {},
  ],
  [
    'and an authorization always is',
    [
      { ...login, name: 'a', header: { ...key, name: 'Authorization' } },
      { ...login, name: 'b', header: { ...key, name: 'Authorization' } },
    ],
    {},
  ],
  ['of one nobody knows', [{ ...login, name: 'a', header: key }], {}],
])('%s', (_, actors, headers) => expect(publicHeaders(actors, env)).toEqual(headers));
