import type { Export, Expr, Module } from '../ir.ts';

/** What a file gives to others, ready to be asked by name. */
export interface Exports {
  named: ReadonlyMap<string, Export>;
  /** Modules of which it gives on everything. */
  stars: readonly string[];
  /** `exports.x = …`, `module.exports.x = …` */
  commonJs: ReadonlyMap<string, Expr>;
  /** `module.exports = …`, the last one. */
  whole: Expr | undefined;
}

const known = new WeakMap<Module, Exports>();

export const exportsOf = (module: Module): Exports => {
  const before = known.get(module);
  if (before !== undefined) return before;
  const named = new Map<string, Export>();
  // The first of a name counts.
  for (const one of module.exports) if (!named.has(one.name)) named.set(one.name, one);
  const stars = module.exports.flatMap(({ name, from }) => (name === '*' && from !== undefined ? [from] : []));
  const exports = { named, stars, ...commonJsOf(module) };
  known.set(module, exports);
  return exports;
};

const commonJsOf = ({ body }: Module): Pick<Exports, 'commonJs' | 'whole'> => {
  const commonJs = new Map<string, Expr>();
  let whole: Expr | undefined;
  for (const stmt of body) {
    if (stmt.s !== 'expr' || stmt.e.k !== 'assign' || !('k' in stmt.e.l) || stmt.e.l.k !== 'mem') continue;
    const { o, p } = stmt.e.l;
    const isModule = o.k === 'id' && o.n === 'module' && p === 'exports';
    const isExports =
      (o.k === 'id' && o.n === 'exports') ||
      (o.k === 'mem' && o.p === 'exports' && o.o.k === 'id' && o.o.n === 'module');
    if (isModule) whole = stmt.e.r;
    else if (isExports && typeof p === 'string' && !commonJs.has(p)) commonJs.set(p, stmt.e.r);
  }
  return { commonJs, whole };
};
