/**
 * Source code as the audit looks at it: statements and expressions without types, comments and what only draws. Plain and serialisable, so that it
 * can be kept by the hash of its file; several times smaller than a syntax tree. `at` is a line, from 1.
 */

export type Expr =
  | { k: 'id'; n: string; at: number }
  /** `o.p`, `o[p]`, `o?.p`. */
  | { k: 'mem'; o: Expr; p: string | Expr; at: number }
  | { k: 'call'; f: Expr; a: readonly Expr[]; at: number; isNew?: true; end: number }
  | { k: 'lit'; v: string | number | boolean | null; at: number }
  /** A template: texts and expressions in turn, a text first. `tag` for tagged ones. */
  | { k: 'tpl'; texts: readonly string[]; e: readonly Expr[]; tag?: Expr; at: number }
  | { k: 'obj'; props: readonly Prop[]; at: number }
  | { k: 'arr'; e: readonly Expr[]; at: number }
  /** A function expression or declaration: index into `Module.fns`. */
  | { k: 'fn'; id: number; at: number }
  /** Index into `Module.classes`. */
  | { k: 'class'; id: number; at: number }
  | { k: 'await'; e: Expr; at: number }
  | { k: 'yield'; e?: Expr; at: number }
  /** Arithmetic, comparison and logic: `===`, `&&`, `??`, `in`, `instanceof`. */
  | { k: 'bin'; op: string; l: Expr; r: Expr; at: number }
  /** `!`, `typeof`, `delete`, `++` … */
  | { k: 'un'; op: string; e: Expr; at: number }
  | { k: 'cond'; t: Expr; a: Expr; b: Expr; at: number }
  | { k: 'assign'; op: string; l: Expr | Pattern; r: Expr; at: number }
  | { k: 'spread'; e: Expr; at: number }
  | { k: 'seq'; e: readonly Expr[]; at: number }
  | { k: 'regex'; v: string; at: number }
  | { k: 'jsx'; n: string; props: readonly Prop[]; c: readonly Expr[]; at: number }
  /** `import('…')`, `this`, `super`, `import.meta`, and whatever tells the audit nothing. */
  | { k: 'import'; e: Expr; at: number }
  | { k: 'this'; at: number }
  | { k: 'other'; e: readonly Expr[]; at: number };

/** A member of an object or an attribute. `n` undefined for a spread. */
export interface Prop {
  n?: string | Expr;
  v: Expr;
}

export type Pattern =
  | { p: 'id'; n: string; d?: Expr; type?: string }
  | { p: 'obj'; props: readonly { n: string; v: Pattern }[]; rest?: string; d?: Expr; type?: string }
  | { p: 'arr'; e: readonly (Pattern | null)[]; rest?: string; d?: Expr }
  /** Into a member of something: `[a.b] = …`. */
  | { p: 'expr'; e: Expr };

export type Stmt =
  | { s: 'let'; kind: 'const' | 'let' | 'var'; pat: Pattern; e?: Expr; at: number }
  | { s: 'expr'; e: Expr; at: number }
  | { s: 'if'; t: Expr; a: readonly Stmt[]; b?: readonly Stmt[]; at: number }
  | { s: 'return'; e?: Expr; at: number }
  | { s: 'throw'; e: Expr; at: number }
  | { s: 'loop'; pat?: Pattern; e?: Expr; b: readonly Stmt[]; at: number }
  | { s: 'try'; b: readonly Stmt[]; name?: Pattern; c?: readonly Stmt[]; f?: readonly Stmt[]; at: number }
  | { s: 'switch'; e: Expr; cases: readonly { t?: Expr; b: readonly Stmt[] }[]; at: number }
  | { s: 'jump'; kind: 'break' | 'continue'; at: number };

export interface Decorator {
  /** `Get(':id')` is a call, `Public` an identifier. */
  e: Expr;
  at: number;
}

export interface Param {
  pat: Pattern;
  /** Name of its type, where it is one word: `OrdersService`. */
  type?: string;
  decorators?: readonly Decorator[];
}

export interface Fn {
  id: number;
  /** Its own or that of the variable, member or method that holds it. */
  name?: string;
  params: readonly Param[];
  body: readonly Stmt[];
  async: boolean;
  at: number;
  end: number;
  /** The function around it. */
  parent?: number;
  /** `use server`. */
  directives?: readonly string[];
  /** The class whose method it is. */
  of?: number;
}

export interface Member {
  name: string;
  kind: 'method' | 'get' | 'set' | 'constructor' | 'property';
  static: boolean;
  fn?: number;
  value?: Expr;
  /** Name of a property's type. */
  type?: string;
  decorators?: readonly Decorator[];
  at: number;
}

export interface Class {
  id: number;
  name?: string;
  extends?: Expr;
  members: readonly Member[];
  decorators?: readonly Decorator[];
  at: number;
}

export interface Import {
  from: string;
  /** Local name; undefined for an import for its effects. */
  local?: string;
  /** Exported name there, `default`, or `*` for the whole. */
  name?: string;
  typeOnly?: true;
  at: number;
}

export interface Export {
  /** As others import it; `*` for all of another module. */
  name: string;
  /** The local name behind it. */
  local?: string;
  /** What stands there, for `export default …`. */
  e?: Expr;
  /** Re-exported from another module, under that name there. */
  from?: string;
  of?: string;
  at: number;
}

/** One file. */
export interface Module {
  /** Relative to the repository, with `/`. */
  path: string;
  imports: readonly Import[];
  exports: readonly Export[];
  /** What runs when it is loaded; functions are expressions in it. */
  body: readonly Stmt[];
  fns: readonly Fn[];
  classes: readonly Class[];
  directives: readonly string[];
  lines: number;
  /** Errors were found in it, and what stands behind them may be missing. */
  partial?: string;
}
