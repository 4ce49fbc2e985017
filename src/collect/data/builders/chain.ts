import type { Expr, Fn, Module, Stmt } from '../../code/ir.ts';
import { textOf } from '../../code/visit.ts';
import { quoted } from './ddl.ts';

/** One call of a chain. */
export interface Link {
  name: string;
  args: readonly Expr[];
  e: Expr;
}

export interface Chain {
  /** What it starts from: `knex`, `db`, `table`. */
  root: string;
  /** Members before the first call: `schema`. */
  members: readonly string[];
  links: readonly Link[];
}

/** `a.b.c(x).d(y)` as its parts; undefined for what does not start from a name. */
export const chainOf = (e: Expr): Chain | undefined => {
  const links: Link[] = [];
  let at: Expr = e.k === 'await' ? e.e : e;
  while (at.k === 'call' && at.f.k === 'mem' && typeof at.f.p === 'string') {
    links.unshift({ name: at.f.p, args: at.a, e: at });
    at = at.f.o;
  }
  const members: string[] = [];
  while (at.k === 'mem' && typeof at.p === 'string') {
    members.unshift(at.p);
    at = at.o;
  }
  const root = at.k === 'id' ? at.n : at.k === 'this' ? 'this' : undefined;
  return root === undefined ? undefined : { root, members, links };
};

export interface Callback {
  param: string;
  body: readonly Stmt[];
  /** `col => col.notNull()`: what it gives back. */
  gives?: Expr;
}

/** A function that is written out as an argument, with its first parameter. */
export const callbackOf = (module: Module, e: Expr | undefined): Callback | undefined => {
  const fn: Fn | undefined = e?.k === 'fn' ? module.fns[e.id] : undefined;
  const pattern = fn?.params[0]?.pat;
  if (fn === undefined || pattern?.p !== 'id') return undefined;
  const [only] = fn.body;
  return {
    param: pattern.n,
    body: fn.body,
    ...(fn.body.length === 1 && only?.s === 'return' && only.e !== undefined ? { gives: only.e } : {}),
  };
};

/** The chains of a body in which each statement is one; undefined where something is decided when it runs. */
export const chainsIn = ({ param, body, gives }: Callback): Chain[] | undefined => {
  const exprs =
    gives === undefined
      ? body.flatMap((stmt) =>
          stmt.s === 'expr' ? [stmt.e] : stmt.s === 'return' && stmt.e === undefined ? [] : [undefined],
        )
      : [gives];
  const found = exprs.map((e) => (e === undefined ? undefined : chainOf(e)));
  return found.every((one) => one?.root === param) ? found.flatMap((one) => one ?? []) : undefined;
};

/** `'a'` or `['a', 'b']`. */
export const textsOf = (e: Expr | undefined): string[] | undefined => {
  const text = textOf(e);
  if (text !== undefined) return [text];
  if (e?.k !== 'arr') return undefined;
  const texts = e.e.map(textOf);
  return texts.every((one) => one !== undefined) ? texts : undefined;
};

export const numberOf = (e: Expr | undefined): number | undefined =>
  e?.k === 'lit' && typeof e.v === 'number' ? e.v : undefined;

export const isTrue = (e: Expr | undefined): boolean => e?.k === 'lit' && e.v === true;

/** A value as SQL: a literal, `knex.raw('…')`, `` sql`…` ``, `knex.fn.now()`, `Sequelize.literal('…')`; undefined for the rest. */
export const valueSql = (e: Expr | undefined): string | undefined => {
  if (e === undefined) return undefined;
  if (e.k === 'lit') return typeof e.v === 'string' ? quoted(e.v) : String(e.v);
  if (e.k === 'tpl' && e.tag !== undefined) return e.e.length === 0 ? e.texts.join('') : undefined;
  if (e.k !== 'call') return textOf(e) === undefined ? undefined : quoted(textOf(e) ?? '');
  const chain = chainOf(e);
  const last = chain?.links.at(-1);
  if (last?.name === 'now' || (last?.name === 'fn' && /^now$/i.test(textOf(last.args[0]) ?? ''))) return 'now()';
  if (last?.name === 'uuid') return 'gen_random_uuid()';
  return last?.name === 'raw' || last?.name === 'literal' ? textOf(last.args[0]) : undefined;
};
