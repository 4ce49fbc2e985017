import type { Expr, Fn, Module, Pattern, Stmt } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf, type Ref } from '../program/ref.ts';
import { textOf, within } from '../visit.ts';
import { touchOf } from './accesses.ts';
import { touchOfTemplate } from './raw-sql.ts';
import type { Touch } from './touch.ts';
import type { Happening } from './events.ts';
import { failureOf, isSoftNo, NEVER, statusOfError, type Failure } from './failing.ts';
import type { Frame } from './frame.ts';
import { KIND, NOTHING, has, memberOf, val, type Closure, type Kinds, type Val } from './kinds.ts';
import { givenBy, middlewareKinds } from './known-calls.ts';
import { isServiceClient } from './supabase-client.ts';

/** How a list of statements ends. */
interface End {
  ends: boolean;
  /** It turns the caller away. */
  failure?: Failure;
  /** It goes on to the next one in the chain. */
  passes?: boolean;
}

const GOES_ON: End = { ends: false };
const MAX_DEPTH = 7;
const MAX_STEPS = 30_000;

/** Follows a handler through the repository's own functions, and writes down what happens on the way. */
export class Evaluator {
  readonly program: Program;
  readonly happened: Happening[] = [];
  /** The budget was used up; what comes after it was not followed. */
  spent = false;
  #steps = 0;
  readonly #running: Fn[] = [];

  constructor(program: Program) {
    this.program = program;
  }

  /** Runs a function with what it is given; gives what it returns. */
  run({ m, fn, frame: around }: Closure, args: readonly Val[], depth: number, maybe: number): { value: Val; end: End } {
    if (depth > MAX_DEPTH || this.#running.includes(fn) || this.spent) return { value: NOTHING, end: GOES_ON };
    this.#running.push(fn);
    const frame: Frame = { m, fn, args, locals: new Map(), around, depth, maybe };
    for (const [index, { pat }] of fn.params.entries()) this.#bind(frame, pat, args[index] ?? NOTHING);
    const before = this.happened.length;
    const returns: Val[] = [];
    const end = this.#exec(fn.body, frame, returns);
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

  #bind(frame: Frame, pat: Pattern, value: Val): void {
    switch (pat.p) {
      case 'id':
        frame.locals.set(pat.n, value);
        return;
      case 'obj':
        for (const { n, v } of pat.props) this.#bind(frame, v, memberOf(value, n));
        if (pat.rest !== undefined) frame.locals.set(pat.rest, value);
        return;
      case 'arr':
        for (const one of pat.e) if (one !== null) this.#bind(frame, one, val(value.kinds));
        if (pat.rest !== undefined) frame.locals.set(pat.rest, val(value.kinds));
        return;
      case 'expr':
        this.#assign(frame, pat.e, value);
    }
  }

  /** A member that is written to holds it from then on: `req.user = …`. */
  #assign(frame: Frame, target: Expr, value: Val): void {
    if (target.k === 'id') {
      for (let at: Frame | undefined = frame; at !== undefined; at = at.around)
        if (at.locals.has(target.n)) {
          at.locals.set(target.n, value);
          return;
        }
      frame.locals.set(target.n, value);
    } else if (target.k === 'mem' && target.o.k === 'id' && typeof target.p === 'string') {
      const of = this.#name(frame, target.o.n);
      // An address whose host the code sets goes where the code wants.
      const isHost = /^(?:host|hostname|origin)$/.test(target.p) && !has(value.kinds, KIND.INPUT);
      const kinds = isHost ? of.kinds & ~(KIND.INPUT | KIND.REQUEST) : of.kinds;
      this.#assign(frame, target.o, { ...of, kinds, props: { ...of.props, [target.p]: value } });
    }
  }

