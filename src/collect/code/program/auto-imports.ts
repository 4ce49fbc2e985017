import type { Module } from '../ir.ts';
import type { Package } from './packages.ts';
import { folderOf } from './resolve.ts';

const NITRO = /^(?:nuxt|nuxt-nightly|nitropack|nitro)$/;
/** Folders whose exports Nuxt and Nitro give to all code of the server. https://nuxt.com/docs/4.x/guide/directory-structure/server */
const GIVEN = /^((?:.+\/)?)(?:server|shared)\/utils\//;
const LAYER = /^(?:(.+)\/)?layers\/[^/]+$/;

export interface AutoImport {
  m: Module;
  /** As it is exported there. */
  name: string;
}

/** Finds what a name means that a file of a Nuxt or Nitro server uses without importing it. Nothing in all other code. */
export const createAutoImports = (
  modules: ReadonlyMap<string, Module>,
  packages: readonly Package[],
): ((from: Module, name: string) => AutoImport | undefined) => {
  const roots = packages
    .filter(({ dependencies }) => Object.keys(dependencies).some((one) => NITRO.test(one)))
    .map(({ folder }) => folder)
    .toSorted((a, b) => b.length - a.length);
  if (roots.length === 0) return () => undefined;
  const rootOf = (path: string): string | undefined => {
    const found = roots.find((root) => root === '' || path.startsWith(`${root}/`));
    // A layer with a manifest of its own is a part of the app that it lies in.
    const outer = found === undefined ? undefined : LAYER.exec(found);
    return outer !== null && outer !== undefined && roots.includes(outer[1] ?? '') ? (outer[1] ?? '') : found;
  };
  const known = new Map<string, AutoImport>();
  for (const [path, m] of modules) {
    const root = GIVEN.test(path) ? rootOf(path) : undefined;
    if (root === undefined) continue;
    for (const { name } of m.exports) {
      const given = name === 'default' ? path.slice(folderOf(path).length + 1).replace(/\.\w+$/, '') : name;
      const key = `${root}\0${given}`;
      if (name !== '*' && !known.has(key)) known.set(key, { m, name });
    }
  }
  return (from, name) => {
    if (!/(?:^|\/)(?:server|shared|api|routes|middleware)\//.test(from.path)) return undefined;
    const root = rootOf(from.path);
    return root === undefined ? undefined : known.get(`${root}\0${name}`);
  };
};
