import { expect, test } from 'vitest';
import { draftOf, type Draft } from './draft.ts';
import { mergeDrafts } from './merge.ts';

const origin = 'http://127.0.0.1:3000';
const described: Draft = {
  origin,
  method: 'GET',
  path: '/orders/{id}',
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
  sources: ['openapi'],
  declared: 'protected',
};

test('one operation for a method and a shape; the description names it, what was seen fills it', () => {
  const seen = draftOf({ origin, method: 'GET', path: '/orders/12', source: 'har', query: [['expand', 'items']] })!;
  expect(mergeDrafts([seen, described], origin)).toEqual([
    {
      ...described,
      id: 'GET /orders/{id}',
      sources: ['openapi', 'har'],
      parameters: [
        { ...described.parameters[0], seen: ['12'] },
        { name: 'expand', in: 'query', required: false, schema: { type: 'string' }, seen: ['items'] },
      ],
    },
  ]);
});

test('another method, path or origin is another operation', () => {
  const others = [
    described,
    { ...described, method: 'PUT' as const },
    { ...described, path: '/orders/export' },
    { ...described, origin: 'http://admin.localhost' },
  ];
  expect(mergeDrafts(others, origin).map(({ id }) => id)).toEqual([
    'GET /orders/{id}',
    'PUT /orders/{id}',
    'GET /orders/export',
    'http://admin.localhost GET /orders/{id}',
  ]);
});
