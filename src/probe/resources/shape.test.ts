import { expect, test } from 'vitest';
import { isShapeless, shapeOfShown } from './shape.ts';

test.each([
  [{}, true],
  [{ description: 'something' }, true],
  [{ type: 'object' }, false],
  [{ properties: { a: {} } }, false],
  [{ allOf: [{ properties: { a: {} } }] }, false],
  [{ enum: ['a'] }, false],
])('of %j nothing is known: %s', (schema, is) => expect(isShapeless(schema)).toBe(is));

test('what may be sent is what the app shows, but for what the server sets', () => {
  const shown = {
    id: 7,
    UserId: 24,
    updatedAt: '2026',
    created_at: '2026',
    fullName: null,
    zipCode: null,
    quantity: 1,
    tags: [],
  };
  expect(shapeOfShown(shown)).toEqual({
    type: 'object',
    properties: { fullName: {}, zipCode: {}, quantity: { type: 'integer' } },
  });
  expect(shapeOfShown({ id: 7, createdAt: '2026' })).toBeUndefined();
});
