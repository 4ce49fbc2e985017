import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { appRoots, baseName, filesOf, optionIn } from '../files/app-roots.ts';
import { constantText } from '../path-text.ts';
import type { Unresolved } from '../raw.ts';
import { readMiddleware, type Middleware } from './middleware.ts';

/** One Next.js app of the repository. */
export interface NextApp {
  /** Its folder; empty for that of the repository. */
  root: string;
  /** In front of every path; empty without one. */
  basePath: string;
  /** Files of the app router by their path in `app/`, and of the pages router by theirs in `pages/`. */
  app: ReadonlyMap<string, Module>;
  pages: ReadonlyMap<string, Module>;
  middleware: Middleware | undefined;
  unresolved: readonly Unresolved[];
}

export const NEXT_DEPENDENCY = /^next$/;
export const NEXT_CONFIG = /^next\.config\.[cm]?[jt]s$/;

export const nextApps = (program: Program): NextApp[] => {
  const roots = appRoots(program, NEXT_DEPENDENCY, NEXT_CONFIG);
  return roots.map((root) => readApp(program, root, filesOf(program, root, roots)));
};

const readApp = (program: Program, root: string, files: ReadonlyMap<string, Module>): NextApp => {
  const config = [...files].find(([path]) => NEXT_CONFIG.test(path))?.[1];
  const option = optionIn(config, 'basePath');
  const basePath = option === undefined ? '' : constantText(program, config!, undefined, option);
  const middlewareFile = ['', 'src/']
    .flatMap((folder) => ['proxy', 'middleware'].map((name) => `${folder}${name}`))
    .map((name) => [...files].find(([path]) => path.replace(/\.[cm]?[jt]sx?$/, '') === name)?.[1])
    .find((one) => one !== undefined);
  const middleware = middlewareFile === undefined ? undefined : readMiddleware(program, middlewareFile);
  const isOpen = config !== undefined && option !== undefined && basePath === undefined;
  return {
    root,
    basePath: basePath ?? '',
    app: below(files, 'app'),
    pages: below(files, 'pages'),
    middleware,
    unresolved: [
      ...(isOpen ? [{ what: 'the base path of the app is put together at run time', m: config, at: option.at }] : []),
      ...(middleware?.unresolved ?? []),
    ],
  };
};

/** `app/` where there is one, else `src/app/`: Next.js leaves the second alone when it finds the first. */
const below = (files: ReadonlyMap<string, Module>, folder: string): Map<string, Module> => {
  for (const head of [`${folder}/`, `src/${folder}/`]) {
    const found = [...files].filter(([path]) => path.startsWith(head));
    if (found.length > 0) return new Map(found.map(([path, module]) => [path.slice(head.length), module]));
  }
  return new Map();
};

/** `route` of `api/orders/route.ts`. */
export const fileKind = (path: string): string => baseName(path).replace(/\.[cm]?[jt]sx?$/, '');
