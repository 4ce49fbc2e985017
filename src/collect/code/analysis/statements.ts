import type { Expr, Stmt } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { textOf, within } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';
import type { Happening } from './events.ts';
import { answerOf, failureOf, isSoftNo, NEVER, statusOfError, type Failure } from './failing.ts';
import type { Frame } from './frame.ts';
import { KIND, NOTHING, has, val, type Kinds, type Val } from './kinds.ts';
import { conditionOf, presencesIn, swallowed, turnsAway } from './lapses.ts';
import { methodCase, methodTest } from './method-test.ts';

/** How a list of statements ends. */
export interface End {
  ends: boolean;
  /** It turns the caller away. */
  failure?: Failure;
  /** It goes on to the next one in the chain. */
  passes?: boolean;
}

export const GOES_ON: End = { ends: false };

/** Follows a list of statements and says how it ends. */
export const exec = (of: Evaluator, body: readonly Stmt[], frame: Frame, returns: Val[]): End => {
  for (const [index, stmt] of body.entries()) {
    if (of.isSpent()) return GOES_ON;
    const end = statement(of, stmt, frame, returns, body.slice(index + 1));
    if (end !== undefined) return end;
  }
  return GOES_ON;
};

/** How the whole list ends, when this statement decides it. */
const statement = (of: Evaluator, stmt: Stmt, frame: Frame, returns: Val[], rest: readonly Stmt[]): End | undefined => {
  switch (stmt.s) {
    case 'let':
      if (stmt.e !== undefined) of.bind(frame, stmt.pat, of.eval(stmt.e, frame));
      return undefined;
    case 'expr': {
      const before = of.happened.length;
      of.eval(stmt.e, frame);
      const never = neverBack(of, stmt.e, frame, before);
      if (never !== undefined) return { ends: true, failure: never };
      const failure = failureOf(stmt.e);
      if (failure !== undefined && frame.fn !== undefined) {
        // Answered, and nothing comes after it here: that is an end, if its function ends as well.
        if (rest.length === 0) return { ends: false, failure };
        const [next] = rest;
        if (next?.s === 'return') return { ends: true, failure };
      }
      if (isNext(stmt.e) && rest.length === 0) return { ends: false, passes: true };
      return undefined;
    }
    case 'return': {
      const value = stmt.e === undefined ? NOTHING : of.eval(stmt.e, frame);
      returns.push(value);
      const never = stmt.e === undefined ? undefined : neverBack(of, stmt.e, frame, of.happened.length);
      const failure =
        never ?? answerOf(stmt.e) ?? (isSoftNo(stmt.e) ? { how: 'answers' as const, soft: true as const } : undefined);
      return {
        ends: true,
        ...(failure === undefined ? {} : { failure }),
        ...(stmt.e !== undefined && isNext(stmt.e) ? { passes: true } : {}),
      };
    }
    case 'throw': {
      of.eval(stmt.e, frame);
      const status = statusOfError(stmt.e);
      return { ends: true, failure: { how: 'throws', ...(status === undefined ? {} : { status }) } };
    }
    case 'if':
      return branch(of, stmt, frame, returns, rest);
    case 'loop': {
      const over = stmt.e === undefined ? NOTHING : of.eval(stmt.e, frame);
      if (stmt.pat !== undefined) of.bind(frame, stmt.pat, val(over.kinds));
      of.inside(frame, () => exec(of, stmt.b, frame, returns));
      return undefined;
    }
    case 'switch': {
      of.test(stmt.e, frame);
      const chosen = methodCase(stmt, of.method);
      if (chosen !== undefined) {
        const end = exec(of, chosen, frame, returns);
        return end.ends ? end : undefined;
      }
      for (const { t, b } of stmt.cases) {
        if (t !== undefined) of.eval(t, frame);
        of.inside(frame, () => exec(of, b, frame, returns));
      }
      return undefined;
    }
    case 'try':
      return tried(of, stmt, frame, returns, rest);
    case 'jump':
      return GOES_ON;
  }
};

