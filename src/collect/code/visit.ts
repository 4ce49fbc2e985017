import type { Expr, Fn, Module, Pattern, Prop, Stmt } from './ir.ts';

type Call = Extract<Expr, { k: 'call' }>;
type Visit = (e: Expr) => void;

/** Gives each expression directly inside an expression. Bodies of functions and classes are not inside: they run at another time. */
const eachPart = (e: Expr, visit: Visit): void => {
  switch (e.k) {
    case 'mem':
      visit(e.o);
      if (typeof e.p !== 'string') visit(e.p);
      return;
    case 'call':
      visit(e.f);
      e.a.forEach(visit);
      return;
    case 'tpl':
      if (e.tag !== undefined) visit(e.tag);
      e.e.forEach(visit);
      return;
    case 'obj':
      eachOfProps(e.props, visit);
      return;
    case 'jsx':
      eachOfProps(e.props, visit);
      e.c.forEach(visit);
      return;
    case 'arr':
    case 'seq':
    case 'other':
      e.e.forEach(visit);
      return;
    case 'await':
    case 'un':
    case 'spread':
    case 'import':
      visit(e.e);
      return;
    case 'yield':
      if (e.e !== undefined) visit(e.e);
      return;
    case 'bin':
      visit(e.l);
      visit(e.r);
      return;
    case 'cond':
      visit(e.t);
      visit(e.a);
      visit(e.b);
      return;
    case 'assign':
      if ('k' in e.l) visit(e.l);
      visit(e.r);
      return;
    default:
  }
};

const eachOfProps = (props: readonly Prop[], visit: Visit): void => {
  for (const { n, v } of props) {
    if (typeof n === 'object') visit(n);
    visit(v);
  }
};

/** The expressions directly inside an expression. */
export const partsOf = (e: Expr): readonly Expr[] => {
  const parts: Expr[] = [];
  eachPart(e, (part) => void parts.push(part));
  return parts;
};

const defaultsIn = (pattern: Pattern): Expr[] => {
  switch (pattern.p) {
    case 'id':
      return pattern.d === undefined ? [] : [pattern.d];
    case 'obj':
      return [...(pattern.d === undefined ? [] : [pattern.d]), ...pattern.props.flatMap(({ v }) => defaultsIn(v))];
    case 'arr':
      return pattern.e.flatMap((one) => (one === null ? [] : defaultsIn(one)));
    case 'expr':
      return [pattern.e];
  }
};

/** The expressions that stand in a statement itself, not in those below it. */
export const exprsOf = (stmt: Stmt): readonly Expr[] => {
  switch (stmt.s) {
    case 'let':
      return [...(stmt.e === undefined ? [] : [stmt.e]), ...defaultsIn(stmt.pat)];
    case 'expr':
    case 'throw':
    case 'switch':
      return stmt.s === 'switch' ? [stmt.e, ...stmt.cases.flatMap(({ t }) => (t === undefined ? [] : [t]))] : [stmt.e];
    case 'if':
      return [stmt.t];
    case 'return':
    case 'loop':
      return stmt.e === undefined ? [] : [stmt.e];
    default:
      return [];
  }
};

/** The lists of statements below a statement. */
export const blocksOf = (stmt: Stmt): readonly (readonly Stmt[])[] => {
  switch (stmt.s) {
    case 'if':
      return stmt.b === undefined ? [stmt.a] : [stmt.a, stmt.b];
    case 'loop':
      return [stmt.b];
    case 'try':
      return [stmt.b, ...(stmt.c === undefined ? [] : [stmt.c]), ...(stmt.f === undefined ? [] : [stmt.f])];
    case 'switch':
      return stmt.cases.map(({ b }) => b);
    default:
      return [];
  }
};

/** Every expression of a body, outermost first, functions inside left out. */
export const expressionsIn = (body: readonly Stmt[]): readonly Expr[] => {
  const found: Expr[] = [];
  eachIn(body, (e) => void found.push(e));
  return found;
};

/** An expression and all inside it. */
export const within = (e: Expr): readonly Expr[] => {
  const found: Expr[] = [];
  eachWithin(e, (one) => void found.push(one));
  return found;
};

const eachIn = (body: readonly Stmt[], visit: Visit): void => {
  const inside = deep(visit);
  for (const stmt of body) {
    exprsOf(stmt).forEach(inside);
    for (const block of blocksOf(stmt)) eachIn(block, visit);
  }
};

const eachWithin = (e: Expr, visit: Visit): void => deep(visit)(e);

const deep = (visit: Visit): Visit => {
  const inside = (e: Expr): void => {
    visit(e);
    eachPart(e, inside);
  };
  return inside;
};

/** Every statement of a body, those in blocks too. */
export function* statementsIn(body: readonly Stmt[]): Generator<Stmt> {
  for (const stmt of body) {
    yield stmt;
    for (const block of blocksOf(stmt)) yield* statementsIn(block);
  }
}

/** An expression with the function that it stands in; undefined for what runs when the file is loaded. */
export interface Placed<E extends Expr = Expr> {
  e: E;
  fn: Fn | undefined;
}

/** Every expression of a file. */
export const expressionsOf = (module: Module): readonly Placed[] => {
  const found: Placed[] = [];
  eachOf(module, (e, fn) => void found.push({ e, fn }));
  return found;
};

/** Gives every expression of a file with the function that it stands in. */
export const eachOf = (module: Module, visit: (e: Expr, fn: Fn | undefined) => void): void => {
  const atTop = (e: Expr): void => visit(e, undefined);
  eachIn(module.body, atTop);
  // What stands in `export default …` is no statement.
  for (const { e } of module.exports) if (e !== undefined) eachWithin(e, atTop);
  for (const fn of module.fns) {
    const inFn = (e: Expr): void => visit(e, fn);
    for (const { pat } of fn.params) for (const d of defaultsIn(pat)) eachWithin(d, inFn);
    eachIn(fn.body, inFn);
  }
  // NestJS sets up its modules in decorators.
  for (const { decorators = [] } of module.classes) for (const { e } of decorators) eachWithin(e, atTop);
  for (const { members } of module.classes)
    for (const { value } of members) if (value !== undefined) eachWithin(value, atTop);
};

const calls = new WeakMap<Module, readonly Placed<Call>[]>();

/** Every call of a file: what most look for, so that it is looked for once. */
export const callsOf = (module: Module): readonly Placed<Call>[] => {
  const known = calls.get(module);
  if (known !== undefined) return known;
  const found: Placed<Call>[] = [];
  eachOf(module, (e, fn) => {
    if (e.k === 'call') found.push({ e, fn });
  });
  calls.set(module, found);
  return found;
};

/** The text of `a`, `'a'` or a template without expressions; undefined for what is not known before it runs. */
export const textOf = (e: Expr | undefined): string | undefined =>
  e?.k === 'lit' && typeof e.v === 'string'
    ? e.v
    : e?.k === 'tpl' && e.tag === undefined && e.e.length === 0
      ? e.texts.join('')
      : undefined;

/** The value of a member of an object that is written out. The last of several counts. */
export const propOf = (e: Expr | undefined, name: string): Expr | undefined =>
  e?.k === 'obj' ? e.props.findLast(({ n }) => n === name)?.v : undefined;
