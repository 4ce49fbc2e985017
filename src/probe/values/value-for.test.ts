import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../contract/actor.ts';
import type { JsonSchema } from '../contract/operation.ts';
import { createCanaryBook } from './canaries.ts';
import { textFromPattern } from './from-pattern.ts';
import { classOf } from './names.ts';
import { matchesPattern } from './safe-test.ts';
import { NOTHING, valueFor, type ValueContext } from './value-for.ts';

const anna: Actor = { name: 'anna', role: 'customer', tenant: 'a', rank: 0, ids: new Set(), carries: 'bearer' };
const context = (place: string, more: Partial<ValueContext> = {}): ValueContext => ({
  owner: anna,
  canaries: createCanaryBook(),
  place,
  now: new Date('2026-01-01T00:00:00Z'),
  ...more,
});
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const TEXT = '^[^\\p{Cc}]*(?:[\\n\\r\\t][^\\p{Cc}]*)*$';
const DATE =
  '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$';

describe('values satisfy their schema', () => {
  test.each<[string, JsonSchema]>([
    ['a', { type: 'string', minLength: 300, maxLength: 320 }],
    ['a', { type: 'string', maxLength: 3 }],
    ['code', { type: 'string', pattern: '^[A-Z0-9-]{4,24}$' }],
    ['plate', { type: 'string', pattern: '^[A-Z]{1,3}-[A-Z]{2} \\d{1,4}$' }],
    ['a', { type: 'string', pattern: '^(?:red|green)-(\\w+)$' }],
    ['zip', { type: 'string', pattern: '^\\d{5}(-\\d{4})?$' }],
    ['phone', { type: 'string', pattern: '^\\+?[0-9]{10,15}$' }],
    ['phone', { type: 'string', pattern: '^\\d{10}$' }],
    ['name', { type: 'string', pattern: '^[\\p{L} ]+$', minLength: 2 }],
    ['expiresAt', { type: 'string', format: 'date-time', pattern: DATE }],
    ['body', { type: 'string', minLength: 10, maxLength: 2000, pattern: TEXT }],
    ['priceCents', { type: 'integer', minimum: 50, maximum: 10_000 }],
    ['price', { type: 'number', exclusiveMinimum: 0, multipleOf: 0.05 }],
    ['n', { type: 'integer', maximum: -5, multipleOf: 3 }],
    ['x', { enum: [null, '', 'b'] }],
    ['x', { const: { a: 1 } }],
    ['x', { oneOf: [{ type: 'null' }, { type: 'object', required: ['y'], properties: { y: { type: 'integer' } } }] }],
    [
      'x',
      {
        allOf: [
          { type: 'object', required: ['y'], properties: { y: { type: 'boolean' } } },
          { required: ['z'], properties: { z: { type: ['null', 'string'], minLength: 4 } } },
        ],
      },
    ],
    [
      'items',
      {
        type: 'array',
        minItems: 2,
        items: { type: 'object', required: ['quantity'], properties: { quantity: { type: 'integer', minimum: 1 } } },
      },
    ],
  ])('%s %j', (name, schema) => {
    const value = valueFor(schema, name, context('thing'));
    expect({ value, fits: ajv.validate(schema, value) }).toEqual({ value, fits: true });
  });

  test('of OpenAPI 3.0 too', () => {
    expect(valueFor({ type: 'integer', minimum: 5, exclusiveMinimum: true }, 'n', context('x'))).toBe(6);
  });

  test('a date of a booking is to come, one of birth has been', () => {
    const day = (name: string): string =>
      String(valueFor({ type: 'string', format: 'date-time' }, name, context('booking')));
    expect(day('bookedFor') > '2026-01-02').toBe(true);
    expect(day('endsAt') > day('startsAt')).toBe(true);
    expect(day('birthDate') < '2000').toBe(true);
  });
});