/** What a condition says of who asks. */
const OF_WHO = KIND.PRINCIPAL | KIND.ROLE | KIND.OWNER | KIND.TOLD | KIND.VERIFIED | KIND.SHARED;

const branch = (
  of: Evaluator,
  stmt: Extract<Stmt, { s: 'if' }>,
  frame: Frame,
  returns: Val[],
  rest: readonly Stmt[],
): End | undefined => {
  const start = of.happened.length;
  const test = of.test(stmt.t, frame);
  const chosen = methodTest(stmt.t, of.method);
  if (chosen !== undefined) {
    const end = exec(of, chosen ? stmt.a : (stmt.b ?? []), frame, returns);
    return end.ends ? end : undefined;
  }
  const place = of.happened.length;
  const condition = conditionOf(stmt.t, test.kinds);
  const isOnly = stmt.b !== undefined && turnsAway(stmt.b);
  const run = (): End => of.when(isOnly ? 0 : condition, () => exec(of, stmt.a, frame, returns));
  const around = of.under;
  of.under |= test.kinds & OF_WHO;
  const yes = isOnly ? run() : of.inside(frame, run);
  of.under = around;
  const stop = (failure: Failure, kinds = test.kinds): void => {
    if (has(kinds, KIND.TOLD)) of.happened.push({ h: 'compared', m: frame.m, at: stmt.at });
    const stopped = stopAt(of, stmt.t, kinds, failure, frame, stmt.at);
    const asked = has(kinds, KIND.VERIFIED | KIND.SHARED) && stmt.t.k === 'bin' ? presencesIn(stmt.t) : [];
    const needs = asked.reduce((all, one) => all | conditionOf(one, of.eval(one, frame).kinds), 0);
    of.happened.splice(place, 0, needs === 0 ? stopped : { ...stopped, maybe: true, when: needs });
  };
  if (isFailing(yes, stmt.a)) {
    if (stmt.t.k === 'bin' && /^===?$/.test(stmt.t.op)) {
      // `if (row.owner === user.id) throw`: nobody may do it to their own, and so all others may.
      stop(yes.failure!, test.kinds & ~KIND.OWNER);
      const kept = of.happened.slice(start, place).filter(({ h }) => h !== 'compared');
      of.happened.splice(start, place - start, ...kept);
    } else stop(yes.failure!);
    if (stmt.b === undefined) return undefined;
    const other = exec(of, stmt.b, frame, returns);
    return other.ends ? other : undefined;
  }
  // `if (!isSigned) return ok()`: nobody is told no, and nothing is done.
  const isProof = isRefusal(stmt.t) && has(test.kinds, KIND.VERIFIED | KIND.SHARED);
  if (yes.ends && yes.failure === undefined && stmt.b === undefined && isProof) {
    stop({ how: 'answers' });
    return undefined;
  }
  // `if (!isSigned) log.warn(…)`: it is told, and the work goes on.
  if (!yes.ends && stmt.b === undefined && isProof)
    of.happened.push({
      h: 'lapsed',
      kind: has(test.kinds, KIND.VERIFIED) ? 'signature' : 'shared-secret',
      when: 'failure ignored',
      m: frame.m,
      at: stmt.at,
    });
  if (yes.failure !== undefined && !yes.ends && (rest.length > 0 || stmt.b !== undefined) && stmt.b === undefined)
    of.happened.push({ h: 'goes on', m: frame.m, at: stmt.at });
  if (stmt.b !== undefined) {
    const no = of.inside(frame, () => exec(of, stmt.b ?? [], frame, returns));
    if (isFailing(no, stmt.b) || (no.failure !== undefined && rest.length === 0)) stop(no.failure!);
    return yes.ends && no.ends ? { ends: true } : undefined;
  }
  // `if (user) return next(); res.status(401)…`: what comes after runs for the others only.
  if (!yes.ends && !yes.passes) return undefined;
  // `if (!secret) return next()`: whoever comes where none is set goes past what comes after it.
  const past = isRefusal(stmt.t) ? condition & KIND.SECRET : 0;
  const goOn = (): End => of.when(past, () => exec(of, rest, frame, returns));
  const end = past === 0 ? goOn() : of.inside(frame, goOn);
  if (end.failure !== undefined && end.failure.soft !== true) stop(end.failure);
  return { ...end, ends: true };
};

