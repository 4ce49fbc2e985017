import type { Expr, Stmt } from '../ir.ts';
import { textOf } from '../visit.ts';
import { flat, type Kinds, type Val } from './kinds.ts';

/** A column that picks rows, or is written, with where its value comes from. Without a name it is not known which, or all that was sent. */
export interface Condition {
  column?: string;
  kinds: Kinds;
}

/** Members of an object of conditions that are no columns. What is read and in which order picks no row. */
const OPERATORS =
  /^(?:AND|OR|NOT|and|or|not|where|some|every|none|is|isNot|in|notIn|equals|gte?|lte?|contains|startsWith|endsWith|mode|params|set|connect|\$\w+|\w+_\w+_\w+)$/;
const APART = /^(?:include|select|limit|offset|order|orderBy|take|skip|data|create|update|with|columns|attributes)$/;
const COMBINES = /^(?:and|or|not|all|any)$/;
const COMPARES =
  /^(?:eq|ne|gte?|lte?|like|ilike|inArray|notInArray|between|Equal|In|cmpr|arrayContains|arrayOverlaps)$/;
const SIGN = /^(?:[<>=!~*]{1,3}|in|not in|is|is not|i?like|asc|desc|and|or)$/i;

/** Text that stands before a value in a statement or in a filter: `where buyer_id = `, `buyer_id.eq.`. */
const BEFORE =
  /([a-z_]\w*)["'`)]?\s*(?:=|<>|!=|>=?|<=?|\bi?like\b|\bin\b|\.(?:eq|neq|in|gte?|lte?|is|cs))\s*[.(]?\s*(?:any\s*\(\s*)?$/i;

type Evaluate = (e: Expr) => Val;

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');
const lastWord = (text: string): string => text.split('.').at(-1) ?? text;

/** What a callback gives back: `(order, { eq }) => eq(order.id, id)`. */
const returned = (body: readonly Stmt[]): readonly Expr[] =>
  body.flatMap((stmt) => (stmt.s === 'return' && stmt.e !== undefined ? [stmt.e] : []));

/**
 * Takes the conditions that pick rows apart, or the values that are written, in whatever way the library writes them: objects, `eq(column, value)`,
 * `'column', value`, templates. Evaluates each value once. `first` names the column of a value that stands alone: `findById(id)`.
 */
export const conditionsOf = (
  list: readonly Expr[],
  evaluate: Evaluate,
  fnBody: (id: number) => readonly Stmt[],
  definition: (name: string) => Expr | undefined,
  first?: string,
): Condition[] => {
  const found: Condition[] = [];
  const add = (column: string | undefined, kinds: Kinds): void => {
    found.push({ ...(column === undefined ? {} : { column }), kinds });
  };
  const fromValue = (value: Val, column: string | undefined, depth: number): void => {
    if (value.props === undefined || depth > 5) {
      add(column, flat(value));
      return;
    }
    for (const [name, one] of Object.entries(value.props))
      if (!APART.test(name)) fromValue(one, OPERATORS.test(name) ? column : name, depth + 1);
    // What a spread brought in beside the members that are known.
    const known = Object.values(value.props).reduce((all, one) => all | flat(one), 0);
    if ((value.kinds & ~known) !== 0) add(undefined, value.kinds & ~known);
  };
  const walk = (e: Expr, column: string | undefined, depth: number): void => {
    if (depth > 8) {
      add(column, flat(evaluate(e)));
      return;
    }
    switch (e.k) {
      case 'obj':
        for (const { n, v } of e.props) {
          if (typeof n !== 'string') fromValue(evaluate(v), undefined, 0);
          else if (!APART.test(n)) walk(v, OPERATORS.test(n) ? column : n, depth + 1);
        }
        return;
      case 'arr':
        for (const one of e.e) walk(one, column, depth + 1);
        return;
      case 'call': {
        const name = nameOf(e.f);
        const [left, ...right] = e.a;
        if (COMBINES.test(name)) for (const one of e.a) walk(one, column, depth + 1);
        else if (COMPARES.test(name) && left !== undefined && right.length > 0) {
          const own = nameOf(left) || textOf(left);
          if (nameOf(left) === '') evaluate(left);
          for (const one of right) walk(one, own === undefined || own === '' ? column : lastWord(own), depth + 1);
        } else fromValue(evaluate(e), column, 0);
        return;
      }
      case 'cond':
        evaluate(e.t);
        walk(e.a, column, depth + 1);
        walk(e.b, column, depth + 1);
        return;
      case 'bin':
        if (e.op !== '&&' && e.op !== '||' && e.op !== '??') {
          add(column, flat(evaluate(e)));
          return;
        }
        walk(e.l, column, depth + 1);
        walk(e.r, column, depth + 1);
        return;
      case 'tpl':
        for (const [index, one] of e.e.entries())
          walk(one, BEFORE.exec(e.texts[index] ?? '')?.[1] ?? column, depth + 1);
        return;
      case 'fn':
        for (const one of returned(fnBody(e.id))) walk(one, column, depth + 1);
        return;
      case 'id': {
        // `const mine = and(…)`: what stands there says more than its value.
        const made = definition(e.n);
        if (made?.k === 'call' && made.f.k !== 'fn' && (COMBINES.test(nameOf(made.f)) || COMPARES.test(nameOf(made.f))))
          walk(made, column, depth + 1);
        else fromValue(evaluate(e), column, 0);
        return;
      }
      case 'spread':
      case 'await':
        walk(e.e, column, depth + 1);
        return;
      default:
        fromValue(evaluate(e), column, 0);
    }
  };
  let column = first;
  for (const e of list) {
    const text = textOf(e);
    if (text === undefined || e.k !== 'lit') walk(e, column, 0);
    else if (!SIGN.test(text.trim()))
      column = /^[\w."]{1,80}$/.test(text) ? lastWord(text.replaceAll('"', '')) : column;
  }
  return found;
};
