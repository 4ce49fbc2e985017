import { expect, test } from 'vitest';
import { meaningOf } from './meaning.ts';

test.each([
  ['user_id', 'uuid', null, 'owner'],
  ['seller_id', 'text', null, 'owner'],
  ['host', 'uuid', null, 'owner'],
  ['uid', 'text', null, 'owner'],
  ['referrer', 'text', null, undefined],
  ['client', 'text', null, undefined],
  ['made_by', 'uuid', 'account', 'owner'],
  ['vendor_id', 'uuid', 'row', 'link'],
  ['role', 'text', null, 'power'],
] as const)('%s %s', (name, type, refersTo, expected) => expect(meaningOf(name, type, refersTo)).toBe(expected));
