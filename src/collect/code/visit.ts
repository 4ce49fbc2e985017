import type { Expr, Fn, Module, Pattern, Prop, Stmt } from './ir.ts';

/** The expressions directly inside an expression. Bodies of functions and classes are not inside: they run at another time. */
export const partsOf = (e: Expr): readonly Expr[] => {
  switch (e.k) {
    case 'mem':
      return typeof e.p === 'string' ? [e.o] : [e.o, e.p];
    case 'call':
      return [e.f, ...e.a];
    case 'tpl':
      return e.tag === undefined ? e.e : [e.tag, ...e.e];
    case 'obj':
      return e.props.flatMap(partsOfProp);
    case 'jsx':
      return [...e.props.flatMap(partsOfProp), ...e.c];
    case 'arr':
    case 'seq':
    case 'other':
      return e.e;
    case 'await':
    case 'un':
    case 'spread':
    case 'import':
      return [e.e];
    case 'yield':
      return e.e === undefined ? [] : [e.e];
    case 'bin':
      return [e.l, e.r];
    case 'cond':
      return [e.t, e.a, e.b];
    case 'assign':
      return 'k' in e.l ? [e.l, e.r] : [e.r];
    default:
      return [];
  }
};

const partsOfProp = ({ n, v }: Prop): Expr[] => (typeof n === 'object' ? [n, v] : [v]);

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
export function* expressionsIn(body: readonly Stmt[]): Generator<Expr> {
  for (const stmt of body) {
    for (const e of exprsOf(stmt)) yield* within(e);
    for (const block of blocksOf(stmt)) yield* expressionsIn(block);
  }
}

/** An expression and all inside it. */
export function* within(e: Expr): Generator<Expr> {
  yield e;
  for (const part of partsOf(e)) yield* within(part);
}

/** Every statement of a body, those in blocks too. */
export function* statementsIn(body: readonly Stmt[]): Generator<Stmt> {
  for (const stmt of body) {
    yield stmt;
    for (const block of blocksOf(stmt)) yield* statementsIn(block);
  }
}

/** Every expression of a file with the function that it stands in; undefined for what runs when the file is loaded. */
export function* expressionsOf(module: Module): Generator<{ e: Expr; fn: Fn | undefined }> {
  for (const e of expressionsIn(module.body)) yield { e, fn: undefined };
  // What stands in `export default …` is no statement.
  for (const { e: exported } of module.exports)
    if (exported !== undefined) for (const e of within(exported)) yield { e, fn: undefined };
  for (const fn of module.fns) {
    for (const { pat } of fn.params) for (const d of defaultsIn(pat)) for (const e of within(d)) yield { e, fn };
    for (const e of expressionsIn(fn.body)) yield { e, fn };
  }
  // NestJS sets up its modules in decorators.
  for (const { decorators = [] } of module.classes)
    for (const { e: decorator } of decorators) for (const e of within(decorator)) yield { e, fn: undefined };
  for (const { members } of module.classes)
    for (const { value } of members) if (value !== undefined) for (const e of within(value)) yield { e, fn: undefined };
}

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
