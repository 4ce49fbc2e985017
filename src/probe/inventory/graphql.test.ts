import { buildSchema, graphqlSync } from 'graphql/index.js';
import { afterEach, expect, test } from 'vitest';
import { openSite, type TestSite } from './test-site.ts';
import { askGraphql, fieldsOf } from './graphql.ts';

let site: TestSite | undefined;
afterEach(() => site?.close());

const schema = buildSchema(`
  enum Kind { A B }
  input New { title: String!, kind: Kind = A, tags: [String!] }
  type Shop { name: String, listings: [Listing] }
  type Listing { id: ID!, title: String, shop: Shop, secret(of: ID!): String }
  type Query { listing(id: ID!, kind: Kind): Listing, listings: [Listing!]!, version: Int }
  type Mutation { make(input: New!): Listing }
`);
const serve = async (introspection: boolean) => {
  site = await openSite((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      if (req.url !== '/graphql') return res.writeHead(404).end('{"errors":[{"message":"not found"}]}');
      const { query } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string };
      const result =
        !introspection && query.includes('__schema')
          ? { errors: [{ message: 'introspection is off' }] }
          : graphqlSync({ schema, source: query });
      res.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    });
  });
  return site;
};

test('queries and mutations with their arguments and a selection', async () => {
  const { origin, send } = await serve(true);
  const found = await askGraphql(origin, '/graphql', send);
  expect(found?.draft).toMatchObject({ method: 'POST', path: '/graphql', sources: ['graphql'] });
  expect(
    found?.fields.map(
      ({ kind, name, returns }) =>
        `${kind} ${name}: ${returns.list ? 'list of ' : ''}${returns.type} ${returns.selection}`,
    ),
  ).toEqual([
    'query listing: Listing { id title shop { name listings { id title } } }',
    'query listings: list of Listing { id title shop { name listings { id title } } }',
    'query version: Int ',
    'mutation make: Listing { id title shop { name listings { id title } } }',
  ]);
  expect(found?.fields[0]?.args).toEqual([
    { name: 'id', type: 'ID!', required: true, schema: { type: 'string' } },
    { name: 'kind', type: 'Kind', required: false, schema: { type: 'string', enum: ['A', 'B'] } },
  ]);
  expect(found?.fields[3]?.args[0]?.schema).toMatchObject({
    required: ['title'],
    properties: { tags: { type: 'array', items: { type: 'string' } } },
  });
});

test('without introspection it is an endpoint with a note, and no names are guessed', async () => {
  const { origin, send, sent } = await serve(false);
  const found = await askGraphql(origin, '/graphql', send);
  expect(found).toMatchObject({ fields: [], notes: [expect.stringContaining('does not tell its schema')] });
  expect(sent.length).toBe(2);
});

test('what answers errors but is no GraphQL is none', async () => {
  const { origin, send } = await serve(true);
  expect(await askGraphql(origin, '/api/graphql', send)).toBeUndefined();
});

test.each([
  null,
  {},
  { data: { __schema: { types: [null, { name: 'Q', fields: 5 }], queryType: { name: 'Q' } } } },
  {
    data: {
      __schema: {
        types: [{ name: 'Q', fields: [{ name: 'a{b}' }, { name: 'ok', args: 'x' }] }],
        queryType: { name: 'Q' },
      },
    },
  },
])('a broken schema is no crash: %j', (json) => expect(Array.isArray(fieldsOf(json))).toBe(true));
