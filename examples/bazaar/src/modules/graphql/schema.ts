// By file, as graphql-http loads it: bundlers and test runners would take the module build of 'graphql', a second copy.
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLOutputType,
} from 'graphql';
import type { Principal } from '../../http/principal.ts';
import type { Context } from '../../platform/context.ts';
import { listingKind, role } from '../../db/schema.ts';
import type { PublicListing } from '../listings/schemas.ts';
import { findListing, findShop, search, type PublicShop } from './data.ts';

/** What a query runs with: the app, and who asks. */
export interface Asker {
  app: Context;
  user: Principal | undefined;
}

const required = <T extends GraphQLOutputType>(type: T): GraphQLNonNull<T> => new GraphQLNonNull(type);
const enumOf = (name: string, values: readonly string[]): GraphQLEnumType =>
  new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, {}])) });

const text = { type: required(GraphQLString) };

const listingType: GraphQLObjectType<PublicListing, Asker> = new GraphQLObjectType({
  name: 'Listing',
  fields: () => ({
    id: { type: required(GraphQLID) },
    kind: { type: required(enumOf('ListingKind', listingKind.enumValues)) },
    title: text,
    description: text,
    priceCents: { type: required(GraphQLInt) },
    currency: text,
    inStock: { type: required(GraphQLBoolean) },
    featured: { type: required(GraphQLBoolean) },
    publishedAt: { type: GraphQLString, resolve: ({ publishedAt }) => publishedAt?.toISOString() },
    photos: {
      type: required(new GraphQLList(required(GraphQLString))),
      resolve: ({ photos }) => photos.map(({ url }) => url),
    },
    shop: { type: required(shopType), resolve: ({ shop }, _args, { app }) => findShop(app, shop.slug) },
  }),
});

const pageArguments = {
  limit: { type: GraphQLInt, defaultValue: 20 },
  offset: { type: GraphQLInt, defaultValue: 0 },
};

const shopType: GraphQLObjectType<PublicShop, Asker> = new GraphQLObjectType({
  name: 'Shop',
  fields: () => ({
    name: text,
    slug: text,
    about: text,
    listings: {
      type: required(new GraphQLList(required(listingType))),
      args: pageArguments,
      resolve: ({ slug }, args, { app }) => search(app, { ...args, shop: slug }),
    },
  }),
});

const meType = new GraphQLObjectType<Principal, Asker>({
  name: 'Me',
  fields: { name: text, role: { type: required(enumOf('Role', role.enumValues)) } },
});

const queries: Record<string, GraphQLFieldConfig<unknown, Asker>> = {
  listings: {
    description: 'Search the published listings.',
    type: required(new GraphQLList(required(listingType))),
    args: { q: { type: GraphQLString, defaultValue: '' }, ...pageArguments },
    resolve: (_root, args, { app }) => search(app, args),
  },
  listing: {
    type: listingType,
    args: { id: { type: new GraphQLNonNull(GraphQLID) } },
    resolve: (_root, { id }, { app }) => findListing(app, id),
  },
  shop: {
    type: shopType,
    args: { slug: { type: new GraphQLNonNull(GraphQLString) } },
    resolve: (_root, { slug }, { app }) => findShop(app, String(slug)),
  },
  me: {
    description: 'Who asks; null without a login.',
    type: meType,
    resolve: (_root, _args, { user }) => user,
  },
};

/** The public catalogue, for reading. There are no mutations. */
export const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: queries }) });
