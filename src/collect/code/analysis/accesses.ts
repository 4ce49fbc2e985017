import type { AccessDeed } from '../../../model/evidence/code.ts';
import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf, type Ref } from '../program/ref.ts';
import { propOf, textOf } from '../visit.ts';
import { KYSELY, MONGOOSE, PRISMA, SEQUELIZE, SUPABASE, TYPEORM } from './deeds.ts';
import { byRaw } from './raw-sql.ts';
import { chainOf, type Call, type Link, type Touch } from './touch.ts';

const FILTERS =
  /^(?:where|andWhere|orWhere|whereRef|having|on|innerJoin|leftJoin|eq|neq|match|in|filter|or|contains|is|gte?|lte?|like|ilike|single|maybeSingle)$/;
const WRITES = /^(?:set|values|insert|update|upsert|returning|onConflictDoUpdate|data)$/;

/** What an expression does with stored data, when it is a whole chain that does. */
export const touchOf = (program: Program, m: Module, fn: Fn | undefined, e: Call): Touch | undefined => {
  const { root, links } = chainOf(e);
  if (links.length === 0) return bareCall(program, m, fn, e);
  const rootRef = program.resolve(m, fn, root);
  return (
    bySupabase(program, m, fn, root, links) ??
    byKysely(links) ??
    byDrizzle(program, m, fn, links) ??
    byPrisma(root, rootRef, links) ??
    byModel(root, rootRef, links) ??
    byRaw(rootRef, links)
  );
};

const filtersIn = (links: readonly Link[]): Expr[] =>
  links.filter(({ name }) => FILTERS.test(name)).flatMap(({ a }) => a);
const writesIn = (links: readonly Link[]): Expr[] =>
  links.filter(({ name }) => WRITES.test(name)).flatMap(({ a }) => a);

const bySupabase = (
  program: Program,
  m: Module,
  fn: Fn | undefined,
  root: Expr,
  links: readonly Link[],
): Touch | undefined => {
  const from = links.findIndex(({ name }) => name === 'from');
  const table = from < 0 ? undefined : textOf(links[from]?.a[0]);
  const verb = links.slice(from + 1).find(({ name }) => Object.hasOwn(SUPABASE, name));
  if (table !== undefined && verb !== undefined && links[from - 1]?.name !== '.storage') {
    const single = links.some(({ name }) => name === 'single' || name === 'maybeSingle');
    const deed = SUPABASE[verb.name] ?? 'list';
    return {
      by: 'supabase',
      model: table,
      deed: deed === 'list' && single ? 'find' : deed,
      at: verb.at,
      where: links.slice(from + 1).flatMap(({ name, a }) => (FILTERS.test(name) ? a : [])),
      data: deed === 'list' || deed === 'delete' ? [] : verb.a,
    };
  }
  const rpc = links.find(({ name }) => name === 'rpc');
  const called = textOf(rpc?.a[0]);
  const isSupabase =
    /supa/i.test(nameOf(program, m, fn, root)) || m.imports.some((one) => /@supabase\/supabase-js/.test(one.from));
  if (rpc === undefined || called === undefined || !isSupabase) return undefined;
  return { by: 'supabase', model: called, deed: 'call', at: rpc.at, where: rpc.a.slice(1), data: [] };
};

const nameOf = (program: Program, m: Module, fn: Fn | undefined, e: Expr): string =>
  (e.k === 'id' ? e.n : '') + (pathOf(program.resolve(m, fn, e)) ?? '');

const byKysely = (links: readonly Link[]): Touch | undefined => {
  const at = links.findIndex(({ name, a }) => Object.hasOwn(KYSELY, name) && textOf(a[0]) !== undefined);
  const link = links[at];
  if (link === undefined) return undefined;
  const single = links.some(({ name }) => /^executeTakeFirst/.test(name));
  const deed = KYSELY[link.name] ?? 'list';
  return {
    by: 'kysely',
    model: (textOf(link.a[0]) ?? '').split(/\s+as\s+/i)[0] ?? '',
    deed: deed === 'list' && single ? 'find' : deed,
    at: link.at,
    where: filtersIn(links),
    data: writesIn(links),
  };
};

/** `orders` where `orders = pgTable('orders', …)`. */
const tableOf = (program: Program, m: Module, fn: Fn | undefined, e: Expr | undefined): string | undefined => {
  if (e === undefined) return undefined;
  const ref = program.resolve(m, fn, e);
  const path = pathOf(ref);
  // Tables that a package of their own has, outside the repository.
  if ((ref.r === 'package' || (ref.r === 'member' && path?.includes(':') === true)) && usesDrizzle(m))
    return e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : undefined;
  if (
    ref.r !== 'result' ||
    path === undefined ||
    !/^drizzle-orm\/[\w-]+:(?:\w+Table|\w+View)(?:Creator)?\(\)/.test(path)
  )
    return undefined;
  return textOf(ref.e.a[0]) ?? (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : 'table');
};

const usesDrizzle = (m: Module): boolean => m.imports.some(({ from }) => from === 'drizzle-orm');

