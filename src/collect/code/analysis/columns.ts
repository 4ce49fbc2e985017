import type { Expr } from '../ir.ts';
import { textOf } from '../visit.ts';

const OPERATORS =
  /^(?:AND|OR|NOT|and|or|not|where|some|every|none|is|in|equals|gte?|lte?|contains|params|include|select|limit|offset|order|orderBy|take|skip)$/;

/** The columns that conditions name: `{ where: { id } }`, `eq(orders.buyerId, x)`, `.eq('id', x)`, `findById(x)`. */
export const columnsIn = (where: readonly Expr[], byId: boolean): string[] => {
  const found = new Set<string>(byId ? ['id'] : []);
  const look = (e: Expr, depth: number): void => {
    if (depth > 6) return;
    if (e.k === 'obj')
      for (const { n, v } of e.props) {
        if (typeof n === 'string' && !OPERATORS.test(n)) found.add(n);
        if (v.k === 'obj' || v.k === 'arr') look(v, depth + 1);
      }
    else if (e.k === 'arr') for (const one of e.e) look(one, depth + 1);
    else if (e.k === 'call') for (const one of e.a) look(one, depth + 1);
    else if (e.k === 'mem' && typeof e.p === 'string' && e.o.k === 'id' && /^[a-z]/i.test(e.p)) found.add(e.p);
    else if (e.k === 'fn') return;
    else {
      const text = textOf(e);
      if (text !== undefined && /^[a-z_][\w.]{0,60}$/i.test(text)) found.add(text.split('.').at(-1) ?? text);
    }
  };
  for (const e of where) look(e, 0);
  return [...found].slice(0, 12);
};