  #exec(body: readonly Stmt[], frame: Frame, returns: Val[]): End {
    for (const [index, stmt] of body.entries()) {
      if (++this.#steps > MAX_STEPS) {
        this.spent = true;
        return GOES_ON;
      }
      const end = this.#one(stmt, frame, returns, body.slice(index + 1));
      if (end !== undefined) return end;
    }
    return GOES_ON;
  }

  /** How the whole list ends, when this statement decides it. */
  #one(stmt: Stmt, frame: Frame, returns: Val[], rest: readonly Stmt[]): End | undefined {
    switch (stmt.s) {
      case 'let':
        if (stmt.e !== undefined) this.#bind(frame, stmt.pat, this.eval(stmt.e, frame));
        return undefined;
      case 'expr': {
        const before = this.happened.length;
        this.eval(stmt.e, frame);
        const never = this.#never(stmt.e, frame, before);
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
        const value = stmt.e === undefined ? NOTHING : this.eval(stmt.e, frame);
        returns.push(value);
        const never = stmt.e === undefined ? undefined : this.#never(stmt.e, frame, this.happened.length);
        const failure =
          never ??
          failureOf(stmt.e) ??
          (isSoftNo(stmt.e) ? { how: 'answers' as const, soft: true as const } : undefined);
        return {
          ends: true,
          ...(failure === undefined ? {} : { failure }),
          ...(stmt.e !== undefined && isNext(stmt.e) ? { passes: true } : {}),
        };
      }
      case 'throw': {
        this.eval(stmt.e, frame);
        const status = statusOfError(stmt.e);
        return { ends: true, failure: { how: 'throws', ...(status === undefined ? {} : { status }) } };
      }
      case 'if':
        return this.#branch(stmt, frame, returns, rest);
      case 'loop': {
        const over = stmt.e === undefined ? NOTHING : this.eval(stmt.e, frame);
        if (stmt.pat !== undefined) this.#bind(frame, stmt.pat, val(over.kinds));
        this.#inside(frame, () => this.#exec(stmt.b, frame, returns));
        return undefined;
      }
      case 'switch': {
        this.eval(stmt.e, frame);
        for (const { t, b } of stmt.cases) {
          if (t !== undefined) this.eval(t, frame);
          this.#inside(frame, () => this.#exec(b, frame, returns));
        }
        return undefined;
      }
      case 'try':
        return this.#tried(stmt, frame, returns);
      case 'jump':
        return GOES_ON;
    }
  }

  #inside<T>(frame: Frame, work: () => T): T {
    frame.maybe++;
    try {
      return work();
    } finally {
      frame.maybe--;
    }
  }

  #branch(stmt: Extract<Stmt, { s: 'if' }>, frame: Frame, returns: Val[], rest: readonly Stmt[]): End | undefined {
    const test = this.eval(stmt.t, frame);
    const place = this.happened.length;
    const yes = this.#inside(frame, () => this.#exec(stmt.a, frame, returns));
    const stop = (failure: Failure): void => {
      this.happened.splice(place, 0, this.#stop(stmt.t, test.kinds, failure, frame, stmt.at));
    };
    if (isFailing(yes, stmt.a)) {
      stop(yes.failure!);
      if (stmt.b === undefined) return undefined;
      const other = this.#exec(stmt.b, frame, returns);
      return other.ends ? other : undefined;
    }
    if (yes.failure !== undefined && !yes.ends && (rest.length > 0 || stmt.b !== undefined) && stmt.b === undefined)
      this.happened.push({ h: 'goes on', m: frame.m, at: stmt.at });
    if (stmt.b !== undefined) {
      const no = this.#inside(frame, () => this.#exec(stmt.b ?? [], frame, returns));
      if (isFailing(no, stmt.b) || (no.failure !== undefined && rest.length === 0)) stop(no.failure!);
      return yes.ends && no.ends ? { ends: true } : undefined;
    }
    // `if (user) return next(); res.status(401)…`: what comes after runs for the others only.
    if (!yes.ends && !yes.passes) return undefined;
    const end = this.#exec(rest, frame, returns);
    if (end.failure !== undefined && end.failure.soft !== true) stop(end.failure);
    return { ...end, ends: true };
  }

  #tried(stmt: Extract<Stmt, { s: 'try' }>, frame: Frame, returns: Val[]): End | undefined {
    const before = this.happened.length;
    const end = this.#exec(stmt.b, frame, returns);
    const inside = this.happened.length;
    const caught =
      stmt.c === undefined ? undefined : this.#inside(frame, () => this.#exec(stmt.c ?? [], frame, returns));
    if (stmt.f !== undefined) this.#exec(stmt.f, frame, returns);
    if (caught !== undefined && caught.failure === undefined && !caught.ends) {
      // What is thrown is caught, and the code goes on: nobody is turned away.
      const kept = this.happened
        .slice(before, inside)
        .filter((one) => one.h !== 'stop' || one.failure.how === 'answers');
      this.happened.splice(before, inside - before, ...kept);
    } else if (caught?.failure !== undefined) {
      // A call that throws when the check fails: its catch turns the caller away.
      for (const one of this.happened.slice(before, inside))
        if (one.h === 'call' && has(one.kinds, KIND.VERIFIED | KIND.PRINCIPAL))
          this.happened.push({
            h: 'stop',
            kinds: one.kinds,
            failure: caught.failure,
            m: frame.m,
            at: one.at,
            name: frame.fn?.name ?? '',
            words: [],
            maybe: frame.maybe > 0,
            depth: frame.depth,
          });
    }
    return end.ends && (caught === undefined || caught.ends) ? end : undefined;
  }

  #stop(test: Expr, kinds: Kinds, failure: Failure, { m, fn, maybe, depth }: Frame, at: number): Happening {
    const words = [...within(test)].flatMap((e) => textOf(e) ?? []);
    return { h: 'stop', kinds, failure, m, at, name: fn?.name ?? '', words, maybe: maybe > 0, depth };
  }

  /** A call that does not come back. */
  #never(e: Expr, frame: Frame, before: number): Failure | undefined {
    const call = e.k === 'await' ? e.e : e;
    if (call.k !== 'call') return undefined;
    const path = pathOf(this.program.resolve(frame.m, frame.fn, call.f));
    const known = path === undefined ? undefined : NEVER.find(([pattern]) => pattern.test(path))?.[1];
    if (known !== undefined) return known;
    const last = this.happened.slice(before).findLast((one) => one.h === 'call' && one.path === 'never');
    return last === undefined ? undefined : { how: 'throws' };
  }

  #name(frame: Frame, name: string): Val {
    for (let at: Frame | undefined = frame; at !== undefined; at = at.around) {
      const own = at.locals.get(name);
      if (own !== undefined) return own;
    }
    const ref = this.program.resolve(frame.m, frame.fn, { k: 'id', n: name, at: 0 });
    return this.#ofRef(ref);
  }

  #ofRef(ref: Ref): Val {
    if (ref.r === 'fn') return { kinds: 0, call: { m: ref.m, fn: ref.fn, frame: undefined } };
    const path = pathOf(ref);
    if (path !== undefined && /^(?:process\.env|import\.meta\.env)\./.test(path)) return val(KIND.SECRET);
    // Configuration that is read from the environment: `config.webhookSecret`, `env.STRIPE_KEY`.
    if (ref.r === 'member' && /secret|api_?key|signing|token$/i.test(ref.p) && ref.of.r !== 'param')
      return val(KIND.SECRET);
    return path === undefined ? NOTHING : { kinds: 0, path };
  }

  eval(e: Expr, frame: Frame): Val {
    if (++this.#steps > MAX_STEPS) {
      this.spent = true;
      return NOTHING;
    }
    switch (e.k) {
      case 'id':
        return this.#name(frame, e.n);
      case 'mem':
        return this.#member(e, frame);
      case 'call':
        return this.#call(e, frame);
      case 'tpl': {
        const kinds = e.e.reduce((all, one) => all | this.eval(one, frame).kinds, 0);
        const touch = touchOfTemplate(e);
        if (touch !== undefined) return this.#touched(touch, frame, kinds, 0, false);
        return val(kinds);
      }
      case 'obj': {
        const props: Record<string, Val> = {};
        let kinds = 0;
        for (const { n, v } of e.props) {
          const value = this.eval(v, frame);
          kinds |= value.kinds & ~KIND.REQUEST;
          if (typeof n === 'string') props[n] = value;
          else if (n === undefined) Object.assign(props, value.props);
        }
        return { kinds, props };
      }
      case 'arr': {
        const items = e.e.flatMap((one) => {
          const value = this.eval(one, frame);
          return one.k === 'spread' && value.items !== undefined ? value.items : [value];
        });
        return { kinds: items.reduce((all, one) => all | (one.kinds & ~KIND.REQUEST), 0), items };
      }
      case 'seq':
      case 'other':
        return val(e.e.reduce((all, one) => all | this.eval(one, frame).kinds, 0));
      case 'fn': {
        const fn = frame.m.fns[e.id];
        return fn === undefined ? NOTHING : { kinds: 0, call: { m: frame.m, fn, frame } };
      }
      case 'await':
      case 'spread':
        return this.eval(e.e, frame);
      case 'un':
        return val(this.eval(e.e, frame).kinds);
      case 'bin':
        return this.#binary(e, frame);
      case 'cond': {
        const test = this.eval(e.t, frame).kinds;
        const [a, b] = [e.a, e.b].map((one) => this.#inside(frame, () => this.eval(one, frame)));
        return { ...(a ?? NOTHING), kinds: (a?.kinds ?? 0) | (b?.kinds ?? 0) | (test & KIND.PRINCIPAL) };
      }
      case 'assign': {
        const value = this.eval(e.r, frame);
        if ('k' in e.l) this.#assign(frame, e.l, value);
        else this.#bind(frame, e.l, value);
        return value;
      }
      case 'jsx': {
        for (const { v } of e.props) if (v.k !== 'fn') this.eval(v, frame);
        for (const one of e.c) this.eval(one, frame);
        return NOTHING;
      }
      case 'yield':
        return e.e === undefined ? NOTHING : this.eval(e.e, frame);
      default:
        return NOTHING;
    }
  }

  #member(e: Extract<Expr, { k: 'mem' }>, frame: Frame): Val {
    const path = e.o.k === 'mem' || e.o.k === 'id' ? pathOf(this.program.resolve(frame.m, frame.fn, e)) : undefined;
    if (path !== undefined && /^(?:process\.env|import\.meta\.env)\./.test(path)) return val(KIND.SECRET);
    const of = this.eval(e.o, frame);
    const p = typeof e.p === 'string' ? e.p : textOf(e.p);
    if (p === undefined) return val(of.kinds | (typeof e.p === 'string' ? 0 : this.eval(e.p, frame).kinds));
    const found = memberOf(of, p);
    if (found.kinds !== 0 || found.call !== undefined || found.props !== undefined) return found;
    return this.#ofRef(this.program.resolve(frame.m, frame.fn, e));
  }

  #binary(e: Extract<Expr, { k: 'bin' }>, frame: Frame): Val {
    const left = this.eval(e.l, frame);
    const isLogic = e.op === '&&' || e.op === '||' || e.op === '??';
    const right = isLogic ? this.#inside(frame, () => this.eval(e.r, frame)) : this.eval(e.r, frame);
    let kinds = left.kinds | right.kinds;
    if (/^[!=]==?$/.test(e.op)) {
      const meets = (a: number, b: number): boolean =>
        (has(left.kinds, a) && has(right.kinds, b)) || (has(right.kinds, a) && has(left.kinds, b));
      if (meets(KIND.PRINCIPAL, KIND.ROW | KIND.INPUT | KIND.OWN)) kinds |= KIND.OWNER;
      if (meets(KIND.SECRET, KIND.HEADER | KIND.INPUT)) kinds |= KIND.SHARED;
    }
    return isLogic ? { ...right, ...left, kinds } : val(kinds);
  }

  #call(e: Extract<Expr, { k: 'call' }>, frame: Frame): Val {
    const touch = touchOf(this.program, frame.m, frame.fn, e);
    if (touch !== undefined) {
      const kindsOf = (list: readonly Expr[]): Kinds =>
        list.reduce((all, one) => all | this.#flat(this.eval(one, frame)), 0);
      const where = kindsOf(touch.where);
      const data = kindsOf(touch.data);
      const rls = touch.by === 'supabase' && !isServiceClient(this.program, frame.m, frame.fn, e);
      return this.#touched(touch, frame, where, data, rls);
    }
    const args = e.a.map((one) => this.eval(one, frame));
    const callee = this.#callee(e, frame);
    if (callee.call !== undefined) {
      const { value, end } = this.run(callee.call, args, frame.depth + 1, frame.maybe);
      if (end.ends && end.failure?.how === 'throws')
        this.happened.push({
          h: 'call',
          path: 'never',
          kinds: 0,
          first: 0,
          e: undefined,
          m: frame.m,
          at: e.at,
          maybe: frame.maybe > 0,
        });
      const named = roleByName(e.f, args);
      return { ...value, kinds: value.kinds | named };
    }
    const ref = this.program.resolve(frame.m, frame.fn, e.f);
    const over = e.f.k === 'mem' ? this.eval(e.f.o, frame) : NOTHING;
    const path =
      pathOf(ref) ??
      (over.path !== undefined && e.f.k === 'mem' && typeof e.f.p === 'string' ? `${over.path}.${e.f.p}` : nameOf(e.f));
    const known = givenBy(path) | middlewareKinds(path);
    if (path === '@nestjs/graphql:GqlExecutionContext.create' || handsOutRequest(e, over)) return val(KIND.REQUEST);
    const inner = args.reduce((all, one) => all | this.#flat(one), 0);
    if (path !== '')
      this.happened.push({
        h: 'call',
        path,
        kinds: inner | known,
        first: args[0] === undefined ? 0 : this.#flat(args[0]),
        e: e.a[0],
        m: frame.m,
        at: e.at,
        maybe: frame.maybe > 0,
      });
    // Functions that are given to others are run by them: transactions, loops, wrappers.
    let given = 0;
    for (const one of args) {
      if (one.call === undefined) continue;
      const params = one.call.fn.params.map(() => val(over.kinds & ~KIND.REQUEST));
      given |= this.run(one.call, params, frame.depth + 1, frame.maybe + 1).value.kinds;
    }
    if (has(known, KIND.PRINCIPAL | KIND.VERIFIED | KIND.RATE)) return { kinds: known, path: `${path}()` };
    const method = e.f.k === 'mem' && typeof e.f.p === 'string' ? memberOf(over, e.f.p).kinds : over.kinds;
    const result = (inner & ~KIND.REQUEST) | (method & ~KIND.REQUEST) | known | given | roleByName(e.f, args);
    const wrapped = args.find((one) => one.call !== undefined)?.call;
    return {
      kinds: result,
      ...(wrapped === undefined || e.f.k === 'mem' ? {} : { call: wrapped }),
      ...(path.includes(':') || /^[a-z@]/.test(path) ? { path: `${path}()` } : {}),
    };
  }

  /** What an object carries in its members counts too. */
  #flat(value: Val, depth = 0): Kinds {
    if (value.props === undefined || depth > 4) return value.kinds;
    return Object.values(value.props).reduce(
      (all, one) => all | (this.#flat(one, depth + 1) & ~KIND.REQUEST),
      value.kinds,
    );
  }

  #touched(touch: Touch, frame: Frame, where: Kinds, data: Kinds, rls: boolean): Val {
    this.happened.push({ h: 'touch', touch, where, data, m: frame.m, maybe: frame.maybe > 0, rls });
    const own = has(where, KIND.PRINCIPAL | KIND.OWN) ? KIND.OWN : 0;
    // Looking up the user by who asks is finding out who asks.
    const self =
      own !== 0 && /^(?:users?|accounts?|profiles?|sessions?|members?|customers?|sellers?)$/i.test(touch.model)
        ? KIND.PRINCIPAL
        : 0;
    return val(KIND.ROW | own | self);
  }

  /** The function of the repository that a call means. */
  #callee(e: Extract<Expr, { k: 'call' }>, frame: Frame): Val {
    if (e.f.k === 'id') {
      const own = this.#name(frame, e.f.n);
      if (own.call !== undefined) return own;
    }
    if (e.f.k === 'fn') return this.eval(e.f, frame);
    if (e.f.k === 'mem' && typeof e.f.p === 'string' && e.f.o.k === 'id') {
      const member = memberOf(this.#name(frame, e.f.o.n), e.f.p);
      if (member.call !== undefined) return member;
    }
    const ref = this.program.resolve(frame.m, frame.fn, e.f);
    if (ref.r === 'fn') return { kinds: 0, call: { m: ref.m, fn: ref.fn, frame: undefined } };
    if (ref.r === 'class' && e.isNew === true) return NOTHING;
    const method =
      this.#method(ref) ??
      (ref.r === 'member' && pathOf(ref) === undefined ? this.program.onlyMethod(ref.p) : undefined);
    return method === undefined ? NOTHING : { kinds: 0, call: { ...method, frame: undefined } };
  }

  /** `this.orders.find(…)` where the constructor or a property says what `orders` is. */
  #method(ref: Ref): { m: Module; fn: Fn } | undefined {
    if (ref.r !== 'member') return undefined;
    const { of, p } = ref;
    if (of.r === 'member' && of.of.r === 'this' && of.of.c !== undefined) {
      const { m, c } = of.of;
      const construct = c.members.find(({ kind }) => kind === 'constructor')?.fn;
      const param = (construct === undefined ? undefined : m.fns[construct])?.params.find(
        ({ pat }) => pat.p === 'id' && pat.n === of.p,
      );
      const type = param?.type ?? c.members.find(({ name }) => name === of.p)?.type;
      return type === undefined ? undefined : this.#methodOf(m, type, p);
    }
    if (of.r === 'param' && of.type !== undefined) return this.#methodOf(of.m, of.type, p);
    if (of.r === 'result' && of.of.r === 'class') return this.#inClass(of.of, p);
    return undefined;
  }

  #methodOf(m: Module, type: string, name: string): { m: Module; fn: Fn } | undefined {
    const ref = this.program.resolve(m, undefined, { k: 'id', n: type, at: 0 });
    return ref.r === 'class' ? this.#inClass(ref, name) : undefined;
  }

  #inClass({ m, c }: Extract<Ref, { r: 'class' }>, name: string, depth = 0): { m: Module; fn: Fn } | undefined {
    const id = c.members.find((one) => one.name === name && one.fn !== undefined)?.fn;
    const fn = id === undefined ? undefined : m.fns[id];
    if (fn !== undefined) return { m, fn };
    const base = c.extends === undefined || depth > 4 ? undefined : this.program.resolve(m, undefined, c.extends);
    return base?.r === 'class' ? this.#inClass(base, name, depth + 1) : undefined;
  }
}

