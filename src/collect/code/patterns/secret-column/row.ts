import { touchOf } from '../../analysis/accesses.ts';
import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import type { Ref } from '../../program/ref.ts';
import { bindingOf } from '../../program/scope.ts';
import { expressionsIn, expressionsOf, propOf, statementsIn } from '../../visit.ts';
import { isSecretColumn, prismaModels } from './prisma-schema.ts';

interface Here {
  program: Program;
  m: Module;
  fn: Fn | undefined;
}

type Call = Extract<Expr, { k: 'call' }>;

/** A whole row, with the columns in it that nobody should see. */
export interface Row {
  model: string;
  secrets: readonly string[];
}

const MAX_STEPS = 7;

/** The whole row that a value holds, as far as it can be followed. Undefined for picked members and for what functions make of rows. */
export const rowIn = (here: Here, e: Expr, steps = MAX_STEPS): Row | undefined => {
  if (steps <= 0) return undefined;
  switch (e.k) {
    case 'await':
    case 'spread':
      return rowIn(here, e.e, steps - 1);
    case 'obj':
      for (const { n, v } of e.props) {
        const row = n === undefined || typeof n === 'string' ? rowIn(here, v, steps - 1) : undefined;
        // `{ ...user, password: undefined }`
        const left = row?.secrets.filter((one) => !e.props.some(({ n: own }) => own === one));
        if (row !== undefined && left !== undefined && left.length > 0) return { ...row, secrets: left };
      }
      return undefined;
    case 'bin':
      return e.op === '??' || e.op === '||' ? rowIn(here, e.l, steps - 1) : undefined;
    case 'id': {
      const binding = bindingOf(here.m, here.fn, e.n);
      if (binding?.b !== 'value' || binding.e === undefined || binding.many === true) return undefined;
      const first = binding.path.length === 1 && binding.path[0] === '0';
      if (binding.path.length > 0 && !first) return undefined;
      const row = rowIn({ ...here, fn: binding.fn }, binding.e, steps - 1);
      const left = row?.secrets.filter((one) => !isTakenOff(here, e.n, one));
      return row === undefined || left === undefined || left.length === 0 ? undefined : { ...row, secrets: left };
    }
    case 'call':
      return ofQuery(here, e) ?? ofFunction(here, e, steps);
    default:
      return undefined;
  }
};

/** `delete user.password`, `user.password = undefined` */
const isTakenOff = ({ m, fn }: Here, name: string, column: string): boolean =>
  [...expressionsIn(fn?.body ?? m.body)].some((e) => {
    const target = e.k === 'un' && e.op === 'delete' ? e.e : e.k === 'assign' && 'k' in e.l ? e.l : undefined;
    return target?.k === 'mem' && target.p === column && target.o.k === 'id' && target.o.n === name;
  });

/** What a function of the repository gives back, when it is the row of every end of it that gives one. */
const ofFunction = (here: Here, e: Call, steps: number): Row | undefined => {
  const { program, m, fn } = here;
  const ref = program.resolve(m, fn, e.f);
  const called = ref.r === 'fn' ? ref : ref.r === 'member' ? program.onlyMethod(ref.p) : undefined;
  if (called === undefined || called.fn === fn) return undefined;
  const inside = { program, m: called.m, fn: called.fn };
  for (const stmt of statementsIn(called.fn.body)) {
    const row = stmt.s === 'return' && stmt.e !== undefined ? rowIn(inside, stmt.e, steps - 2) : undefined;
    if (row !== undefined) return row;
  }
  return undefined;
};

const ofQuery = (here: Here, e: Call): Row | undefined => {
  const { program, m, fn } = here;
  const touch = touchOf(program, m, fn, e);
  if (touch === undefined) return undefined;
  if (touch.by === 'prisma') return ofPrisma(program, touch.model, e);
  return touch.by === 'drizzle' ? ofDrizzle(here, e) : undefined;
};

const MANY = /^(?:count|aggregate|groupBy|createMany|updateMany|deleteMany)$/;

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');

const ofPrisma = (program: Program, name: string, e: Call): Row | undefined => {
  const models = prismaModels(program);
  const [given] = e.a;
  if (MANY.test(nameOf(e.f)) || (given !== undefined && given.k !== 'obj')) return undefined;
  const omitted = namesIn(propOf(given, 'omit'));
  if (propOf(given, 'select') !== undefined) return undefined;
  const model = models.get(name);
  const secrets = model?.secrets.filter((one) => !omitted.has(one) && !isOmitted(program, name, one)) ?? [];
  if (secrets.length > 0) return { model: name, secrets };
  const include = propOf(given, 'include');
  for (const { n, v } of include?.k === 'obj' ? include.props : []) {
    const other = typeof n === 'string' ? model?.relations.get(n) : undefined;
    if (other === undefined || (v.k === 'lit' ? v.v !== true : v.k !== 'obj' || propOf(v, 'select') !== undefined))
      continue;
    const inner =
      models
        .get(other)
        ?.secrets.filter((one) => !namesIn(propOf(v, 'omit')).has(one) && !isOmitted(program, other, one)) ?? [];
    if (inner.length > 0) return { model: other, secrets: inner };
  }
  return undefined;
};

const namesIn = (e: Expr | undefined): Set<string> =>
  new Set(e?.k === 'obj' ? e.props.flatMap(({ n }) => (typeof n === 'string' ? [n] : [])) : []);

const omits = new WeakMap<Program, readonly Expr[]>();

/** `new PrismaClient({ omit: { user: { password: true } } })` */
const isOmitted = (program: Program, model: string, column: string): boolean => {
  let found = omits.get(program);
  if (found === undefined) {
    found = [...program.modules.values()].flatMap((m) =>
      [...expressionsOf(m)].flatMap(({ e }) =>
        e.k === 'call' && e.isNew === true && /PrismaClient$/.test(nameOf(e.f)) ? (propOf(e.a[0], 'omit') ?? []) : [],
      ),
    );
    omits.set(program, found);
  }
  return found.some((one) => namesIn(propOf(one, model)).has(column));
};

/** `db.select().from(users)`, `db.query.users.findFirst(…)`, `db.insert(users)…returning()` */
const ofDrizzle = ({ program, m, fn }: Here, e: Call): Row | undefined => {
  let isWhole = false;
  let table: Ref | undefined;
  let name = '';
  for (let at: Expr = e, steps = 0; steps < 30; steps++) {
    if (at.k === 'await') at = at.e;
    else if (at.k === 'call' && at.f.k === 'mem') {
      const [given] = at.a;
      if (/^(?:select|selectDistinct|returning)$/.test(nameOf(at.f))) isWhole = given === undefined;
      if (/^(?:from|insert|update|delete)$/.test(nameOf(at.f)) && given !== undefined) {
        table ??= program.resolve(m, fn, given);
        name ||= nameOf(given);
      }
      if (/Join$/.test(nameOf(at.f))) return undefined;
      at = at.f.o;
    } else if (at.k === 'mem') at = at.o;
    else break;
  }
  const columns = table?.r === 'result' ? table.e.a[1] : undefined;
  const secrets =
    isWhole && columns?.k === 'obj'
      ? columns.props.flatMap(({ n }) => (typeof n === 'string' && isSecretColumn(n) ? [n] : []))
      : [];
  return secrets.length === 0 ? undefined : { model: name, secrets };
};
