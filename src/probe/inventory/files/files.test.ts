import { expect, test } from 'vitest';
import { readHar } from './har.ts';
import { readPostman } from './postman.ts';

const origin = 'https://app.example';

const entry = (method: string, url: string, more: object = {}, response: object = { status: 200 }): object => ({
  request: { method, url, ...more },
  response,
});

test('HAR: templates, queries, bodies and answers; files, misses and other hosts left out', () => {
  const har = {
    log: {
      entries: [
        entry(
          'GET',
          `${origin}/api/orders/123?expand=items`,
          {},
          { status: 200, content: { mimeType: 'application/json; charset=utf-8', text: '{"id":123,"total":9.5}' } },
        ),
        entry(
          'POST',
          `${origin}/api/orders`,
          { postData: { mimeType: 'application/json', text: '{"listing":"a","quantity":2}' } },
          { status: 201 },
        ),
        entry(
          'POST',
          `${origin}/login`,
          { postData: { mimeType: 'application/x-www-form-urlencoded', text: 'email=a%40b.c' } },
          { status: 302 },
        ),
        entry('GET', `${origin}/assets/main.js`),
        entry('GET', `${origin}/pixel`, {}, { status: 200, content: { mimeType: 'image/gif' } }),
        entry('GET', `${origin}/nothing`, {}, { status: 404 }),
        entry('GET', 'https://cdn.example/x'),
        null,
        { request: { method: 'GET', url: 'nonsense' } },
      ],
    },
  };
  const { drafts, notes } = readHar(JSON.stringify(har), [origin]);
  expect(drafts.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /api/orders/{orderId}',
    'POST /api/orders',
    'POST /login',
  ]);
  expect(drafts[0]).toMatchObject({
    parameters: [
      { name: 'orderId', in: 'path', seen: ['123'], schema: { type: 'integer' } },
      { name: 'expand', in: 'query', seen: ['items'] },
    ],
    answer: { status: 200, contentType: 'application/json', schema: { properties: { total: { type: 'number' } } } },
  });
  expect(drafts[1]?.body).toEqual({
    contentType: 'application/json',
    required: true,
    schema: { type: 'object', properties: { listing: { type: 'string' }, quantity: { type: 'integer' } } },
    seen: { listing: 'a', quantity: 2 },
  });
  expect(drafts[2]?.body).toMatchObject({ contentType: 'application/x-www-form-urlencoded', seen: { email: 'a@b.c' } });
  expect(notes).toEqual(['1 recorded request goes to https://cdn.example, which is not an allowed origin']);
});

test('Postman: folders, variables, path variables, bodies, access', () => {
  const collection = {
    info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [
      { key: 'base', value: '{{host}}/api' },
      { key: 'host', value: origin },
    ],
    auth: { type: 'bearer' },
    item: [
      {
        name: 'Orders',
        item: [
          {
            name: 'One',
            request: {
              method: 'GET',
              url: {
                raw: '{{base}}/orders/:id?full={{full}}',
                query: [{ key: 'full', value: '{{full}}' }],
                variable: [{ key: 'id', value: '42' }],
              },
            },
          },
          {
            name: 'New',
            request: {
              method: 'POST',
              url: '{{base}}/orders',
              body: { mode: 'raw', raw: '{"n": {{count}}, "s": "{{s}}"}' },
            },
          },
          {
            name: 'Photo',
            request: {
              method: 'POST',
              url: { raw: '{{unknown}}/orders/{{orderId}}/photo' },
              body: {
                mode: 'formdata',
                formdata: [
                  { key: 'f', type: 'file' },
                  { key: 't', value: 'x' },
                  { key: 'off', value: '1', disabled: true },
                ],
              },
            },
          },
        ],
      },
      {
        name: 'Login',
        request: {
          method: 'POST',
          auth: { type: 'noauth' },
          url: { raw: `${origin}/login` },
          body: { mode: 'urlencoded', urlencoded: [{ key: 'email', value: 'a' }] },
        },
      },
      { name: 'Else', request: 'https://other.example/x' },
    ],
  };
  const { drafts, notes } = readPostman(JSON.stringify(collection), [origin]);
  expect(drafts.map(({ method, path, declared }) => `${method} ${path} ${declared}`)).toEqual([
    'GET /api/orders/{id} protected',
    'POST /api/orders protected',
    'POST /orders/{orderId}/photo protected',
    'POST /login public',
  ]);
  expect(drafts[0]?.parameters).toEqual([
    { name: 'id', in: 'path', required: true, schema: { type: 'string' }, seen: ['42'] },
    { name: 'full', in: 'query', required: false, schema: { type: 'string' } },
  ]);
  expect(drafts[1]?.body).toMatchObject({ contentType: 'application/json', seen: { n: 0, s: '{{s}}' } });
  expect(drafts[2]?.body).toMatchObject({
    contentType: 'multipart/form-data',
    schema: { properties: { f: { format: 'binary' }, t: {} } },
    seen: { t: 'x' },
  });
  expect(notes).toEqual(['requests go to https://other.example, which is not an allowed origin']);
});

test.each([
  '',
  '{',
  '[]',
  'null',
  '{"log":{"entries":{}}}',
  '{"log":{"entries":[1,{"request":{"method":1}}]}}',
  '{"item":[null,1,{"request":{"url":{"raw":5}}},{"item":[{"request":null}]}]}',
])('%j is read as nothing', (text) => {
  expect(readHar(text, [origin]).drafts).toEqual([]);
  expect(readPostman(text, [origin]).drafts).toEqual([]);
});