const byDrizzle = (program: Program, m: Module, fn: Fn | undefined, links: readonly Link[]): Touch | undefined => {
  for (const { name, a, at } of links) {
    if (name !== 'from' && name !== 'insert' && name !== 'update' && name !== 'delete') continue;
    const model = tableOf(program, m, fn, a[0]);
    if (model === undefined) continue;
    const deed: AccessDeed = name === 'from' ? 'list' : name === 'insert' ? 'create' : name;
    return {
      by: 'drizzle',
      model,
      deed,
      at,
      where: filtersIn(links),
      data: writesIn(links).filter((one) => !a.includes(one)),
    };
  }
  const query = links.findIndex(({ name }) => name === '.query');
  const [table, find] = [links[query + 1], links[query + 2]];
  if (query < 0 || table === undefined || find === undefined || !/^find(?:First|Many)$/.test(find.name))
    return undefined;
  return {
    by: 'drizzle',
    model: table.name.slice(1),
    deed: find.name === 'findFirst' ? 'find' : 'list',
    at: find.at,
    where: [propOf(find.a[0], 'where') ?? find.a[0]].filter((one) => one !== undefined),
    data: [],
    beside: [propOf(find.a[0], 'with')].filter((one) => one !== undefined),
  };
};

const CLIENT = /(?:^|\b)(?:prisma|db|database|client|tx|trx|transaction|orm|dbClient|prismaClient)$/i;

const byPrisma = (root: Expr, rootRef: Ref, links: readonly Link[]): Touch | undefined => {
  const last = links.findIndex(({ name }) => Object.hasOwn(PRISMA, name));
  const deed = last < 0 ? undefined : PRISMA[links[last]?.name ?? ''];
  const model = links[last - 1];
  if (deed === undefined || model === undefined || !model.name.startsWith('.')) return undefined;
  const before = links[last - 2]?.name ?? (root.k === 'id' ? root.n : root.k === 'this' ? 'this' : '');
  const isPrisma = /prisma/i.test(pathOf(rootRef) ?? '') || CLIENT.test(before.replace(/^\./, ''));
  const given = links[last]?.a[0];
  if (!isPrisma || (given !== undefined && given.k !== 'obj' && given.k !== 'id' && given.k !== 'call'))
    return undefined;
  const where = propOf(given, 'where');
  return {
    by: 'prisma',
    model: model.name.slice(1),
    deed,
    at: links[last]?.at ?? 0,
    where: where === undefined ? (given === undefined || given.k === 'obj' ? [] : [given]) : [where],
    data: ['data', 'create', 'update'].flatMap((name) => propOf(given, name) ?? []),
    beside: ['include', 'select'].flatMap((name) => propOf(given, name) ?? []),
  };
};

/** Mongoose, Sequelize and TypeORM: a class or model with verbs, or a repository. */
const byModel = (root: Expr, rootRef: Ref, links: readonly Link[]): Touch | undefined => {
  const index = links.findIndex(({ name }) => !name.startsWith('.'));
  const link = links[index];
  if (link === undefined) return undefined;
  const path = pathOf(rootRef) ?? '';
  const name = modelName(root, links.slice(0, index));
  if (
    /^mongoose(?::model|\.model)?\(\)|^mongoose:model\(\)|\.model\(\)$/.test(path) ||
    /^(?:findById|findByIdAnd|findOneAnd)/.test(link.name)
  )
    return model('mongoose', MONGOOSE, name, link);
  if (/^sequelize/.test(path) || isSequelize(rootRef) || link.name === 'findByPk')
    return model('sequelize', SEQUELIZE, name, link);
  if (/typeorm/.test(path) || /(?:Repository|Repo)$/.test(name))
    return model('typeorm', TYPEORM, name.replace(/Repo(?:sitory)?$/, ''), link);
  const collection = links.findIndex((one) => one.name === 'collection');
  const inCollection = links[collection + 1];
  if (collection >= 0 && inCollection !== undefined)
    return model(
      'mongodb',
      { ...MONGOOSE, insertOne: 'create', replaceOne: 'update' },
      textOf(links[collection]?.a[0]) ?? 'collection',
      inCollection,
    );
  return undefined;
};

const isSequelize = (ref: Ref): boolean =>
  ref.r === 'class' &&
  ref.c.extends !== undefined &&
  ref.c.extends.k === 'id' &&
  ref.c.extends.n === 'Model' &&
  ref.m.imports.some(({ from }) => /^sequelize/.test(from));

const modelName = (root: Expr, before: readonly Link[]): string =>
  before.at(-1)?.name.slice(1) ?? (root.k === 'id' ? root.n : 'model');

const model = (
  by: string,
  deeds: Readonly<Record<string, AccessDeed>>,
  name: string,
  link: Link,
): Touch | undefined => {
  const deed = Object.hasOwn(deeds, link.name) ? deeds[link.name] : undefined;
  if (deed === undefined) return undefined;
  const writes = deed === 'create' || deed === 'update';
  return {
    by,
    model: name,
    deed,
    at: link.at,
    where: deed === 'create' ? [] : link.a.slice(0, by === 'sequelize' && deed === 'update' ? 2 : 1),
    data: writes
      ? deed === 'create'
        ? link.a
        : link.a.slice(by === 'sequelize' ? 0 : 1, by === 'sequelize' ? 1 : 2)
      : [],
  };
};

/** `knex('orders')` begins a chain of its own; by itself it touches nothing. */
const bareCall = (program: Program, m: Module, fn: Fn | undefined, e: Call): Touch | undefined => {
  const path = pathOf(program.resolve(m, fn, e.f));
  const table = textOf(e.a[0]);
  return path !== undefined && /^knex(?:\(\)|:knex\(\))$/.test(path) && table !== undefined
    ? { by: 'knex', model: table, deed: 'list', at: e.at, where: [], data: [] }
    : undefined;
};
