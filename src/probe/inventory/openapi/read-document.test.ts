import { describe, expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { isDescription, readDescription, type Tree } from './read-text.ts';

const origin = 'http://127.0.0.1:3000';
const allowed = [origin, 'http://admin.localhost:3000'];
const read = (document: Tree | string) => {
  const text = typeof document === 'string' ? readDescription(document) : { ok: true as const, tree: document };
  if (!text.ok) throw new Error(text.reason);
  return readDocument(text.tree, { from: `${origin}/openapi.json`, allowed });
};
const api = (paths: Tree, more: Tree = {}): Tree => ({ openapi: '3.1.0', info: {}, paths, ...more });

test('OpenAPI 3 as YAML: references, parameters, bodies, answers, access', () => {
  const { drafts, notes } = read(`
openapi: 3.0.3
servers: [{ url: /v1 }]
security: [{ bearer: [] }]
paths:
  /pets:
    get:
      security: []
      parameters: [{ $ref: '#/components/parameters/limit' }, { name: Authorization, in: header, schema: {} }]
      responses: { 200: { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } } }
    post:
      operationId: createPet
      summary: Make one
      requestBody:
        required: true
        content:
          application/xml: { schema: {} }
          application/json: { schema: { $ref: '#/components/schemas/Pet' }, example: { name: Rex } }
      responses: { default: { description: no }, 201: { description: made } }
  /pets/{petId}:
    parameters: [{ name: petId, in: path, required: true, schema: { type: string, format: uuid }, example: a-1 }]
    delete: { security: [{ bearer: [] }, {}], responses: { 204: { description: gone } } }
components:
  parameters: { limit: { name: limit, in: query, schema: { type: integer, maximum: 100 } } }
  schemas: { Pet: { type: object, required: [name], properties: { name: { type: string, nullable: true, maxLength: 40 } } } }
`);
  expect(notes).toEqual([]);
  const pet = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string', nullable: true, maxLength: 40 } },
  };
  expect(drafts).toEqual([
    {
      origin,
      method: 'GET',
      path: '/v1/pets',
      sources: ['openapi'],
      declared: 'public',
      parameters: [{ name: 'limit', in: 'query', required: false, schema: { type: 'integer', maximum: 100 } }],
      answer: { status: 200, contentType: 'application/json', schema: { type: 'array', items: pet } },
    },
    {
      origin,
      method: 'POST',
      path: '/v1/pets',
      sources: ['openapi'],
      declared: 'protected',
      parameters: [],
      operationId: 'createPet',
      summary: 'Make one',
      body: { contentType: 'application/json', required: true, schema: pet, seen: { name: 'Rex' } },
      answer: { status: 201 },
    },
    {
      origin,
      method: 'DELETE',
      path: '/v1/pets/{petId}',
      sources: ['openapi'],
      declared: 'public',
      parameters: [
        { name: 'petId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' }, seen: ['a-1'] },
      ],
      answer: { status: 204 },
    },
  ]);
});

test('Swagger 2: base path, body, form fields, file', () => {
  const { drafts, notes } = read({
    swagger: '2.0',
    host: 'petstore.example',
    basePath: '/api',
    schemes: ['https'],
    consumes: ['application/json'],
    definitions: { New: { required: ['name'], properties: { name: { type: 'string' } } } },
    paths: {
      '/pets': {
        post: {
          parameters: [{ in: 'body', name: 'pet', required: true, schema: { $ref: '#/definitions/New' } }],
          responses: { 200: { schema: { $ref: '#/definitions/New' } } },
        },
      },
      '/pets/{id}/photo': {
        post: {
          parameters: [
            { in: 'path', name: 'id', type: 'integer', required: true },
            { in: 'formData', name: 'photo', type: 'file', required: true },
            { in: 'formData', name: 'title', type: 'string' },
          ],
        },
      },
    },
  });
  expect(drafts[0]).toMatchObject({
    origin,
    path: '/api/pets',
    body: { contentType: 'application/json', required: true, schema: { required: ['name'] } },
    answer: { status: 200, contentType: 'application/json', schema: { properties: { name: { type: 'string' } } } },
  });
  expect(drafts[0]).not.toHaveProperty('declared');
  expect(drafts[1]).toMatchObject({
    parameters: [{ name: 'id', in: 'path', schema: { type: 'integer' } }],
    body: {
      contentType: 'multipart/form-data',
      schema: {
        properties: { photo: { type: 'string', format: 'binary' }, title: { type: 'string' } },
        required: ['photo'],
      },
    },
  });
  expect(notes).toEqual([
    'The description names the server https://petstore.example/api, which is not an allowed origin; its operations are taken to be at http://127.0.0.1:3000.',
  ]);
});

