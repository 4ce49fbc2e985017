import { expect, test } from 'vitest';
import { hostOf, pointingOf } from './pointing.ts';

test.each([
  ['http://localhost:3000/api', 'local'],
  ['postgres://u:p@127.0.0.1:5432/shop', 'local'],
  ['localhost:6379', 'local'],
  ['http://admin.localhost', 'local'],
  ['https://your-domain.com', 'stand-in'],
  ['https://api.yourapp.com/v1', 'stand-in'],
  ['https://example.com', 'stand-in'],
  ['<PROJECT_ID>', 'stand-in'],
  ['https://shop.test', 'elsewhere'],
  ['https://yourmechanic.com', 'elsewhere'],
  ['https://localhost-tools.io', 'elsewhere'],
  ['production', undefined],
  ['1.5', undefined],
  ['true', undefined],
  ['a b.com c', undefined],
])('%s', (value, expected) => expect(pointingOf(value)).toBe(expected));

test('the host of an address', () => {
  expect(hostOf('https://user:pw@Shop.Test:8443/a?b#c')).toBe('shop.test');
  expect(hostOf('api')).toBeUndefined();
});