const isFailing = ({ failure, ends }: End, body: readonly Stmt[]): boolean =>
  failure !== undefined && (ends || (body.length === 1 && failure.how !== 'answers'));

/** NestJS has the request in a context: `context.switchToHttp().getRequest()`. */
const handsOutRequest = ({ f }: Extract<Expr, { k: 'call' }>, over: Val): boolean =>
  has(over.kinds, KIND.REQUEST) &&
  f.k === 'mem' &&
  typeof f.p === 'string' &&
  /^(?:switchTo(?:Http|Ws|Rpc)|getRequest|getContext|getClient|getHandshake)$/.test(f.p);

const isNext = (e: Expr): boolean => {
  const call = e.k === 'await' ? e.e : e;
  return call.k === 'call' && call.f.k === 'id' && call.f.n === 'next' && call.a.length === 0;
};

const nameOf = (e: Expr): string =>
  e.k === 'id'
    ? e.n
    : e.k === 'mem' && typeof e.p === 'string'
      ? `${nameOf(e.o)}.${e.p}`
      : e.k === 'call'
        ? `${nameOf(e.f)}()`
        : '';

const ROLE_NAME = /(?:role|admin|permission|ability|allowed|authori[sz]e|staff|moderator|^can[A-Z]|\.can$)/i;

/** `isAdmin(user)`, `hasPermission(user, …)`: what it is asked about is what who asks may do. */
const roleByName = (f: Expr, args: readonly Val[]): Kinds =>
  ROLE_NAME.test(nameOf(f)) && args.some(({ kinds }) => has(kinds, KIND.PRINCIPAL)) ? KIND.PRINCIPAL | KIND.ROLE : 0;
