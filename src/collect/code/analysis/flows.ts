import type { CodeFlow } from '../../../model/evidence/code.ts';
import type { Expr } from '../ir.ts';
import { textOf } from '../visit.ts';
import type { Happening } from './events.ts';
import { KIND, has } from './kinds.ts';
import { reachOf } from './reaches.ts';

/** Calls whose first argument is an address that the server goes to. */
export const FETCHES =
  /^(?:fetch|globalThis\.fetch|axios|axios[.:](?:get|post|put|request|head)|got|got[.:](?:get|post|stream)|ky|ky[.:](?:get|post)|node-fetch|undici:(?:fetch|request)|https?:(?:get|request))$/;
/** Calls whose first argument is SQL as it stands. */
const RAW_SQL =
  /(?:^|[.:])(?:\$queryRawUnsafe|\$executeRawUnsafe|sql\.raw|sql\.unsafe|knex\(\)\.raw|Sequelize\.literal|sequelize\.literal)$/;

/** Calls that write a log: of the console, and of loggers by whatever they are called. */
const LOGS =
  /^console\.(?:log|info|debug|warn|error)$|(?:^|[.:()])(?:log|logger|logging)\.(?:trace|debug|info|log|warn|error|fatal)$/i;

/** An address whose host stands in the code: `https://api.example.com/${id}`. */
const hasFixedHost = (e: Expr | undefined): boolean => {
  if (e?.k === 'tpl')
    return /^https?:\/\/[^/]+/.test(e.texts[0] ?? '') || (e.texts[0] === '' && startsWithBase(e.e[0]));
  if (e?.k === 'bin') return hasFixedHost(e.l) || startsWithBase(e.l);
  if (e?.k === 'call' && e.isNew === true) return e.a.length > 1 || hasFixedHost(e.a[0]);
  return textOf(e) !== undefined;
};

/** `${API_BASE}/…`: by its name no choice of the caller's. */
const startsWithBase = (e: Expr | undefined): boolean =>
  (e?.k === 'id' && /base|host|origin|api|endpoint|url/i.test(e.n)) ||
  (e?.k === 'mem' && typeof e.p === 'string' && /base|host|origin|endpoint/i.test(e.p));

/** What the caller chose that reaches an address or a statement, with nothing in between that turns callers away for it. */
export const flowsOf = (happened: readonly Happening[]): CodeFlow[] => {
  // A check of what was sent, by whatever it is called: an allow-list, a resolver of addresses. A schema says only that it is a text.
  const checked = happened.some(
    (one) =>
      one.h === 'stop' &&
      has(one.kinds, KIND.INPUT) &&
      !has(one.kinds, KIND.PRINCIPAL | KIND.ROW) &&
      !/pars|valid|schema/i.test(one.name),
  );
  const flows = happened.flatMap((one): CodeFlow[] => {
    if (one.h === 'touch')
      return one.touch.pasted === true && has(one.where, KIND.INPUT) && !has(one.where, KIND.CHECKED)
        ? [{ to: 'sql', what: 'query', at: { path: one.m.path, line: one.touch.at } }]
        : [];
    if (one.h !== 'call') return [];
    const at = { path: one.m.path, line: one.at };
    if (LOGS.test(one.path) && has(one.kinds, KIND.BODY))
      return [{ to: 'log', what: one.path.replace(/^.*:/, ''), at }];
    if (!has(one.first, KIND.INPUT)) return [];
    // A schema may allow a few words only: what it lets through is not told.
    if (RAW_SQL.test(one.path) && !has(one.first, KIND.CHECKED))
      return [{ to: 'sql', what: one.path.replace(/^.*:/, ''), at }];
    const reached = reachOf(one, checked || has(one.first, KIND.CHECKED));
    if (reached !== undefined) return [{ ...reached, at }];
    if (FETCHES.test(one.path) && !checked && !has(one.first, KIND.HOSTED) && !hasFixedHost(one.e))
      return [{ to: 'fetch', what: one.path.replace(/^.*:/, ''), at }];
    return [];
  });
  return [...new Map(flows.map((flow) => [`${flow.to} ${flow.at.path}:${flow.at.line}`, flow])).values()];
};