describe('canaries', () => {
  test('stand in what is private, optional members included, and nowhere else', () => {
    const within = context('order');
    const text: JsonSchema = { type: 'string', maxLength: 200 };
    const body = valueFor(
      {
        type: 'object',
        required: ['shippingAddress', 'quantity'],
        properties: {
          shippingAddress: { ...text, minLength: 10 },
          buyerNote: text,
          phone: { anyOf: [{ type: 'string', maxLength: 20 }, { type: 'null' }] },
          contactEmail: { type: 'string', format: 'email' },
          iban: { type: 'string', maxLength: 34 },
          quantity: { type: 'integer' },
          status: text,
          couponCode: text,
          role: text,
          giftWrap: { type: 'boolean' },
        },
      },
      '',
      within,
    ) as Record<string, unknown>;
    expect(Object.keys(body).toSorted()).toEqual([
      'buyerNote',
      'contactEmail',
      'iban',
      'phone',
      'quantity',
      'shippingAddress',
    ]);
    expect(
      within.canaries
        .seenIn(JSON.stringify(body))
        .map(({ place }) => place)
        .toSorted(),
    ).toEqual(['order.buyerNote', 'order.contactEmail', 'order.iban', 'order.phone', 'order.shippingAddress']);
  });

  test.each<[string, string, string, ReturnType<typeof classOf>]>([
    ['listing', '', 'title', 'public'],
    ['listing', '', 'description', 'public'],
    ['listing', '', 'sellerNote', 'private'],
    ['listing', '', 'isFeatured', 'server'],
    ['message', '', 'body', 'private'],
    ['review', '', 'body', 'plain'],
    ['comment', '', 'text', 'plain'],
    ['order', 'address', 'street', 'private'],
    ['order', 'address', 'city', 'private'],
    ['order', 'address', 'country', 'plain'],
    ['refund', '', 'reason', 'private'],
    ['shop', '', 'about', 'public'],
    ['user', '', 'role', 'server'],
    ['user', '', 'phone', 'private'],
    ['order', '', 'totalCents', 'server'],
    ['article', '', 'body', 'plain'],
    ['payoutAccount', '', 'holder', 'private'],
  ])('%s %s.%s is %4$s', (thing, part, name, expected) => {
    expect(classOf(name, part === '' ? [thing] : [thing, part])).toBe(expected);
  });
});

test('references and passwords are those that are known, or there is no body', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['listingId'],
    properties: { listingId: { type: 'integer' }, note: { type: 'string' } },
  };
  expect(
    valueFor(schema, '', context('order', { reference: (name) => (name === 'listingId' ? '17' : undefined) })),
  ).toMatchObject({ listingId: 17 });
  expect(
    valueFor(schema, '', context('order', { reference: (name) => (name === 'listingId' ? NOTHING : undefined) })),
  ).toBeUndefined();
  const asks: JsonSchema = { type: 'object', required: ['password'], properties: { password: { type: 'string' } } };
  expect(valueFor(asks, '', context('account'))).toBeUndefined();
  expect(valueFor(asks, '', context('account', { password: 'x' }))).toEqual({ password: 'x' });
});

test('a body without a description is filled by its names', () => {
  const untyped: JsonSchema = { properties: { ProductId: {}, quantity: {}, price: {}, name: {}, id: {} } };
  expect(
    valueFor(untyped, '', context('item', { reference: (name) => (name === 'ProductId' ? '3' : undefined) })),
  ).toEqual({
    ProductId: '3',
    quantity: 1,
    price: 19,
    name: expect.any(String),
  });
});

test('what app said it wants is done', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string' }, b: { type: 'string' } },
  };
  expect(valueFor(schema, '', context('x', { also: new Set(['b']), given: new Map([['a', 'A']]) }))).toEqual({
    a: 'A',
    b: expect.any(String),
  });
});

test('patterns of strangers cost no time', () => {
  const begun = performance.now();
  expect(matchesPattern('^(a+)+$', `${'a'.repeat(60)}!`)).toBe(true);
  expect(matchesPattern('^\\d+$', 'a')).toBe(false);
  expect(matchesPattern('(', 'a')).toBe(true);
  for (const hostile of [
    '((((((((((((((a))))))))))))))',
    'a{99999}',
    '[',
    '(?=a)a',
    '\\1',
    '(a{200}){200}',
    '['.repeat(400),
  ]) {
    const text = textFromPattern(hostile);
    expect(text === undefined || text.length <= 400).toBe(true);
  }
  expect(performance.now() - begun).toBeLessThan(30_000);
});

test('a hostile schema is answered soon', () => {
  const deep = Array.from({ length: 50 }).reduce<JsonSchema>(
    (inner) => ({ type: 'object', required: ['a'], properties: { a: inner } }),
    {},
  );
  expect(valueFor(deep, '', context('x'))).toBeUndefined();
  const wide = Array.from({ length: 12 }).reduce<JsonSchema>(
    (inner) => ({ type: 'array', minItems: 1000, items: inner }),
    { type: 'string' },
  );
  const begun = performance.now();
  valueFor(wide, 'a', context('x'));
  valueFor({ type: 'string', minLength: 1e9 }, 'a', context('x'));
  expect(performance.now() - begun).toBeLessThan(30_000);
});
