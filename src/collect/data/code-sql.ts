import type { Expr, Fn } from '../code/ir.ts';
import { parseModule } from '../code/parse.ts';
import { expressionsIn, expressionsOf, textOf } from '../code/visit.ts';

export interface CodeSql {
  /** Literal statements of `up`, in order. */
  statements: readonly { text: string; line: number }[];
  /** Lines of calls that build their SQL when they run. */
  open: readonly { line: number; what: string }[];
}

const BUILDERS =
  /^(?:createTable|createTableIfNotExists|alterTable|table|dropTable|dropTableIfExists|renameTable|addColumn|addColumns|createIndex|createForeignKey|createType|createView|dropColumn|changeColumn)$/;

/** The SQL that a migration in code runs, as far as it stands there: `knex.raw('…')`, `queryRunner.query('…')`, sql`…`. */
export const sqlInCode = async (path: string, text: string): Promise<CodeSql> => {
  const module = await parseModule(path, text);
  const up = module.fns.find((fn) => fn.name === 'up');
  const inside = up === undefined ? [...expressionsOf(module)].map(({ e }) => e) : bodyOf(up, module.fns);
  const statements: { text: string; line: number }[] = [];
  const open: { line: number; what: string }[] = [];
  for (const e of inside) {
    if (e.k === 'tpl' && e.tag !== undefined && nameOf(e.tag) === 'sql') {
      if (e.e.length === 0) statements.push({ text: e.texts.join(''), line: e.at });
      else open.push({ line: e.at, what: 'sql`…` with values' });
    }
    if (e.k !== 'call') continue;
    const called = nameOf(e.f);
    if (called === 'raw' || called === 'query') {
      const literal = textOf(e.a[0]);
      if (literal === undefined) open.push({ line: e.at, what: `${called}(…)` });
      else statements.push({ text: literal, line: e.at });
    } else if (BUILDERS.test(called)) open.push({ line: e.at, what: `${called}(…)` });
  }
  return { statements, open };
};

const bodyOf = (up: Fn, fns: readonly Fn[]): Expr[] => {
  const within = new Set([up.id]);
  for (const fn of fns) if (fn.parent !== undefined && within.has(fn.parent)) within.add(fn.id);
  return fns.filter((fn) => within.has(fn.id)).flatMap((fn) => [...expressionsIn(fn.body)]);
};

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');
