import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { bindingOf, type Binding } from '../../program/scope.ts';
import { statementsIn, textOf } from '../../visit.ts';
import { handedTo } from '../handed-to.ts';
import { isOwn, isPiece, isText } from './names.ts';
import { usagesOf } from './usages.ts';

export interface Here {
  program: Program;
  m: Module;
  fn: Fn | undefined;
  /** A parameter that is followed by its name: whatever comes out of it counts. */
  followed?: string;
  /** The text is made of an object that functions put together. */
  isJson?: boolean;
}

/** Renderers of Markdown that let tags through. */
const RENDERS =
  /^(?:marked(?::marked)?(?:[.:]parse(?:Inline)?)?|marked:parse(?:Inline)?|snarkdown|showdown:Converter\(\)\.makeHtml|markdown-it\(\)\.render(?:Inline)?)$/;
const PASSES =
  /^(?:toString|trim|slice|substring|substr|join|concat|replace|replaceAll|at|filter|reverse|valueOf|padStart|padEnd|split)$/;
const MAX_STEPS = 14;

/**
 * What of somebody’s words stands in a text as it is, by the name that the code gives it: `listing.description`. Undefined for texts of the app, for
 * what any function was made of that is not known to leave tags alone, and for what is not known. `between`: pasted between other texts.
 */
export const dataIn = (here: Here, e: Expr, between = false, steps = MAX_STEPS): string | undefined => {
  if (steps <= 0) return undefined;
  const sub = (one: Expr, pasted = between): string | undefined => dataIn(here, one, pasted, steps - 1);
  switch (e.k) {
    case 'tpl':
      return e.tag === undefined ? first(e.e, (one) => sub(one, between || hasText(e.texts))) : undefined;
    case 'bin':
      return e.op === '+'
        ? (sub(e.l, true) ?? sub(e.r, true))
        : e.op === '&&'
          ? sub(e.r)
          : e.op === '||' || e.op === '??'
            ? (sub(e.l) ?? sub(e.r))
            : undefined;
    case 'cond':
      return sub(e.a) ?? sub(e.b);
    case 'await':
    case 'spread':
      return sub(e.e);
    case 'arr':
      return first(e.e, (one) => sub(one));
    case 'obj':
      return first(e.props, ({ v }) => sub(v, true));
    case 'assign':
      return sub(e.r);
    case 'id':
      return ofName(here, e.n, between, steps);
    case 'mem':
      return ofMember(here, e, between);
    case 'call':
      return ofCall(here, e, between, steps);
    default:
      return undefined;
  }
};

const hasText = (texts: readonly string[]): boolean => texts.some((one) => one.trim() !== '');

const first = <T>(list: readonly T[], find: (one: T) => string | undefined): string | undefined => {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
};

const ofName = (here: Here, name: string, between: boolean, steps: number): string | undefined => {
  if (name === here.followed) return name;
  const binding = bindingOf(here.m, here.fn, name);
  if (binding?.b === 'param' && binding.index === 0 && binding.path.length === 1)
    return ofUsages(here, binding.fn, binding.path[0] ?? '', between, steps);
  if (binding?.b !== 'value' || binding.e === undefined) return undefined;
  const inside = { ...here, fn: binding.fn };
  const [member, ...more] = binding.path;
  if (member === undefined) return binding.many === true ? undefined : dataIn(inside, binding.e, between, steps - 1);
  // `const { title } = item`
  if (more.length > 0 || !isData(inside, binding.e)) return undefined;
  return isNamed(member, between) ? `${shown(binding.e)}.${member}` : undefined;
};

/** What a component is given where it is used: `<Html text={comment.body} />`. */
const ofUsages = (here: Here, component: Fn, prop: string, between: boolean, steps: number): string | undefined =>
  /^[A-Z]/.test(component.name ?? '')
    ? first(usagesOf(here.program, component), ({ m, fn, e }) => {
        const given = e.props.find(({ n }) => n === prop)?.v;
        return given === undefined ? undefined : dataIn({ ...here, m, fn }, given, between, steps - 3);
      })
    : undefined;

