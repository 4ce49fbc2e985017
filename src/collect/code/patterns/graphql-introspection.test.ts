import { expect, test } from 'vitest';
import { findPatterns } from './registry.ts';
import { programOf } from '../testing/program-of.ts';

const found = async (text: string): Promise<string[]> =>
  findPatterns(await programOf({ 'src/graphql.ts': text, 'src/rules.ts': RULES }))
    .filter(({ kind }) => kind === 'graphql-introspection')
    .map(({ what, at }) => `${what} ${at.line}`);

const RULES = `
export const depth = (context) => ({ Field(node) { if (tooDeep(node)) context.reportError(new Error('deep')); } });
export const closed = (context) => ({ Field({ name }) { if (name.value === '__schema') context.reportError(new Error('no')); } });
`;
const HTTP = `import { createHandler } from 'graphql-http/lib/use/express';\nimport { NoSchemaIntrospectionCustomRule } from 'graphql';\nimport depthLimit from 'graphql-depth-limit';\nimport { depth, closed } from './rules.ts';\n`;

test.each([
  ['graphql-http as it comes', `${HTTP}app.all('/graphql', createHandler({ schema }));`, ['createHandler 5']],
  [
    'with rules about something else',
    `${HTTP}createHandler({ schema, validationRules: [depth, depthLimit(5)] });`,
    ['createHandler 5'],
  ],
  ['with the rule', `${HTTP}createHandler({ schema, validationRules: [depth, NoSchemaIntrospectionCustomRule] });`, []],
  [
    'with the rule in production',
    `${HTTP}createHandler({ schema, validationRules: [depth, ...(prod ? [NoSchemaIntrospectionCustomRule] : [])] });`,
    [],
  ],
  ['with a rule of one’s own', `${HTTP}createHandler({ schema, validationRules: [closed] });`, []],
  ['with rules from elsewhere', `${HTTP}createHandler({ schema, validationRules: rulesFor(schema) });`, []],
  ['with options from elsewhere', `${HTTP}createHandler({ schema, ...options });`, []],
  ['for developers only', `${HTTP}if (process.env.NODE_ENV !== 'production') createHandler({ schema });`, []],
  ['Yoga', `import { createYoga } from 'graphql-yoga';\nconst yoga = createYoga({ schema });`, ['createYoga 2']],
  [
    'Yoga, closed',
    `import { createYoga } from 'graphql-yoga';\nimport { useDisableIntrospection } from '@graphql-yoga/plugin-disable-introspection';\ncreateYoga({ schema, plugins: [useDisableIntrospection()] });`,
    [],
  ],
  [
    'mercurius',
    `import mercurius from 'mercurius';\nawait app.register(mercurius, { schema, graphiql: true });`,
    ['mercurius 2'],
  ],
  [
    'Apollo as it comes',
    `import { ApolloServer } from '@apollo/server';\nnew ApolloServer({ typeDefs, resolvers });`,
    [],
  ],
  [
    'Apollo, opened',
    `import { ApolloServer } from '@apollo/server';\nnew ApolloServer({ typeDefs, introspection: true });`,
    ['ApolloServer 2'],
  ],
  [
    'Apollo, by environment',
    `import { ApolloServer } from '@apollo/server';\nnew ApolloServer({ introspection: process.env.NODE_ENV !== 'production' });`,
    [],
  ],
  [
    'NestJS',
    `import { GraphQLModule } from '@nestjs/graphql';\n@Module({ imports: [GraphQLModule.forRoot({ autoSchemaFile: true, playground: true })] })\nexport class AppModule {}`,
    ['GraphQLModule.forRoot 2'],
  ],
])('%s', async (_, text, expected) => expect(await found(text)).toEqual(expected));
