import type { Expr, Fn, Module } from '../ir.ts';
import { eachOf, textOf } from '../visit.ts';
import { createAutoImports } from './auto-imports.ts';
import { exportsOf } from './exports.ts';
import { Memo } from './memo.ts';
import { packageName } from './package-name.ts';
import type { Package } from './packages.ts';
import { UNKNOWN, type Ref } from './ref.ts';
import { bindingOf } from './scope.ts';

const MAX_STEPS = 24;

/** All files of a repository that were read, and what names in them mean. */
export class Program {
  readonly modules: ReadonlyMap<string, Module>;
  readonly packages: readonly Package[];
  /** Text of the few files besides source that say how it is served, by path. */
  readonly configs: ReadonlyMap<string, string>;
  readonly #find: (from: string, specifier: string) => string | undefined;
  readonly #given: ReturnType<typeof createAutoImports>;
  readonly #resolved = new Map<Module, Map<string, Module | null>>();
  readonly #memo = new Memo();
  readonly #exports = this.#memo.table();
  readonly #names = this.#memo.table();
  readonly #members = this.#memo.table();

  constructor(
    modules: ReadonlyMap<string, Module>,
    packages: readonly Package[],
    find: (from: string, specifier: string) => string | undefined,
    configs: ReadonlyMap<string, string> = new Map(),
  ) {
    this.configs = configs;
    this.modules = modules;
    this.packages = packages;
    this.#find = find;
    this.#given = createAutoImports(modules, packages);
  }

  /** The file that an import means; undefined for a package or what is not there. */
  moduleFor(from: Module, specifier: string): Module | undefined {
    const known = this.#resolved.get(from) ?? new Map<string, Module | null>();
    const before = known.get(specifier);
    if (before !== undefined) return before ?? undefined;
    if (known.size === 0) this.#resolved.set(from, known);
    const path = this.#find(from.path, specifier);
    const found = path === undefined ? undefined : this.modules.get(path);
    known.set(specifier, found ?? null);
    return found;
  }

  /** The package that a file belongs to: the nearest folder with a manifest. */
  packageOf(path: string): Package | undefined {
    return this.packages
      .filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
      .toSorted((a, b) => b.folder.length - a.folder.length)[0];
  }

  /** What a module exports under a name. */
  exported(module: Module, name: string): Ref {
    return (
      this.#exports.get(module, name) ??
      this.#memo.find(this.#exports, module, name, () => this.#export(module, name, MAX_STEPS))
    );
  }

