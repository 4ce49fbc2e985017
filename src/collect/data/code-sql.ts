import type { Expr, Fn, Module } from '../code/ir.ts';
import { parseModule } from '../code/parse.ts';
import { expressionsIn, expressionsOf, textOf, within } from '../code/visit.ts';
import { translate } from './builders/translate.ts';

export interface CodeSql {
  /** Statements of `up`, in order: literal ones, and those that schema builders would send. */
  statements: readonly { text: string; line: number }[];
  /** Lines of calls that build their SQL when they run. */
  open: readonly { line: number; what: string }[];
}

interface Found {
  statements: { text: string; line: number }[];
  open: { line: number; what: string }[];
}

/**
 * The SQL that a migration in code runs, as far as it stands there: `knex.raw('…')`, `queryRunner.query('…')`, sql`…`, and the calls of schema
 * builders whose tables and columns are written out.
 */
export const sqlInCode = async (path: string, text: string): Promise<CodeSql> => {
  const module = await parseModule(path, text);
  const found: Found = { statements: [], open: [] };
  const up = module.fns.find((fn) => fn.name === 'up');
  if (up === undefined)
    read(
      module,
      [...expressionsOf(module)].map(({ e }) => e),
      undefined,
      found,
    );
  else readFn(module, up, parameterOf(up), found);
  return found;
};

const parameterOf = (up: Fn): string | undefined => {
  const pattern = up.params[0]?.pat;
  return pattern?.p === 'id' ? pattern.n : undefined;
};

/** A function, then those inside it that no builder was given. */
const readFn = (module: Module, fn: Fn, parameter: string | undefined, found: Found): void => {
  const done = read(module, [...expressionsIn(fn.body)], parameter, found);
  for (const inner of module.fns)
    if (inner.parent === fn.id && !done.has(inner.id)) readFn(module, inner, parameter, found);
};

/** Reads expressions, outermost first. Gives back the functions that were understood as parts of builders' calls. */
const read = (
  module: Module,
  expressions: readonly Expr[],
  parameter: string | undefined,
  found: Found,
): ReadonlySet<number> => {
  const done = new Set<Expr>();
  const functions = new Set<number>();
  for (const e of expressions) {
    if (done.has(e)) continue;
    const built = translate(module, e, parameter);
    if (built === undefined) {
      readLiteral(e, found);
      continue;
    }
    for (const sql of built.sql)
      if (sql === null) found.open.push({ line: e.at, what: `${built.what}(…)` });
      else found.statements.push({ text: sql, line: e.at });
    for (const part of within(e)) {
      done.add(part);
      if (part.k === 'fn') functions.add(part.id);
    }
  }
  return functions;
};

const readLiteral = (e: Expr, { statements, open }: Found): void => {
  if (e.k === 'tpl' && e.tag !== undefined && nameOf(e.tag) === 'sql') {
    if (e.e.length === 0) statements.push({ text: e.texts.join(''), line: e.at });
    else open.push({ line: e.at, what: 'sql`…` with values' });
  }
  const called = e.k === 'call' ? nameOf(e.f) : '';
  if (e.k !== 'call' || (called !== 'raw' && called !== 'query')) return;
  const literal = textOf(e.a[0]);
  if (literal === undefined) open.push({ line: e.at, what: `${called}(…)` });
  else statements.push({ text: literal, line: e.at });
};

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');
