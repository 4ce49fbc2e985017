import type { Expr, Fn, Pattern } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf, type Ref } from '../program/ref.ts';
import type { Happening } from './events.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import {
  KIND,
  NOTHING,
  flat,
  has,
  isWhoAsks,
  memberOf,
  ofEnvironment,
  val,
  type Closure,
  type Kinds,
  type Val,
} from './kinds.ts';
import { schemaMembers } from './schemas.ts';
import { exec, GOES_ON, type End } from './statements.ts';

const MAX_DEPTH = 7;
const MAX_STEPS = 30_000;
const MAY_ASK = /require|assert|ensure|check|verify|^can[A-Z]|auth|admin|owner|access|permission/i;

/** Follows a handler through the repository's own functions, and writes down what happens on the way. */
export class Evaluator {
  readonly program: Program;
  readonly happened: Happening[] = [];
  /** The budget was used up; what comes after it was not followed. */
  spent = false;
  /** Method of the request, `*` for any: branches for the others are not run. */
  readonly method: string;
  /** What the branches that it is in depend on, outermost first; those of which nothing is known are left out. */
  conditions: readonly Kinds[] = [];
  #steps = 0;
  readonly #running: Fn[] = [];

  constructor(program: Program, method = '*') {
    this.program = program;
    this.method = method;
  }

