import type { Expr, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { folderOf } from '../../program/resolve.ts';
import { expressionsOf } from '../../visit.ts';

const ENDING = /\.[cm]?[jt]sx?$/;

/** The folders in which apps of a framework lie: packages that depend on it, and folders with its config file. Deepest first. */
export const appRoots = (program: Program, dependency: RegExp, config: RegExp): string[] => {
  const roots = new Set<string>();
  for (const { folder, dependencies } of program.packages)
    if (Object.keys(dependencies).some((name) => dependency.test(name))) roots.add(folder);
  for (const path of program.modules.keys()) if (config.test(baseName(path))) roots.add(folderOf(path));
  return [...roots].toSorted((a, b) => b.length - a.length);
};

/** Files of an app by their path in it, those of apps further down left out. */
export const filesOf = (program: Program, root: string, roots: readonly string[]): Map<string, Module> => {
  const below = roots.filter((one) => one !== root && isIn(one, root));
  const files = new Map<string, Module>();
  for (const [path, module] of program.modules)
    if (isIn(path, root) && !below.some((one) => isIn(path, one)))
      files.set(root === '' ? path : path.slice(root.length + 1), module);
  return files;
};

const isIn = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const withoutEnding = (path: string): string => path.replace(ENDING, '');

/** A member of some object in a config file: however it is wrapped, it is written there once. Undefined when it is not, or switched on or off only. */
export const optionIn = (config: Module | undefined, name: string): Expr | undefined => {
  if (config === undefined) return undefined;
  for (const { e } of expressionsOf(config)) {
    if (e.k !== 'obj') continue;
    const found = e.props.findLast(({ n }) => n === name)?.v;
    if (found !== undefined && !(found.k === 'lit' && typeof found.v === 'boolean')) return found;
  }
  return undefined;
};