const tried = (
  of: Evaluator,
  stmt: Extract<Stmt, { s: 'try' }>,
  frame: Frame,
  returns: Val[],
  rest: readonly Stmt[],
): End | undefined => {
  const before = of.happened.length;
  const end = exec(of, stmt.b, frame, returns);
  const inside = of.happened.length;
  const caught = stmt.c === undefined ? undefined : of.inside(frame, () => exec(of, stmt.c ?? [], frame, returns));
  if (stmt.f !== undefined) exec(of, stmt.f, frame, returns);
  if (caught !== undefined && caught.failure === undefined && !caught.ends) {
    if (rest.length > 0 || frame.depth > 0)
      of.happened.push(...swallowed(stmt, of.happened.splice(before, inside - before)));
  } else if (caught?.failure !== undefined) {
    // A call that throws when the check fails: its catch turns the caller away.
    for (const one of of.happened.slice(before, inside))
      if (one.h === 'call' && has(one.kinds, KIND.VERIFIED | KIND.PRINCIPAL))
        of.happened.push({
          h: 'stop',
          kinds: one.kinds,
          failure: caught.failure,
          m: frame.m,
          at: one.at,
          name: frame.fn?.name ?? '',
          words: [],
          maybe: one.maybe,
          depth: frame.depth,
        });
  }
  return end.ends && (caught === undefined || caught.ends) ? end : undefined;
};

const ABOUT_WHO_ASKS = KIND.PRINCIPAL | KIND.OWN | KIND.CONTEXT | KIND.TOLD;
const MAY = /^(?:is|has|can)_?\w*(?:admin|staff|moderator|super_?user|role|permission)\w*$/i;

const nameIn = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');

const stopAt = (
  of: Evaluator,
  test: Expr,
  kinds: Kinds,
  failure: Failure,
  frame: Frame,
  at: number,
): Extract<Happening, { h: 'stop' }> => {
  const parts = [...within(test)];
  const words = parts.flatMap((e) => textOf(e) ?? []);
  const { m, fn, maybe, depth } = frame;
  const when = of.conditionAt(frame);
  // `scope.isPlatformAdmin`: what was found out about who asks, by a name that says what they may.
  const isRole = has(kinds, ABOUT_WHO_ASKS) && parts.some((e) => MAY.test(nameIn(e)));
  return {
    h: 'stop',
    kinds: isRole ? kinds | KIND.ROLE : kinds,
    failure,
    m,
    at,
    name: fn?.name ?? '',
    words,
    maybe: maybe > 0,
    depth,
    when,
  };
};

/** `!isSigned`, `a !== b`: true for those who are to be turned away. */
const isRefusal = (test: Expr): boolean =>
  test.k === 'un'
    ? test.op === '!'
    : test.k === 'bin' && (/^!==?$/.test(test.op) || isRefusal(test.l) || isRefusal(test.r));

/** A call that does not come back. */
const neverBack = (of: Evaluator, e: Expr, frame: Frame, before: number): Failure | undefined => {
  const call = e.k === 'await' ? e.e : e;
  if (call.k !== 'call') return undefined;
  const path = pathOf(of.program.resolve(frame.m, frame.fn, call.f));
  const known = path === undefined ? undefined : NEVER.find(([pattern]) => pattern.test(path))?.[1];
  if (known !== undefined) return known;
  const last = of.happened.slice(before).findLast((one) => one.h === 'call' && one.path === 'never');
  return last === undefined ? undefined : { how: 'throws' };
};

const isFailing = ({ failure, ends }: End, body: readonly Stmt[]): boolean =>
  failure !== undefined && (ends || (body.length === 1 && failure.how !== 'answers'));

const isNext = (e: Expr): boolean => {
  const call = e.k === 'await' ? e.e : e;
  return call.k === 'call' && call.f.k === 'id' && call.f.n === 'next' && call.a.length === 0;
};
