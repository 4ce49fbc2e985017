import { expect, test } from 'vitest';
import type { CodeCoverage, Endpoint } from '../../model/evidence/code.ts';
import { renderRoutes, renderRoutesOpenApi, whoGetsIn } from './render-routes.ts';

const guard = (kind: Endpoint['guards'][number]['kind'], certain = true): Endpoint['guards'][number] => ({
  kind,
  by: 'middleware',
  name: 'guard',
  failure: 'answers',
  at: { path: 'a.ts', line: 1 },
  certain,
});
const endpoint = (method: string, path: string, guards: Endpoint['guards'] = []): Endpoint => ({
  id: `${method} ${path}`,
  framework: 'express',
  kind: 'http',
  app: '',
  method,
  path,
  at: { path: 'src/a.ts', line: 7 },
  inputs: [],
  guards,
  accesses: [],
  flows: [],
  confidence: 'certain',
  unresolved: [],
});
const coverage: CodeCoverage = {
  files: 1,
  lines: 9,
  partial: [],
  frameworks: { express: 2 },
  stores: [],
  authModel: 'recognised',
  unresolved: [{ what: 'a GET route whose path is put together at run time', at: { path: 'src/b.ts', line: 3 } }],
};

test.each([
  [[], 'open'],
  [[guard('rate-limit'), guard('validator')], 'open'],
  [[guard('session'), guard('owner'), guard('role', false)], 'role?, owner, login'],
  [[guard('signature')], 'signature'],
] as const)('who gets in by %j', (guards, words) => expect(whoGetsIn({ guards })).toBe(words));

test('one line each, in the order of paths, and what was not made out; a path with control characters cannot speak', () => {
  const text = renderRoutes(
    [endpoint('POST', '/b\u001B[31m'), endpoint('GET', '/a/{id}', [guard('session')])],
    coverage,
  );
  expect(text.split('\n')).toEqual([
    'GET  /a/{id}  login  src/a.ts:7',
    'POST /b�[31m  open   src/a.ts:7',
    '',
    '2 endpoints (express 2), 1 of them open. “?” means known by its name only.',
    '',
    'Not made out:',
    '  src/b.ts:3  a GET route whose path is put together at run time',
  ]);
});

test('an OpenAPI description', () => {
  const description = JSON.parse(
    renderRoutesOpenApi([endpoint('GET', '/a/{id}', [guard('session')])], 'shop'),
  ) as unknown;
  expect(description).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/a/{id}': {
        get: { security: [{ login: [] }], parameters: [{ name: 'id', in: 'path' }], 'x-source': 'src/a.ts:7' },
      },
    },
  });
});
