import type { Expr } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { expressionsIn, propOf } from '../visit.ts';
import { isForDevelopers } from './told/developers.ts';
import { isStartedByHand } from './told/server.ts';
import type { PatternFinder, Spot } from './spot.ts';

/**
 * What makes a GraphQL server, and whether it describes its schema unless told otherwise. Those of Apollo and NestJS do so outside of production only.
 * `mercurius` is given to `register`.
 */
const SERVERS: readonly (readonly [path: RegExp, open: boolean])[] = [
  [
    /^graphql-http(?:\/.*)?:createHandler$|^graphql-yoga:(?:createYoga|createServer)$|^express-graphql(?::graphqlHTTP)?$|^mercurius$/,
    true,
  ],
  [/^(?:@apollo\/server|apollo-server(?:-[\w-]+)?):ApolloServer$|^@nestjs\/graphql:GraphQLModule\.forRoot$/, false],
];
/** Members that can close it. */
const CLOSERS = ['validationRules', 'plugins', 'introspection', 'customValidateFn', 'allowedOperations'];
const CLOSES = /introspection|__schema|armor|persisted/i;

/** A GraphQL server that tells its whole schema to whoever asks, in production too. */
export const graphqlIntrospection: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  if (e.k !== 'call' || isStartedByHand(m.path)) return undefined;
  const isRegistered = e.f.k === 'mem' && e.f.p === 'register';
  const made = isRegistered ? e.a[0] : e.f;
  if (made === undefined) return undefined;
  const path = pathOf(program.resolve(m, fn, made)) ?? '';
  const server = SERVERS.find(([pattern]) => pattern.test(path));
  if (server === undefined || isRegistered !== (path === 'mercurius')) return undefined;
  const options = optionsOf(spot, isRegistered ? e.a[1] : e.a[0]);
  if (options === undefined || isForDevelopers(m, fn, e)) return undefined;
  const isOn = (name: string): boolean => {
    const said = propOf(options, name);
    return said?.k === 'lit' && said.v === true;
  };
  const isTold = isOn('introspection') || isOn('playground') || isOn('graphiql');
  const isOpen = server[1] && CLOSERS.every((name) => !mayClose(spot, propOf(options, name)));
  if (!isTold && !isOpen) return undefined;
  return { kind: 'graphql-introspection', what: path.split(':').at(-1) ?? path, at: { path: m.path, line: e.at } };
};

/** Options that are written out, without anything spread into them. */
const optionsOf = ({ program, m, fn }: Spot, e: Expr | undefined): Expr | undefined => {
  if (e === undefined) return undefined;
  const ref = program.resolve(m, fn, e);
  return ref.r === 'value' && ref.e.k === 'obj' && ref.e.props.every(({ n }) => n !== undefined) ? ref.e : undefined;
};

/** Closes it, or is something that cannot be looked into. */
const mayClose = (spot: Spot, e: Expr | undefined): boolean => {
  if (e === undefined || (e.k === 'lit' && e.v === true)) return false;
  if (e.k !== 'arr') return true;
  return e.e.some((one) => !isSomethingElse(spot, one));
};

const isSomethingElse = ({ program, m, fn }: Spot, e: Expr): boolean => {
  const ref = program.resolve(m, fn, e.k === 'call' ? e.f : e);
  const path = pathOf(ref);
  if (path !== undefined) return ref.r !== 'global' && !CLOSES.test(path);
  if (ref.r !== 'fn' || CLOSES.test(ref.fn.name ?? '')) return false;
  // A rule of the app's own: read whether it speaks of the schema's description.
  return !expressionsBelow(ref).some((one) => CLOSES.test(wordOf(one)));
};

const expressionsBelow = ({ m, fn }: { m: Spot['m']; fn: NonNullable<Spot['fn']> }): Expr[] =>
  m.fns.filter(({ at, end }) => at >= fn.at && end <= fn.end).flatMap(({ body }) => [...expressionsIn(body)]);

const wordOf = (e: Expr): string =>
  e.k === 'id'
    ? e.n
    : e.k === 'lit' && typeof e.v === 'string'
      ? e.v
      : e.k === 'mem' && typeof e.p === 'string'
        ? e.p
        : '';