  /** Counts a step; true once there were too many. */
  isSpent(): boolean {
    if (++this.#steps > MAX_STEPS) this.spent = true;
    return this.spent;
  }

  /** Something on the way depends on who asks. */
  asked = false;
  /** What the branches depend on that are being followed. */
  under = 0;

  eval(e: Expr, frame: Frame): Val {
    return evaluate(this, e, frame);
  }

  /** A condition: what it depends on decides what comes next. */
  test(e: Expr, frame: Frame): Val {
    const value = this.eval(e, frame);
    if (has(value.kinds, KIND.PRINCIPAL | KIND.TOLD)) this.asked = true;
    return value;
  }

  /** Runs a function with what it is given; gives what it returns. */
  run({ m, fn, frame: around }: Closure, args: readonly Val[], depth: number, maybe: number): { value: Val; end: End } {
    if (depth > MAX_DEPTH || this.#running.includes(fn) || this.spent) {
      // What it asks is not seen: its name must do.
      if (MAY_ASK.test(fn.name ?? '')) this.happened.push({ h: 'compared', m, at: fn.at });
      const kinds = args.reduce((all, one) => all | flat(one), 0);
      return { value: val(kinds & ~KIND.REQUEST), end: GOES_ON };
    }
    this.#running.push(fn);
    const frame: Frame = { m, fn, args, locals: new Map(), around, depth, maybe };
    for (const [index, { pat }] of fn.params.entries()) this.bind(frame, pat, args[index] ?? NOTHING);
    const before = this.happened.length;
    const returns: Val[] = [];
    const end = exec(this, fn.body, frame, returns);
    this.#running.pop();
    // What is returned depends on what was asked on the way.
    const asked = this.happened
      .slice(before)
      .reduce((kinds, one) => (one.h === 'stop' && one.failure.soft === true ? kinds | one.kinds : kinds), 0);
    const kinds = returns.reduce((all, one) => all | one.kinds, asked);
    const [only] = returns;
    const value: Val =
      returns.length === 1 && only !== undefined
        ? { ...only, kinds }
        : { kinds, ...(only?.call === undefined ? {} : { call: only.call }) };
    return { value, end };
  }

  /** Gives the names of a pattern their values. */
  bind(frame: Frame, pat: Pattern, value: Val): void {
    switch (pat.p) {
      case 'id':
        frame.locals.set(pat.n, value);
        return;
      case 'obj':
        for (const { n, v } of pat.props) this.bind(frame, v, memberOf(value, n));
        if (pat.rest !== undefined) frame.locals.set(pat.rest, value);
        return;
      case 'arr':
        for (const one of pat.e) if (one !== null) this.bind(frame, one, val(value.kinds));
        if (pat.rest !== undefined) frame.locals.set(pat.rest, val(value.kinds));
        return;
      case 'expr':
        this.assign(frame, pat.e, value);
    }
  }

  /** A member that is written to holds it from then on: `req.user = …`. */
  assign(frame: Frame, target: Expr, given: Val): void {
    // `if (await isAdmin(user)) allowed = true`: what it holds depends on what was asked.
    const value = this.under === 0 ? given : { ...given, kinds: given.kinds | this.under };
    if (target.k === 'id') {
      for (let at: Frame | undefined = frame; at !== undefined; at = at.around)
        if (at.locals.has(target.n)) {
          at.locals.set(target.n, value);
          return;
        }
      frame.locals.set(target.n, value);
    } else if (target.k === 'mem' && target.o.k === 'id' && typeof target.p === 'string') {
      const of = this.name(frame, target.o.n);
      if (has(value.kinds, KIND.UNVERIFIED) && has(of.kinds, KIND.REQUEST) && isWhoAsks(target.p))
        this.happened.push({ h: 'believed', m: frame.m, at: target.at });
      // An address whose host the code sets goes where the code wants.
      const isHost = /^(?:host|hostname|origin)$/.test(target.p) && !has(value.kinds, KIND.INPUT);
      const kinds = isHost ? of.kinds & ~(KIND.INPUT | KIND.REQUEST) : of.kinds;
      this.assign(frame, target.o, { ...of, kinds, props: { ...of.props, [target.p]: value } });
    }
  }

  /** Does what may not be done: a branch, a loop. */
  inside<T>(frame: Frame, work: () => T): T {
    frame.maybe++;
    try {
      return work();
    } finally {
      frame.maybe--;
    }
  }

  /** Does what is done on a condition that depends on these. */
  when<T>(kinds: Kinds, work: () => T): T {
    const before = this.conditions;
    if (kinds !== 0) this.conditions = [...before, kinds];
    try {
      return work();
    } finally {
      this.conditions = before;
    }
  }

  /** What all depends on that may not be done here. 0 where something else may skip it too. */
  conditionAt({ maybe }: Frame): Kinds {
    return this.conditions.length >= maybe ? this.conditions.reduce((all, one) => all | one, 0) : 0;
  }

  /** What a name holds where it is used. */
  name(frame: Frame, name: string): Val {
    for (let at: Frame | undefined = frame; at !== undefined; at = at.around) {
      const own = at.locals.get(name);
      if (own !== undefined) return own;
    }
    const ref = this.program.resolve(frame.m, frame.fn, { k: 'id', n: name, at: 0 });
    return ref.r === 'result' && ref.of.r === 'fn' ? this.#made(ref, frame.depth) : this.ofRef(ref);
  }

  readonly #makes = new Map<Expr, Val>();

  /** `const moderators = requireRole('moderator')`: what it is, without what happens when it is made. */
  #made(ref: Extract<Ref, { r: 'result' }>, depth: number): Val {
    const known = this.#makes.get(ref.e);
    if (known !== undefined) return known;
    this.#makes.set(ref.e, NOTHING);
    const before = this.happened.length;
    const at: Frame = { m: ref.m, fn: ref.fn, args: [], locals: new Map(), around: undefined, depth, maybe: 0 };
    const { call, props, items } = this.eval(ref.e, at);
    this.happened.length = before;
    const value: Val = {
      kinds: 0,
      ...(call === undefined ? {} : { call }),
      ...(props === undefined ? {} : { props }),
      ...(items === undefined ? {} : { items }),
    };
    this.#makes.set(ref.e, value);
    return value;
  }

  /** What is known of something that was not evaluated: a function, a secret of the configuration, a package. */
  ofRef(ref: Ref): Val {
    if (ref.r === 'fn') return { kinds: 0, call: { m: ref.m, fn: ref.fn, frame: undefined } };
    const path = pathOf(ref);
    const set = path === undefined ? undefined : ofEnvironment(path);
    if (set !== undefined) return set;
    // Configuration that is read from the environment: `config.webhookSecret`, `env.STRIPE_KEY`.
    if (ref.r === 'member' && /secret|api_?key|signing|token$/i.test(ref.p) && ref.of.r !== 'param')
      return val(KIND.SECRET);
    if (path === undefined) return NOTHING;
    const schema =
      ref.r === 'result' && path.startsWith('zod') ? schemaMembers(this.program, ref.m, ref.fn, ref.e) : undefined;
    return { kinds: 0, path, ...(schema === undefined ? {} : { schema }) };
  }
}
