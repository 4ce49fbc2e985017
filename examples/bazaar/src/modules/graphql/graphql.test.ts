import { getIntrospectionQuery } from 'graphql';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { Client, type Answer } from '../../../test/support/client.ts';
import { makeListing } from '../../../test/support/goods.ts';
import { createLimits } from '../../http/limits.ts';
import { graphqlModule } from './module.ts';

let bazaar: TestBazaar;
let seller: Person;
let published: string;
let draft: string;
beforeAll(async () => {
  bazaar = await bootBazaar();
  seller = await bazaar.person('seller', 'Selma');
  published = await makeListing(bazaar, seller, { title: 'An ochre jug', sellerNote: 'secret margin' });
  draft = await makeListing(bazaar, seller, { title: 'An ochre draft', status: 'draft' });
});
afterAll(() => bazaar.stop());

interface Result {
  data?: Record<string, unknown> | null;
  errors?: { message: string }[];
}
const run = (query: string, client: Client = bazaar.visitor(), variables?: object): Promise<Answer<Result>> =>
  client.post<Result>('/graphql', { query, variables }, { headers: { accept: 'application/graphql-response+json' } });

test('published listings are found, with their shop; drafts and private fields are not there', async () => {
  const { json } = await run(
    '{ listings(q: "ochre") { id title priceCents inStock shop { name about listings { title } } } }',
  );
  expect(json.errors).toBeUndefined();
  expect(json.data?.['listings']).toMatchObject([
    { id: published, title: 'An ochre jug', shop: { listings: [{ title: 'An ochre jug' }] } },
  ]);
  expect((await run(`{ listing(id: "${draft}") { id } }`, seller.client)).json.data).toEqual({ listing: null });
  expect((await run('{ listing(id: "nonsense") { id } }')).json.data).toEqual({ listing: null });
  expect((await run('{ shop(slug: "none") { name } }')).json.data).toEqual({ shop: null });
  for (const field of ['sellerNote', 'stock', 'status', 'shopId']) {
    expect((await run(`{ listings { ${field} } }`)).status).toBe(400);
  }
  expect((await run('{ shop(slug: "x") { ownerId } }')).status).toBe(400);
});

test('me is who asks, and nobody else', async () => {
  expect((await run('{ me { name role } }', seller.client)).json.data).toEqual({
    me: { name: 'Selma', role: 'seller' },
  });
  expect((await run('{ me { name role } }')).json.data).toEqual({ me: null });
  expect((await run('{ me { email } }', seller.client)).status).toBe(400);
});

test.each([
  ['deep', '{ listings(limit: 1) { shop { listings(limit: 1) { shop { listings(limit: 1) { shop { name } } } } } } }'],
  [
    'deep by fragments',
    '{ listings(limit: 1) { ...a } } fragment a on Listing { shop { listings(limit: 1) { ...b } } } fragment b on Listing { shop { listings(limit: 1) { shop { name } } } }',
  ],
  ['dear', '{ listings(limit: 50) { shop { listings(limit: 50) { id } } } }'],
  ['dear by a variable', 'query q($n: Int) { listings(limit: $n) { shop { listings(limit: $n) { id } } } }'],
  ['full of aliases', `{ ${Array.from({ length: 11 }, (_, index) => `a${index}: me { name }`).join(' ')} }`],
  [
    'full of aliases of __typename',
    `{ ${Array.from({ length: 11 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
  ],
  ['going in circles', '{ listings { ...a } } fragment a on Listing { shop { listings { ...a } } }'],
  ['long', `{ ${'me { name } '.repeat(400)} }`],
])('a query that is %s is refused', async (_name, query) => {
  const { status, json } = await run(query);
  expect(status).toBe(400);
  expect(json.data ?? null).toBeNull();
});

test('arguments have the bounds that the API has', async () => {
  for (const args of ['limit: 51', 'limit: 0', 'limit: -1', 'offset: -1', `q: "${'x'.repeat(101)}"`]) {
    const { json } = await run(`{ listings(${args}) { id } }`);
    expect(json.errors?.[0]?.message).toBe('Some fields are not right.');
    expect(json.data ?? null).toBeNull();
  }
  const injected = await run('query q($q: String) { listings(q: $q) { id } }', bazaar.visitor(), { q: "%' or 1=1 --" });
  expect(injected.json.data).toEqual({ listings: [] });
});

test('only one query a request, by POST, as JSON', async () => {
  const nobody = bazaar.visitor();
  expect((await nobody.get('/graphql?query={me{name}}')).status).toBe(404);
  expect((await nobody.send('PUT', '/graphql', { json: { query: '{ me { name } }' } })).status).toBe(404);
  expect((await nobody.post('/graphql', [{ query: '{ me { name } }' }, { query: '{ me { name } }' }])).status).toBe(
    400,
  );
  expect((await nobody.send('POST', '/graphql', { form: { query: '{ me { name } }' } })).status).toBe(415);
  expect((await nobody.send('POST', '/graphql', { headers: { 'content-type': 'application/json' } })).status).toBe(400);
  expect((await run('{')).status).toBe(400);
  const mutation = await run('mutation { me { name } }');
  expect([mutation.json.data ?? null, mutation.json.errors?.length]).toEqual([null, 1]);
});

test('who accepts plain JSON only is told of a bad query with a 200 and no data', async () => {
  const { status, json } = await bazaar.visitor().post<Result>('/graphql', { query: '{ listings { sellerNote } }' });
  expect([status, json.data]).toEqual([200, undefined]);
  expect(json.errors).toHaveLength(1);
});

test('errors hint at no names of the schema and no internals', async () => {
  const typo = await run('{ listing(id: "x") { titel } }');
  expect(typo.text).not.toMatch(/Did you mean|stack/i);
  for (const body of [{}, { query: 7 }, { query: null }, { query: '{ me { name } }', variables: 'x' }]) {
    const answer = await bazaar.visitor().post('/graphql', body);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/node_modules|\bat \w+ \(/);
  }
});

test('the schema describes itself in development and not in production', async () => {
  expect((await run(getIntrospectionQuery())).json.errors).toBeUndefined();
  const { context } = bazaar.app;
  const production = { ...context, config: { ...context.config, production: true } };
  const server = createServer(express().use(express.json(), graphqlModule(production, createLimits())));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    for (const query of [
      getIntrospectionQuery(),
      '{ __schema { types { name } } }',
      '{ __type(name: "Listing") { name } }',
    ]) {
      expect((await run(query, client)).status).toBe(400);
    }
    expect((await run('{ listings(q: "ochre") { id __typename } }', client)).status).toBe(200);
    const statuses = [];
    for (let asked = 0; asked < 60; asked++) statuses.push((await run('{ __typename }', client)).status);
    expect(statuses.at(-1)).toBe(429);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
