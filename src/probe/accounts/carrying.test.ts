import { expect, test } from 'vitest';
import type { Actor } from '../contract/actor.ts';
import { carrying } from './carrying.ts';

const LONG = 'a'.repeat(20);
test.each<[Record<string, string>, Record<string, string>]>([
  [{ authorization: `Token ${LONG}` }, { authorization: 'Token new' }],
  [{ authorization: LONG }, { authorization: 'new' }],
  [{ 'x-csrf-token': LONG, 'x-access-token': LONG }, { 'x-access-token': 'new' }],
  [{ cookie: `session=${LONG}` }, { authorization: 'Bearer new' }],
  [{ apikey: LONG, authorization: `Bearer ${LONG}` }, { authorization: 'Bearer new' }],
  [{}, { authorization: 'Bearer new' }],
])('where actors send %j, a new token goes as %j', (credentials, expected) => {
  const actors = { all: [{ name: 'a' } as Actor], credentials: () => credentials };
  expect(carrying({ actors }, 'new', 'http://a.test/')).toEqual(expected);
});