describe('servers', () => {
  test('an operation of another allowed origin belongs there, one of an origin off the list is dropped and noted', () => {
    const { drafts, notes } = read(
      api({
        '/users': {
          get: { servers: [{ url: 'http://admin.localhost:3000/a/' }] },
          post: { servers: [{ url: 'https://evil.example' }] },
        },
      }),
    );
    expect(drafts.map((draft) => draft.origin + draft.path)).toEqual(['http://admin.localhost:3000/a/users']);
    expect(notes).toEqual(['POST /users belongs to https://evil.example, which is not an allowed origin.']);
  });

  test('variables of a server have their defaults', () => {
    const { drafts } = read(
      api(
        { '/a': { get: {} } },
        {
          servers: [
            { url: 'http://{host}:3000/{v}', variables: { host: { default: 'admin.localhost' }, v: { enum: ['v2'] } } },
          ],
        },
      ),
    );
    expect(drafts[0]).toMatchObject({ origin: 'http://admin.localhost:3000', path: '/v2/a' });
  });
});

describe('hostile documents', () => {
  test('cycles are cut, remote references noted and not followed', () => {
    const { drafts, notes } = read(
      api(
        {
          '/a': {
            post: {
              requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } },
            },
            put: { requestBody: { $ref: 'http://169.254.169.254/x' } },
            patch: { requestBody: { $ref: '#/components/loop' } },
          },
        },
        {
          components: {
            loop: { $ref: '#/components/loop' },
            schemas: {
              Node: {
                type: 'object',
                properties: { next: { $ref: '#/components/schemas/Node' }, name: { type: 'string' } },
              },
            },
          },
        },
      ),
    );
    expect(drafts[0]?.body?.schema).toEqual({ type: 'object', properties: { next: {}, name: { type: 'string' } } });
    expect(drafts[1]?.body).toBeUndefined();
    expect(drafts[2]?.body).toBeUndefined();
    expect(notes).toEqual([
      'The reference http://169.254.169.254/x leads out of the description and was not followed.',
    ]);
  });

  test('wide and deep at once ends early', () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `S${n}`,
        {
          type: 'object',
          properties: Object.fromEntries(
            Array.from({ length: 30 }, (__, m) => [`p${m}`, { $ref: `#/components/schemas/S${n + 1}` }]),
          ),
        },
      ]),
    );
    const begun = performance.now();
    read(
      api(
        {
          '/a': {
            post: { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } } },
          },
        },
        { components: { schemas } },
      ),
    );
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  test('a billion laughs, 10 MB, HTML, and nonsense of every type', () => {
    const laughs = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`),
    ].join('\n');
    expect(readDescription(laughs)).toMatchObject({ ok: false });
    expect(readDescription(`{"openapi":"3.0.0","paths":{},"x":"${'x'.repeat(10 * 1024 * 1024)}"}`)).toEqual({
      ok: false,
      reason: 'it is larger than 10 MB',
    });
    expect(readDescription('<!doctype html><p>')).toEqual({ ok: false, reason: 'it is HTML or XML' });
    expect(readDescription('[1]')).toMatchObject({ ok: false });
    expect(readDescription('{"a":')).toMatchObject({ ok: false });
    expect(isDescription({ openapi: '3.0.0', paths: [] })).toBe(false);
  });

  test.each([null, 1, 'x', [], [null], { a: null }, { $ref: 1 }, { $ref: '#/paths' }].map((bad) => ({ bad })))(
    '%j anywhere is no crash',
    ({ bad }) => {
      const operation = {
        parameters: bad,
        requestBody: bad,
        responses: bad,
        security: bad,
        servers: bad,
        operationId: bad,
      };
      const { drafts } = read(
        api(
          {
            '/a': bad,
            '/b': { get: bad, parameters: bad },
            '/c': {
              get: operation,
              post: {
                parameters: [bad],
                requestBody: { content: bad },
                responses: { 200: bad, 201: { content: { x: bad } } },
              },
            },
          },
          { servers: bad, security: bad },
        ),
      );
      expect(drafts.filter(({ path }) => path === '/c')).toHaveLength(2);
      const old = read({
        swagger: '2.0',
        host: bad,
        basePath: bad,
        schemes: bad,
        paths: { '/c': { post: { ...operation, consumes: bad } } },
      });
      expect(old.drafts).toHaveLength(1);
    },
  );

  test('paths with line breaks and names of prototypes', () => {
    const { drafts } = read(api({ '/a\nb': { get: {} }, '/c': { __proto__: null, get: {}, constructor: {} } }));
    expect(drafts.map(({ path }) => path)).toEqual(['/c']);
  });
});
