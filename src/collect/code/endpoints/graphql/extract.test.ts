import { expect, test } from 'vitest';
import type { Expr, Module } from '../../ir.ts';
import { programOf } from '../../testing/program-of.ts';
import type { RawEndpoint } from '../raw.ts';
import { extractGraphql } from './extract.ts';

const show = (e: Expr, m: Module): string => {
  switch (e.k) {
    case 'id':
      return e.n;
    case 'mem':
      return `${show(e.o, m)}.${typeof e.p === 'string' ? e.p : '[]'}`;
    case 'call':
      return `${show(e.f, m)}()`;
    case 'fn':
      return `fn ${m.fns[e.id]?.name ?? ''}`;
    case 'obj':
      return `{${e.props.map(({ n }) => (typeof n === 'string' ? n : '[]')).join()}}`;
    default:
      return e.k;
  }
};

const line = ({ method, path, steps }: RawEndpoint): string =>
  `${method} ${path} = ${steps.map(({ e, m, by }) => `${by === 'handler' ? '' : `${by} `}${show(e, m)}`).join(' > ')}`;

test('resolver maps through files, arrays, merges, wrappers and rules', async () => {
  const { endpoints, unresolved } = extractGraphql(
    await programOf({
      'server.ts': `
import { ApolloServer } from '@apollo/server';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { mergeResolvers } from '@graphql-tools/merge';
import { users } from './users';
import * as Mutation from './mutations';
const orders = { Query: { orders: list, ...more }, Order: { total: () => 1 } };
const more = { order: async (parent, { id }) => load(id) };
const resolvers = [users, mergeResolvers([orders, { Mutation }])];
export const schema = makeExecutableSchema({ typeDefs, resolvers });
export const again = new ApolloServer({ typeDefs, resolvers });
const other = makeExecutableSchema({ typeDefs, resolvers: load() });
`,
      'users.js': `
const { combineResolvers } = require('graphql-resolvers');
const { authenticated } = require('./guards');
module.exports.users = {
  Query: { me: combineResolvers(authenticated, (parent, args, context) => context.user), all: authenticated(() => []) },
  Subscription: { joined: { subscribe: () => events } },
};
`,
      'guards.js': `exports.authenticated = (next) => (parent, args, context) => { if (!context.user) throw new Error(); return next(); };`,
      'mutations.ts': `export const pay = async () => {};\nexport { drop } from './drop';`,
      'drop.ts': `export function drop() {}`,
      'shield.ts': `
import { shield, rule, allow } from 'graphql-shield';
const isOwner = rule()(async () => true);
export const permissions = shield({ Query: { '*': isAuthenticated, orders: allow }, Mutation: { pay: isOwner } }, { fallbackRule: deny });
`,
      'page.tsx': `const table = { resolvers: { Query: { no: () => 1 } } };`,
    }),
  );
  expect(endpoints.map(line)).toEqual([
    'CALL Query.me = middleware isAuthenticated > wrapper authenticated > fn ',
    'CALL Query.all = middleware isAuthenticated > wrapper authenticated() > fn ',
    'CALL Subscription.joined = middleware deny > fn subscribe',
    'CALL Query.orders = middleware allow > list',
    'CALL Query.order = middleware isAuthenticated > fn order',
    'CALL Mutation.pay = middleware isOwner > pay',
    'CALL Mutation.drop = middleware deny > drop',
  ]);
  expect(unresolved.map(({ what, at }) => `${at} ${what}`)).toEqual(['12 resolvers that are put together at run time']);
});

test('resolver maps that are required', async () => {
  const { endpoints } = extractGraphql(
    await programOf({
      'index.js': `
const { GraphQLServer } = require('graphql-yoga');
const Query = require('./query');
const Mutation = require('./mutation');
new GraphQLServer({ typeDefs, resolvers: { Query, Mutation } }).start();
`,
      'query.js': `const Query = { courses: (parent, args, context) => context.db.courses() };\nmodule.exports = Query;`,
      'mutation.js': `exports.enrol = async (parent, args) => {};\nexports.leave = leave;\nfunction leave() {}`,
    }),
  );
  expect(endpoints.map(line)).toEqual([
    'CALL Query.courses = fn courses',
    'CALL Mutation.enrol = fn enrol',
    'CALL Mutation.leave = leave',
  ]);
});

test('Pothos: fields one by one, several and with the type, behind the scopes of type and field', async () => {
  const { endpoints } = extractGraphql(
    await programOf({
      'builder.ts': `import SchemaBuilder from '@pothos/core';\nexport const builder = new SchemaBuilder({ plugins: [ScopeAuthPlugin] });`,
      'schema.ts': `
import { builder } from './builder';
builder.queryType({ fields: (t) => ({ health: t.string({ resolve: () => 'ok' }) }) });
builder.mutationType({ authScopes: { loggedIn: true } });
builder.queryField('me', (t) => t.withAuth({ loggedIn: true }).prismaField({ type: 'User', resolve: (query, root, args, ctx) => ctx.user }));
builder.mutationFields((t) => ({
  pay: t.field({ authScopes: (root, args) => true, resolve: pay }),
}));
builder.relayMutationField('drop', { inputFields: (t) => ({}) }, { authScopes: { admin: true }, resolve: drop }, {});
builder.objectType(Order, { fields: (t) => ({ total: t.int({ resolve: () => 1 }) }) });
other.queryField('no', (t) => t.field({ resolve: x }));
`,
    }),
  );
  expect(endpoints.map(line)).toEqual([
    'CALL Query.health = fn resolve',
    'CALL Query.me = decorator {loggedIn} > fn resolve',
    'CALL Mutation.pay = base {loggedIn} > decorator fn authScopes > pay',
    'CALL Mutation.drop = base {loggedIn} > decorator {admin} > drop',
  ]);
});
