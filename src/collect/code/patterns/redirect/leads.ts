import type { Expr } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { statementsIn } from '../../visit.ts';
import { nameOf, sentText, type Scope } from './sent.ts';

/** A condition on what was sent, with the names that stand for it there. */
export interface Asked {
  test: Expr;
  names: readonly string[];
}

/** A target that the caller chose. */
export interface Leads {
  what: string;
  /** In the function that redirects. */
  names: readonly string[];
  /** Conditions that stand in the value itself. */
  asked: readonly Asked[];
  /** It stands right behind an origin: `${origin}${next}`. */
  isJoined?: true;
}

const MOST_STEPS = 6;

/** Whether an address, or its beginning, is what the caller sent. */
export const leadsTo = (program: Program, scope: Scope, e: Expr, depth = 0): Leads | undefined => {
  if (depth > MOST_STEPS) return undefined;
  const sent = sentText(scope, e);
  if (sent !== undefined) return { ...sent, asked: [] };
  const into = (one: Expr): Leads | undefined => leadsTo(program, scope, one, depth + 1);
  switch (e.k) {
    case 'id': {
      const value = writtenAs(scope, e.n);
      const found = value === undefined ? undefined : into(value);
      return found === undefined ? undefined : { ...found, names: [...found.names, e.n] };
    }
    case 'cond':
      return withTest(into(e.a) ?? into(e.b), e.t);
    case 'bin':
      if (e.op === '+') return ofParts([e.l, e.r], into);
      if (e.op === '&&') return withTest(into(e.r), e.l);
      return e.op === '||' || e.op === '??' ? into(e.l) : undefined;
    case 'tpl':
      return ofParts(e.texts[0] !== '' ? [] : e.e.slice(0, e.texts[1] === '' ? 2 : 1), into);
    case 'call':
      if (e.isNew === true && nameOf(e.f) === 'URL') return e.a[0] === undefined ? undefined : into(e.a[0]);
      return throughFunction(program, scope, e, depth);
    default:
      return undefined;
  }
};

const withTest = (found: Leads | undefined, test: Expr): Leads | undefined =>
  found === undefined ? undefined : { ...found, asked: [{ test, names: found.names }, ...found.asked] };

/** A text that begins with it; or with an origin, and then it. */
const ofParts = ([first, second]: readonly Expr[], into: (e: Expr) => Leads | undefined): Leads | undefined => {
  if (first === undefined) return undefined;
  const begins = into(first);
  if (begins !== undefined || second === undefined || !/origin$/i.test(nameOf(first))) return begins;
  const found = into(second);
  return found === undefined ? undefined : { ...found, isJoined: true };
};

/** What a variable is given where it is declared. */
const writtenAs = ({ m, fn }: Scope, name: string): Expr | undefined => {
  for (const stmt of statementsIn(fn?.body ?? m.body))
    if (stmt.s === 'let' && stmt.pat.p === 'id' && stmt.pat.n === name) return stmt.e;
  return undefined;
};

/** `redirect(nextPath(req.body.next, '/'))`, where the function is one answer long. */
const throughFunction = (
  program: Program,
  scope: Scope,
  e: Extract<Expr, { k: 'call' }>,
  depth: number,
): Leads | undefined => {
  const ref = program.resolve(scope.m, scope.fn, e.f);
  if (ref.r !== 'fn' || ref.fn.body.length !== 1) return undefined;
  const [only] = ref.fn.body;
  for (const [index, arg] of e.a.entries()) {
    const sent = sentText(scope, arg);
    const param = ref.fn.params[index]?.pat;
    if (sent === undefined || param?.p !== 'id' || only?.s !== 'return' || only.e === undefined) continue;
    const inner = { m: ref.m, fn: ref.fn, given: new Map([[param.n, sent.what]]) };
    const found = leadsTo(program, inner, only.e, depth + 1);
    if (found !== undefined) return { ...found, names: sent.names };
  }
  return undefined;
};
