import type { CodePlace } from '../../../model/evidence/code.ts';
import type { RawEndpoint } from '../endpoints/raw.ts';
import type { Expr, Module, Stmt } from '../ir.ts';
import { blocksOf, within } from '../visit.ts';
import type { Happening } from './events.ts';
import { KIND, has } from './kinds.ts';

const NAMES =
  /^(?:NODE_ENV|APP_ENV|VERCEL_ENV|DEV|PROD|MODE|is_?dev\w*|is_?prod\w*|is_?test\w*|is_?local\w*|development|production|debug|enable_?\w+|allow_?\w+|__DEV__|dev)$/i;

/** A condition on where the app runs: `process.env.NODE_ENV !== 'production'`, `config.debug`. */
const asksWhere = (test: Expr): boolean =>
  [...within(test)].some(
    (e) => (e.k === 'id' && NAMES.test(e.n)) || (e.k === 'mem' && typeof e.p === 'string' && NAMES.test(e.p)),
  );

/** The line of the last statement below a list; the statement after it ends it for sure. */
const lastLine = (body: readonly Stmt[]): number =>
  body.reduce((last, stmt) => Math.max(last, stmt.at, ...blocksOf(stmt).map(lastLine)), 0);

/** The condition on the environment that a line of a body stands behind. */
const conditionIn = (body: readonly Stmt[], line: number): number | undefined => {
  for (const [index, stmt] of body.entries()) {
    const next = body[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (line < stmt.at || line >= next) continue;
    if (stmt.s === 'if' && asksWhere(stmt.t) && (lastLine(stmt.a) >= line || body.length - 1 === index)) return stmt.at;
    for (const block of blocksOf(stmt)) {
      const found = conditionIn(block, line);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

const around = (m: Module, line: number): number | undefined => {
  const inside = m.fns.filter(({ at, end }) => at <= line && end >= line);
  return [m.body, ...inside.map(({ body }) => body)]
    .map((body) => conditionIn(body, line))
    .find((found) => found !== undefined);
};

/** Where an endpoint is there, or goes on, in some environments only. */
export const environmentOf = (raw: RawEndpoint, happened: readonly Happening[]): CodePlace | undefined => {
  const stop = happened.find(
    (one) => one.h === 'stop' && !one.maybe && has(one.kinds, KIND.SECRET) && !has(one.kinds, KIND.INPUT | KIND.HEADER),
  );
  if (stop?.h === 'stop') return { path: stop.m.path, line: stop.at };
  const line = around(raw.m, raw.at);
  return line === undefined ? undefined : { path: raw.m.path, line };
};
