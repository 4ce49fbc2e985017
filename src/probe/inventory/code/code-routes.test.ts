import { expect, test } from 'vitest';
import type { Endpoint } from '../../../model/evidence/code.ts';
import { codeRoutes } from './code-routes.ts';

const endpoint = (method: string, path: string, kind: Endpoint['kind'] = 'http', file = 'src/a.ts'): Endpoint => ({
  id: `${method} ${path}`,
  framework: 'express',
  kind,
  app: '',
  method,
  path,
  at: { path: file, line: 1 },
  inputs: [],
  guards: [],
  accesses: [],
  flows: [],
  confidence: 'certain',
  unresolved: [],
});

test('methods of one path in one file are one route', () => {
  expect(
    codeRoutes([endpoint('GET', '/a/{id}'), endpoint('POST', '/a/{id}'), endpoint('GET', '/a/{id}', 'http', 'b.ts')]),
  ).toEqual([
    { path: '/a/{id}', methods: ['GET', 'POST'], file: 'src/a.ts' },
    { path: '/a/{id}', methods: ['GET'], file: 'b.ts' },
  ]);
});

test.each([
  ['pages', endpoint('GET', '/a', 'page')],
  ['actions', endpoint('POST', 'app/actions.ts#save', 'action')],
  ['wildcards', endpoint('GET', '/files/*')],
  ['optional parts', endpoint('GET', '/files/{name?}')],
  ['control characters', endpoint('GET', '/a\u001b[2J')],
  ['methods of no standard', endpoint('BREW', '/a')],
  ['what is longer than an address', endpoint('GET', `/${'a'.repeat(400)}`)],
])('left out: %s', (_, one) => {
  expect(codeRoutes([one])).toEqual([]);
});

test('a route of any method names none', () => {
  expect(codeRoutes([endpoint('*', '/a')])).toEqual([{ path: '/a', methods: [], file: 'src/a.ts' }]);
});