  #export(module: Module, name: string, steps: number): Ref {
    const { named, stars, commonJs, whole } = exportsOf(module);
    const own = named.get(name);
    if (own !== undefined) {
      if (own.from !== undefined) return this.#imported(module, own.from, own.of ?? name);
      if (own.e !== undefined) return this.resolve(module, undefined, own.e, steps - 1);
      return this.#named(module, undefined, own.local ?? name);
    }
    for (const from of stars) {
      const found = this.#imported(module, from, name);
      if (found.r !== 'unknown' && found.r !== 'package') return found;
    }
    const member = commonJs.get(name);
    if (member !== undefined) return this.resolve(module, undefined, member, steps - 1);
    if (whole === undefined) return UNKNOWN;
    const value = this.resolve(module, undefined, whole, steps - 1);
    return name === 'default' || name === '*' ? value : this.#member(value, name, steps - 1);
  }

  #imported(from: Module, specifier: string, name: string): Ref {
    const module = this.moduleFor(from, specifier);
    if (module === undefined)
      return specifier.startsWith('.') ? UNKNOWN : { r: 'package', from: packageName(specifier), name };
    return name === '*' ? { r: 'module', m: module } : this.exported(module, name);
  }

  #named(module: Module, fn: Fn | undefined, name: string): Ref {
    return (
      this.#names.get(fn ?? module, name) ??
      this.#memo.find(this.#names, fn ?? module, name, () => this.#name(module, fn, name, MAX_STEPS))
    );
  }

  #name(module: Module, fn: Fn | undefined, name: string, steps: number): Ref {
    const binding = bindingOf(module, fn, name);
    if (binding === undefined) {
      const given = this.#given(module, name);
      return given === undefined ? { r: 'global', name } : this.exported(given.m, given.name);
    }
    switch (binding.b) {
      case 'import':
        return this.#imported(module, binding.from, binding.name);
      case 'param': {
        const { type } = binding;
        const param: Ref = {
          r: 'param',
          m: module,
          fn: binding.fn,
          index: binding.index,
          ...(type === undefined ? {} : { type }),
        };
        return binding.path.reduce<Ref>((of, p) => ({ r: 'member', of, p }), param);
      }
      case 'value': {
        if (binding.e === undefined || binding.many === true) return UNKNOWN;
        const value = this.resolve(module, binding.fn, binding.e, steps - 1);
        return binding.path.reduce<Ref>((of, p) => this.#member(of, p, steps - 1), value);
      }
      case 'caught':
        return UNKNOWN;
    }
  }

  /** A member of what is known. */
  #member(of: Ref, p: string, steps: number): Ref {
    if (steps <= 0) return UNKNOWN;
    if (of.r === 'module') return this.exported(of.m, p);
    if (of.r === 'value' && (of.e.k === 'obj' || of.e.k === 'arr'))
      return (
        this.#members.get(of.e, p) ?? this.#memo.find(this.#members, of.e, p, () => this.#memberOf(of, p, MAX_STEPS))
      );
    return this.#memberOf(of, p, steps);
  }

  #memberOf(of: Ref, p: string, steps: number): Ref {
    if (of.r === 'value' && of.e.k === 'obj') {
      const found = of.e.props.findLast(({ n }) => n === p)?.v;
      if (found !== undefined) return this.resolve(of.m, of.fn, found, steps - 1);
      for (const { n, v } of of.e.props.toReversed()) {
        if (n !== undefined) continue;
        const spread = this.#member(this.resolve(of.m, of.fn, v, steps - 1), p, steps - 1);
        if (spread.r !== 'member' && spread.r !== 'unknown') return spread;
      }
    }
    if (of.r === 'value' && of.e.k === 'arr' && /^\d+$/.test(p)) {
      const found = of.e.e[Number(p)];
      if (found !== undefined) return this.resolve(of.m, of.fn, found, steps - 1);
    }
    if (of.r === 'class' || of.r === 'this') {
      const found = of.c?.members.find(({ name, static: isStatic }) => name === p && isStatic === (of.r === 'class'));
      if (found?.fn !== undefined) {
        const fn = of.m.fns[found.fn];
        if (fn !== undefined) return { r: 'fn', m: of.m, fn };
      }
      if (found?.value !== undefined) return this.resolve(of.m, undefined, found.value, steps - 1);
    }
    return { r: 'member', of, p };
  }

  /**
   * The function that is the only one of its name among all methods and members of the repository: what `context.payments.readEvent` means where
   * `context` is an interface. Undefined for several, and for names so short that a library has them too.
   */
  onlyMethod(name: string): { m: Module; fn: Fn } | undefined {
    this.#methods ??= this.#allMethods();
    return name.length < 6 ? undefined : this.#methods.get(name);
  }

  #methods: Map<string, { m: Module; fn: Fn } | undefined> | undefined;

  #allMethods(): Map<string, { m: Module; fn: Fn } | undefined> {
    const found = new Map<string, { m: Module; fn: Fn } | undefined>();
    const add = (name: string, m: Module, id: number): void => {
      const fn = m.fns[id];
      found.set(name, found.has(name) || fn === undefined ? undefined : { m, fn });
    };
    for (const m of this.modules.values()) {
      for (const { members } of m.classes) for (const { name, fn } of members) if (fn !== undefined) add(name, m, fn);
      eachOf(m, (e) => {
        if (e.k !== 'obj') return;
        for (const { n, v } of e.props) if (typeof n === 'string' && v.k === 'fn') add(n, m, v.id);
      });
    }
    return found;
  }

  /** What an expression comes to. */
  resolve(module: Module, fn: Fn | undefined, e: Expr, steps = MAX_STEPS): Ref {
    if (steps <= 0) return UNKNOWN;
    switch (e.k) {
      case 'id':
        return this.#named(module, fn, e.n);
      case 'mem': {
        const of = this.resolve(module, fn, e.o, steps - 1);
        const p = typeof e.p === 'string' ? e.p : textOf(e.p);
        return p === undefined ? UNKNOWN : this.#member(of, p, steps - 1);
      }
      case 'fn': {
        const found = module.fns[e.id];
        return found === undefined ? UNKNOWN : { r: 'fn', m: module, fn: found };
      }
      case 'class': {
        const found = module.classes[e.id];
        return found === undefined ? UNKNOWN : { r: 'class', m: module, c: found };
      }
      case 'await':
        return this.resolve(module, fn, e.e, steps - 1);
      case 'call': {
        const required = e.f.k === 'id' && e.f.n === 'require' ? textOf(e.a[0]) : undefined;
        if (required !== undefined) return this.#required(module, required, steps - 1);
        return { r: 'result', of: this.resolve(module, fn, e.f, steps - 1), m: module, fn, e };
      }
      case 'import': {
        const specifier = textOf(e.e);
        return specifier === undefined ? UNKNOWN : this.#imported(module, specifier, '*');
      }
      case 'this': {
        const of = fn?.of ?? this.#around(module, fn)?.of;
        return { r: 'this', m: module, c: of === undefined ? undefined : module.classes[of] };
      }
      case 'lit':
      case 'tpl':
      case 'obj':
      case 'arr':
      case 'regex':
        return { r: 'value', m: module, fn, e };
      // `a ?? b`, `a || b`: what is known of either.
      case 'bin': {
        if (e.op !== '??' && e.op !== '||') return UNKNOWN;
        const left = this.resolve(module, fn, e.l, steps - 1);
        return left.r === 'unknown' || left.r === 'global' ? this.resolve(module, fn, e.r, steps - 1) : left;
      }
      case 'assign':
        return this.resolve(module, fn, e.r, steps - 1);
      default:
        return UNKNOWN;
    }
  }

  #around(module: Module, fn: Fn | undefined): Fn | undefined {
    for (let at = fn; at !== undefined; at = at.parent === undefined ? undefined : module.fns[at.parent])
      if (at.of !== undefined) return at;
    return undefined;
  }

  #required(module: Module, specifier: string, steps: number): Ref {
    const found = this.moduleFor(module, specifier);
    if (found === undefined)
      return specifier.startsWith('.') ? UNKNOWN : { r: 'package', from: packageName(specifier), name: '*' };
    const { whole } = exportsOf(found);
    const value = whole === undefined ? UNKNOWN : this.resolve(found, undefined, whole, steps - 1);
    return value.r === 'unknown' ? { r: 'module', m: found } : value;
  }
}
