import type { Expr, Fn, Module, Pattern, Stmt } from '../ir.ts';
import { blocksOf } from '../visit.ts';

/** What a name stands for where it is used. */
export type Binding =
  /** A part of a parameter: `{ params: { id } }` binds `id` to the path `params`, `id`. */
  | { b: 'param'; fn: Fn; index: number; path: readonly string[]; type?: string }
  /** A part of a value. Without one it is given later. `many`: an element of it, in a loop. */
  | { b: 'value'; e: Expr | undefined; path: readonly string[]; fn: Fn | undefined; many?: true; at: number }
  | { b: 'import'; from: string; name: string }
  | { b: 'caught' };

type Names = Map<string, Binding>;

const bind = (
  names: Names,
  pattern: Pattern,
  path: readonly string[],
  make: (path: readonly string[], type?: string) => Binding,
): void => {
  switch (pattern.p) {
    case 'id':
      // What is declared first wins: a second `var` or a block's own name would hide it only there.
      if (!names.has(pattern.n)) names.set(pattern.n, make(path, pattern.type));
      return;
    case 'obj':
      for (const { n, v } of pattern.props) bind(names, v, [...path, n], make);
      if (pattern.rest !== undefined) names.set(pattern.rest, make([...path, '...']));
      return;
    case 'arr':
      for (const [index, one] of pattern.e.entries())
        if (one !== null) bind(names, one, [...path, String(index)], make);
      if (pattern.rest !== undefined) names.set(pattern.rest, make([...path, '...']));
      return;
    case 'expr':
  }
};

const declare = (names: Names, body: readonly Stmt[], fn: Fn | undefined): void => {
  for (const stmt of body) {
    if (stmt.s === 'let') bind(names, stmt.pat, [], (path) => ({ b: 'value', e: stmt.e, path, fn, at: stmt.at }));
    if (stmt.s === 'loop' && stmt.pat !== undefined)
      bind(names, stmt.pat, [], (path) => ({ b: 'value', e: stmt.e, path, fn, many: true, at: stmt.at }));
    if (stmt.s === 'try' && stmt.name !== undefined) bind(names, stmt.name, [], () => ({ b: 'caught' }));
    for (const block of blocksOf(stmt)) declare(names, block, fn);
  }
};

const scopes = new WeakMap<Module | Fn, Names>();

const moduleScope = (module: Module): Names => {
  const known = scopes.get(module);
  if (known !== undefined) return known;
  const names: Names = new Map();
  for (const { local, from, name } of module.imports)
    if (local !== undefined && name !== undefined) names.set(local, { b: 'import', from, name });
  declare(names, module.body, undefined);
  scopes.set(module, names);
  return names;
};

const fnScope = (fn: Fn): Names => {
  const known = scopes.get(fn);
  if (known !== undefined) return known;
  const names: Names = new Map();
  for (const [index, param] of fn.params.entries())
    bind(names, param.pat, [], (path, type) => {
      const word = type ?? (path.length === 0 ? param.type : undefined);
      return { b: 'param', fn, index, path, ...(word === undefined ? {} : { type: word }) };
    });
  declare(names, fn.body, fn);
  scopes.set(fn, names);
  return names;
};

/** What a name means in a function, or at the top of a file. Undefined for globals. */
export const bindingOf = (module: Module, fn: Fn | undefined, name: string): Binding | undefined => {
  for (let at = fn; at !== undefined; at = at.parent === undefined ? undefined : module.fns[at.parent]) {
    const found = fnScope(at).get(name);
    if (found !== undefined) return found;
  }
  return moduleScope(module).get(name);
};
