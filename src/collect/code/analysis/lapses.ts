import type { CodeLapse } from '../../../model/evidence/code.ts';
import type { Expr, Stmt } from '../ir.ts';
import { expressionsIn, statementsIn, textOf, within } from '../visit.ts';
import type { Happening } from './events.ts';
import { answerOf } from './failing.ts';
import { kindOfStop } from './guards.ts';
import { KIND, type Kinds } from './kinds.ts';

const ENVIRONMENT =
  /^(?:NODE_ENV|VERCEL(?:_ENV)?|APP_ENV|ENVIRONMENT|is_?(?:prod|dev|test)\w*|prod(?:uction)?|dev(?:elopment)?)$/i;

/** Names of what shows who sends. */
const PROOF = /sig(?:nature|ning|$)|signed|hmac|secret|token|auth|digest|svix|hash|key$/i;

/**
 * What the run of a branch depends on that is set from outside: a secret of the environment, something that the caller sends. Which environment it is
 * does not count: that is the wish to check in production only.
 */
export const conditionOf = (test: Expr, kinds: Kinds): Kinds => {
  const words = [...within(test)].map((e) =>
    e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : (textOf(e) ?? ''),
  );
  if (words.some((word) => ENVIRONMENT.test(word))) return 0;
  return words.some((word) => PROOF.test(word)) ? kinds & (KIND.SECRET | KIND.HEADER | KIND.INPUT) : 0;
};

/** What has to be there for an `&&` to go on: `secret && !isSigned(…)` asks for nothing where there is no secret. */
export const presencesIn = (test: Expr): Expr[] => {
  if (test.k !== 'bin') return test.k === 'id' || test.k === 'mem' ? [test] : [];
  if (test.op === '&&') return [...presencesIn(test.l), ...presencesIn(test.r)];
  const isNone = (e: Expr): boolean => (e.k === 'id' && e.n === 'undefined') || (e.k === 'lit' && e.v === null);
  return /^!==?$/.test(test.op) && isNone(test.r) ? presencesIn(test.l) : [];
};

/** Whoever comes to these statements is turned away at their end: what stands beside them runs for the others only. */
export const turnsAway = (body: readonly Stmt[]): boolean => {
  const last = body.at(-1);
  if (last === undefined) return false;
  if (last.s === 'if') return last.b !== undefined && turnsAway(last.b);
  return last.s === 'throw' || (last.s === 'return' && answerOf(last.e) !== undefined);
};

/**
 * What happened in a `try` whose `catch` goes on: what was thrown turns nobody away. Where it sets a flag or returns, what comes after it may look at
 * that, and so it counts for the value only.
 */
export const swallowed = ({ b, c = [] }: Extract<Stmt, { s: 'try' }>, all: readonly Happening[]): Happening[] => {
  const setsFlag = [...expressionsIn([...b, ...c])].some(
    (e) => e.k === 'assign' && e.r.k === 'lit' && typeof e.r.v === 'boolean',
  );
  if (setsFlag) return [...all];
  const returns = [...statementsIn(b)].some(({ s }) => s === 'return');
  return all.flatMap((one): Happening[] => {
    if (one.h !== 'stop' || one.failure.how === 'answers') return [one];
    if (returns) return [{ ...one, failure: { ...one.failure, soft: true } }];
    const kind = one.maybe ? undefined : kindOfStop(one);
    return kind !== undefined && KINDS.has(kind)
      ? [{ h: 'lapsed', kind, when: 'failure ignored', m: one.m, at: one.at }]
      : [];
  });
};

const KINDS: ReadonlySet<string> = new Set(['signature', 'shared-secret']);

/** Checks of a signature or a secret that are there and do not keep everybody out. */
export const lapsesOf = (happened: readonly Happening[]): CodeLapse[] => {
  const found = happened.flatMap((one): CodeLapse[] => {
    if (one.h === 'lapsed') return [{ kind: one.kind, when: one.when, at: { path: one.m.path, line: one.at } }];
    if (one.h !== 'stop' || !one.maybe || one.when === undefined || one.when === 0) return [];
    const kind = kindOfStop(one);
    if (kind === undefined || !KINDS.has(kind)) return [];
    const when = (one.when & (KIND.HEADER | KIND.INPUT)) === 0 ? 'secret unset' : 'not sent';
    return [{ kind, when, at: { path: one.m.path, line: one.at } }];
  });
  return [...new Map(found.map((one) => [`${one.at.path}:${one.at.line}`, one])).values()];
};
