import type { Expr, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { expressionsOf, propOf } from '../../visit.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import { exportedNames, exportWritten, written, type Written } from '../files/written.ts';
import type { RawEndpoint, Unresolved } from '../raw.ts';
import type { Rules } from './shield.ts';

/** The types whose fields are asked for from outside. */
export const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

const MAX_DEPTH = 10;
/** Put functions one behind the other and do nothing themselves. */
const CHAINS: ReadonlySet<string> = new Set(['graphql-resolvers:combineResolvers', 'graphql-resolvers:pipeResolvers']);

/** Fields that resolver maps resolve: `{ Query: { me }, Mutation: { … } }`, wherever a schema or server is given `resolvers`. */
export const mappedFields = (program: Program, rules: Rules, unresolved: Unresolved[]): RawEndpoint[] => {
  const fields = new Map<string, RawEndpoint>();
  for (const m of program.modules.values()) {
    if (!m.imports.some(({ from }) => /graphql|apollo|mercurius/i.test(from)) && !requires(m.body)) continue;
    for (const { e, fn } of expressionsOf(m)) {
      const given = propOf(e, 'resolvers');
      if (given === undefined) continue;
      const maps = mapsIn(program, { m, fn, e: given });
      if (maps === undefined) unresolved.push({ what: 'resolvers that are put together at run time', m, at: given.at });
      for (const map of maps ?? [])
        for (const type of ROOTS)
          for (const [name, value] of fieldsOf(program, map, type)) {
            const endpoint = fieldEndpoint(program, `${type}.${name}`, value, rules);
            fields.set(`${endpoint.path} ${endpoint.m.path}:${endpoint.at}`, endpoint);
          }
    }
  }
  return [...fields.values()];
};

const requires = (body: Written['m']['body']): boolean =>
  body.some(
    (stmt) =>
      stmt.s === 'let' &&
      stmt.e?.k === 'call' &&
      stmt.e.f.k === 'id' &&
      stmt.e.f.n === 'require' &&
      stmt.e.a[0]?.k === 'lit' &&
      /graphql|apollo|mercurius/i.test(String(stmt.e.a[0].v)),
  );

/** One map, several in an array, or several merged by a call. Undefined when a part was not found. */
const mapsIn = (program: Program, place: Written, depth = 0): Written[] | undefined => {
  if (depth > MAX_DEPTH) return undefined;
  const at = written(program, place);
  const { e, m, fn } = at;
  if (e.k === 'obj') return [at];
  if (e.k === 'spread') return mapsIn(program, { m, fn, e: e.e }, depth + 1);
  if (objectOf(program, at) !== undefined) return [at];
  const all = e.k === 'arr' ? e.e : e.k === 'call' ? e.a : undefined;
  if (all === undefined || all.length === 0) return undefined;
  const parts = all.map((one) => mapsIn(program, { m, fn, e: one }, depth + 1));
  // What merges may be given options too.
  const known = parts.filter((one) => one !== undefined);
  return known.length === 0 || (e.k === 'arr' && known.length < parts.length) ? undefined : known.flat();
};

/** The members of a member of a map: written out, spread, or the exports of a file. */
const fieldsOf = (program: Program, map: Written, type: string): [string, Written][] => {
  const found = memberOf(program, map, type);
  return found === undefined ? [] : membersOf(program, found);
};

/** Where an object is written out, or a whole file of the repository, by `import * as` or `require`. */
const objectOf = (program: Program, place: Written): Written | Module | undefined => {
  const at = written(program, place);
  if (at.e.k === 'obj') return at;
  const ref = program.resolve(at.m, at.fn, at.e);
  if (ref.r === 'module') return ref.m;
  return ref.r === 'value' && ref.e.k === 'obj' ? { m: ref.m, fn: ref.fn, e: ref.e } : undefined;
};

const memberOf = (program: Program, place: Written, name: string, depth = 0): Written | undefined => {
  const object = depth > MAX_DEPTH ? undefined : objectOf(program, place);
  if (object === undefined) return undefined;
  if ('path' in object) return exportWritten(program, object, name);
  const own = propOf(object.e, name);
  if (own !== undefined) return { ...object, e: own };
  for (const { n, v } of object.e.k === 'obj' ? object.e.props.toReversed() : []) {
    const spread = n === undefined ? memberOf(program, { ...object, e: v }, name, depth + 1) : undefined;
    if (spread !== undefined) return spread;
  }
  return undefined;
};

const membersOf = (program: Program, place: Written, depth = 0): [string, Written][] => {
  const object = depth > MAX_DEPTH ? undefined : objectOf(program, place);
  if (object === undefined) return [];
  if ('path' in object)
    return namesOf(program, object).flatMap((name) => {
      const one = exportWritten(program, object, name);
      return one === undefined ? [] : [[name, one] as [string, Written]];
    });
  return (object.e.k === 'obj' ? object.e.props : []).flatMap(({ n, v }): [string, Written][] =>
    n === undefined
      ? membersOf(program, { ...object, e: v }, depth + 1)
      : typeof n === 'string'
        ? [[n, { ...object, e: v }]]
        : [],
  );
};

/** Exported names; with CommonJS what `exports.name = …` gives. */
const namesOf = (program: Program, m: Module): string[] => [
  ...[...exportedNames(program, m).keys()].filter((name) => name !== 'default'),
  ...m.body.flatMap((stmt) => {
    const left = stmt.s === 'expr' && stmt.e.k === 'assign' && 'k' in stmt.e.l ? stmt.e.l : undefined;
    if (left?.k !== 'mem' || typeof left.p !== 'string') return [];
    const { o } = left;
    return (o.k === 'id' && o.n === 'exports') || (o.k === 'mem' && o.p === 'exports') ? [left.p] : [];
  }),
];

/** A function, one that is wrapped, or `{ subscribe, resolve }`. */
const fieldEndpoint = (program: Program, path: string, place: Written, rules: Rules): RawEndpoint => {
  const at = written(program, place);
  const held: Expr | undefined = propOf(at.e, 'subscribe') ?? propOf(at.e, 'resolve');
  return {
    framework: 'graphql',
    kind: 'resolver',
    method: 'CALL',
    path,
    m: place.m,
    at: place.e.at,
    steps: [...rules(path), ...handlerSteps(program, held === undefined ? place : { ...at, e: held }, CHAINS)],
    confidence: 'certain',
    unresolved: [],
  };
};