const isNamed = (name: string, between: boolean): boolean => (between ? isPiece(name) : isText(name));

const ofMember = (here: Here, e: Extract<Expr, { k: 'mem' }>, between: boolean): string | undefined => {
  const name = typeof e.p === 'string' ? e.p : (textOf(e.p) ?? '');
  // `content['en']`
  const named = isNamed(name, between)
    ? e
    : e.o.k === 'mem' && typeof e.o.p === 'string' && isNamed(e.o.p, between) && /^[a-z]{2}(?:-\w+)?$/i.test(name)
      ? e.o
      : undefined;
  if (isAsked(e)) return shown(e);
  return named !== undefined && isData(here, named.o) ? shown(named) : undefined;
};

/** `req.query.q`, `location.hash`: whoever makes the link chooses it. */
const isAsked = (e: Expr): boolean =>
  e.k === 'mem' &&
  ((e.o.k === 'mem' &&
    typeof e.o.p === 'string' &&
    /^(?:query|params|body)$/.test(e.o.p) &&
    e.o.o.k === 'id' &&
    /^(?:req|request)$/.test(e.o.o.n)) ||
    (typeof e.p === 'string' && /^(?:hash|search|href)$/.test(e.p) && /(?:^|\.)location$/.test(shown(e.o))));

/** A thing whose members are not written in the code: a row, an answer, what a component is given. */
const isData = (here: Here, e: Expr): boolean => {
  const name = e.k === 'mem' ? (typeof e.p === 'string' ? e.p : '') : e.k === 'id' ? e.n : '';
  if (e.k === 'await' || e.k === 'bin') return isData(here, e.k === 'await' ? e.e : e.l);
  if (name === '' || isOwn(name)) return false;
  const root = rootOf(e);
  if (root === undefined || (isOwn(root) && root !== 'props' && root !== 'this')) return false;
  const { program, m, fn } = here;
  if (isWritten(program, m, fn, { k: 'id', n: root, at: 0 })) return false;
  const binding = bindingOf(m, fn, root);
  switch (binding?.b) {
    case 'import':
    case 'caught':
      return false;
    case 'param':
      return !isWrittenList(program, m, binding);
    case 'value':
      return (
        binding.e !== undefined &&
        !(binding.many === true && isWritten(program, m, binding.fn, binding.e)) &&
        !isWrittenValue(program, m, binding)
      );
    // Names of a template’s loop.
    default:
      return !/^(?:window|document|globalThis|process|console|Math|JSON)$/.test(root);
  }
};

const isWritten = (program: Program, m: Module, fn: Fn | undefined, e: Expr): boolean => {
  const { r } = program.resolve(m, fn, e);
  return r === 'value' || r === 'module' || r === 'package' || r === 'class' || r === 'fn';
};

const isWrittenValue = (program: Program, m: Module, { fn, e }: Extract<Binding, { b: 'value' }>): boolean => {
  // `SCOPES.find(…)`, `Object.values(LABELS)`
  const call = e?.k === 'await' ? e.e : e;
  if (call?.k === 'mem') return isWritten(program, m, fn, call.o);
  if (call?.k !== 'call' || call.f.k !== 'mem') return false;
  return (
    (isWritten(program, m, fn, call.f.o) && program.resolve(m, fn, call.f.o).r === 'value') ||
    call.a.some((one) => one.k === 'id' && program.resolve(m, fn, one).r === 'value')
  );
};

/** The parameter of a function that a list of the code is gone through with: `STEPS.map((step) => …)`. */
const isWrittenList = (program: Program, m: Module, { fn }: Extract<Binding, { b: 'param' }>): boolean => {
  if (fn.parent === undefined && fn.name !== undefined) return false;
  const handed = handedTo(m, fn.id);
  if (handed?.call.f.k !== 'mem') return false;
  const list = listOf(handed.call.f.o);
  return isWritten(program, m, handed.fn, list) || (list.k === 'id' && isOwn(list.n));
};

