import { expect, test } from 'vitest';
import { creatorsOf } from './creators.ts';
import { madeOf } from './find-made.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';

const anna: Actor = {
  name: 'anna',
  role: 'customer',
  tenant: 'a',
  rank: 1,
  ids: new Set(['cus_1']),
  carries: 'bearer',
};
const filled = { url: '', values: { id: 'ord_1' }, body: { street: 'Longer Street 9' }, referred: [], isLast: true };

test.each<[string, string, unknown, string | undefined]>([
  ['the thing', 'address', { address: { id: 'adr_1' } }, 'adr_1'],
  [
    'the thing in its parent',
    'address',
    { customer: { id: 'cus_1', addresses: [{ id: 'adr_1' }, { id: 'adr_2', street: 'Longer Street 9' }] } },
    'adr_2',
  ],
  ['a parent alone', 'address', { customer: { id: 'cus_1' } }, undefined],
  ['a parent of the path', 'item', { order: { id: 'ord_1', total: 3 } }, undefined],
  ['something new by another name', 'upload', { file: { id: 'fil_1' } }, 'fil_1'],
])('of an answer that shows %s', (_, type, json, id) => expect(madeOf(json, type, anna, filled)?.id).toBe(id));

const operation = (method: string, path: string): Operation =>
  ({
    id: `${method} ${path}`,
    origin: 'http://a.test',
    method,
    path,
    parameters: [],
    sources: ['bundle'],
  }) as unknown as Operation;

test('what has items is a collection, whatever its name', () => {
  const made = (...operations: Operation[]) => creatorsOf(operations).map((one) => one.operation.id);
  expect(made(operation('POST', '/api/Addresss'))).toEqual([]);
  expect(made(operation('POST', '/api/Addresss'), operation('DELETE', '/api/Addresss/{id}'))).toEqual([
    'POST /api/Addresss',
  ]);
  expect(made(operation('POST', '/api/checks/run'), operation('GET', '/api/checks/run/{id}'))).toEqual([]);
});
