import { describe, expect, test } from 'vitest';
import { matchTemplate, shapeOf, templateOf, templatize } from './template.ts';

describe('templateOf', () => {
  test.each([
    ['/orders/123', '/orders/{orderId}'],
    ['/orders/6630b1ef-6859-4e03-a0db-2aaf7d2b39dd/items/4?x=1#y', '/orders/{orderId}/items/{itemId}'],
    ['/api/v1/categories/65f1c0ffee15600ddeadbeef', '/api/v1/categories/{categoryId}'],
    ['/addresses/7', '/addresses/{addressId}'],
    ['/u/7/8', '/u/{uId}/{id}'],
    ['/carts/cart_01HV5XJ9PQ7ZR3', '/carts/{cartId}'],
    ['/posts/how-to-glaze-a-bowl', '/posts/{postSlug}'],
    ['/files/V1StGXR8_Z5jdHi6B-myT', '/files/{fileId}'],
    ['/', '/'],
  ])('%s is %s', (path, template) => expect(templateOf(path)).toBe(template));

  test.each([
    '/api/auth/sign-up',
    '/notifications/read-all',
    '/users/forgot-password',
    '/api/v2/order-items',
    '/oauth2/token',
    '/settings/payment-methods',
    '/well_known/openid_configuration',
  ])('%s says what, not which', (path) => expect(templateOf(path)).toBe(path));

  test('keeps the values, decoded', () =>
    expect(templatize('/orders/12/notes/a%20b-c-1').values).toEqual({ orderId: '12' }));
});

describe('matchTemplate', () => {
  test('gives the values of the parameters', () => {
    expect(matchTemplate('/orders/{id}/items/{n}', '/orders/a%2Fb/items/3?x=1')).toEqual({ id: 'a/b', n: '3' });
    expect(matchTemplate('/files/{name}.json', '/files/a.b.json')).toEqual({ name: 'a.b' });
    expect(matchTemplate('/r/{from}-{to}', '/r/1-2')).toEqual({ from: '1', to: '2' });
  });

  test.each([
    ['/orders/{id}', '/orders'],
    ['/orders/{id}', '/orders/1/items'],
    ['/orders/{id}', '/carts/1'],
    ['/files/{name}.json', '/files/.json'],
    ['/files/{name}.json', '/files/a.xml'],
  ])('%s is not %s', (template, path) => expect(matchTemplate(template, path)).toBeNull());

  test('a broken escape is a value like any other', () =>
    expect(matchTemplate('/orders/{id}', '/orders/%E0%A4%A')).toEqual({ id: '%E0%A4%A' }));
});

test('templates that differ in names alone have one shape', () =>
  expect(shapeOf('/orders/{id}/')).toBe(shapeOf('/orders/{orderId}')));