/** `LIST` of `LIST.filter(…).slice(0, 3)` and of `Object.entries(LIST)`. */
const listOf = (e: Expr): Expr => {
  if (e.k !== 'call') return e;
  const [given] = e.a;
  if (e.f.k === 'mem' && e.f.o.k === 'id' && e.f.o.n === 'Object' && given !== undefined) return given;
  return e.f.k === 'mem' ? listOf(e.f.o) : given === undefined ? e : listOf(given);
};

const rootOf = (e: Expr): string | undefined =>
  e.k === 'id' ? e.n : e.k === 'mem' ? rootOf(e.o) : e.k === 'this' ? 'this' : e.k === 'bin' ? rootOf(e.l) : undefined;

const shown = (e: Expr): string =>
  e.k === 'id'
    ? e.n
    : e.k === 'mem'
      ? `${shown(e.o)}.${typeof e.p === 'string' ? e.p : '…'}`
      : e.k === 'this'
        ? 'this'
        : e.k === 'await' || e.k === 'bin'
          ? '…'
          : e.k === 'call'
            ? `${shown(e.f)}()`
            : '…';

const ofCall = (here: Here, e: Extract<Expr, { k: 'call' }>, between: boolean, steps: number): string | undefined => {
  const { program, m, fn } = here;
  const [given] = e.a;
  const path = pathOf(program.resolve(m, fn, e.f)) ?? '';
  if (RENDERS.test(path))
    return given === undefined || (path.startsWith('markdown-it') && !isHtmlOn(program, here, e))
      ? undefined
      : dataIn(here, given, between, steps - 1);
  if (e.f.k === 'id' && e.f.n === 'String' && given !== undefined) return dataIn(here, given, between, steps - 1);
  if (e.f.k === 'mem' && typeof e.f.p === 'string') {
    if (e.f.p === 'get' && /searchParams(?:\(\))?$/i.test(shown(e.f.o))) return shown(e);
    if (e.f.p === 'map' && given?.k === 'fn')
      return ofFunction({ ...here, fn: m.fns[given.id] }, m.fns[given.id], between, steps);
    if (PASSES.test(e.f.p)) return escapes(e) ? undefined : dataIn(here, e.f.o, between, steps - 1);
  }
  const own = program.resolve(m, fn, e.f);
  if (here.isJson === true && own.r === 'fn') return first(e.a, (one) => dataIn(here, one, true, steps - 1));
  const param = own.r === 'fn' ? own.fn.params[0]?.pat : undefined;
  if (own.r !== 'fn' || param?.p !== 'id' || given === undefined) return undefined;
  const inside = { program, m: own.m, fn: own.fn, followed: param.n };
  return ofFunction(inside, own.fn, between, steps) === param.n ? dataIn(here, given, between, steps - 1) : undefined;
};

/** What a function gives back. */
const ofFunction = (here: Here, fn: Fn | undefined, between: boolean, steps: number): string | undefined =>
  fn === undefined
    ? undefined
    : first([...statementsIn(fn.body)], (one) =>
        one.s === 'return' && one.e !== undefined ? dataIn(here, one.e, between, steps - 2) : undefined,
      );

/** `.replace(/</g, '&lt;')` */
const escapes = ({ a }: Extract<Expr, { k: 'call' }>): boolean =>
  a.some((one) => (one.k === 'regex' && one.v.includes('<')) || /&lt;|&amp;|\\u003c|^<$/i.test(textOf(one) ?? '')) ||
  a[1]?.k === 'fn' ||
  a[1]?.k === 'id';

const isHtmlOn = (program: Program, { m, fn }: Here, e: Extract<Expr, { k: 'call' }>): boolean => {
  const made = e.f.k === 'mem' ? program.resolve(m, fn, e.f.o) : undefined;
  const options = made?.r === 'result' ? made.e.a[0] : undefined;
  return options?.k === 'obj' && options.props.some(({ n, v }) => n === 'html' && v.k === 'lit' && v.v === true);
};
