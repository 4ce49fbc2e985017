import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { folderOf } from '../../program/resolve.ts';
import { appRoots, baseName, filesOf, optionIn, withoutEnding } from '../files/app-roots.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import { HTTP_METHODS } from '../files/method-switch.ts';
import { exportedNames, exportWritten } from '../files/written.ts';
import { constantText, joinPath } from '../path-text.ts';
import type { Extracted, RawEndpoint, Step, Unresolved } from '../raw.ts';
import { handleSteps } from './hooks.ts';
import { svelteKitPath } from './paths.ts';
import { isPrerendered } from './prerendered.ts';

const ROUTES = 'src/routes/';
const CONFIG = /^svelte\.config\.[cm]?[jt]s$/;
/** Functions that make what a page calls on the server. https://svelte.dev/docs/kit/remote-functions */
const REMOTE = new Set(['query', 'command', 'form', 'query.batch'].map((name) => `$app/server:${name}`));

type Add = (found: Omit<RawEndpoint, 'framework' | 'confidence' | 'unresolved'>) => void;

/** Endpoints of SvelteKit: `+server` files, what pages and layouts load on the server, form actions, remote functions. */
export const extractSvelteKit = (program: Program): Extracted => {
  const endpoints: RawEndpoint[] = [];
  const unresolved: Unresolved[] = [];
  const roots = appRoots(program, /^@sveltejs\/kit$/, CONFIG);
  for (const root of roots) {
    const files = filesOf(program, root, roots);
    const named = (pattern: RegExp): Module | undefined => [...files].find(([path]) => pattern.test(path))?.[1];
    const before = handleSteps(program, named(/^src\/hooks\.server(?:\/index)?\.[jt]s$/));
    const base = basePath(program, named(CONFIG), unresolved);
    const add: Add = (found) => {
      endpoints.push({
        framework: 'sveltekit',
        ...found,
        steps: [...before, ...found.steps],
        confidence: 'certain',
        unresolved: [],
      });
    };
    for (const [file, m] of files) {
      if (/\.remote\.[jt]s$/.test(file)) remote(program, m, add);
      if (!file.startsWith(ROUTES)) continue;
      const path = joinPath(base, svelteKitPath(folderOf(file.slice(ROUTES.length))));
      const kind = withoutEnding(baseName(file));
      const built = isPrerendered(program, files, file);
      if (kind === '+server' && !built) server(program, m, path, add);
      if ((kind === '+page.server' || kind === '+layout.server') && !built) load(program, m, path, add);
      if (kind === '+page.server') actions(program, m, path, add, unresolved);
    }
  }
  return { endpoints, unresolved };
};

const basePath = (program: Program, config: Module | undefined, unresolved: Unresolved[]): string => {
  const option = optionIn(config, 'base');
  if (config === undefined || option === undefined) return '';
  const base = constantText(program, config, undefined, option);
  if (base === undefined)
    unresolved.push({ what: 'the base path of the app is put together at run time', m: config, at: option.at });
  return base ?? '';
};

const server = (program: Program, m: Module, path: string, add: Add): void => {
  for (const [name, at] of exportedNames(program, m)) {
    const value = HTTP_METHODS.has(name) || name === 'fallback' ? exportWritten(program, m, name) : undefined;
    if (value === undefined) continue;
    const method = name === 'fallback' ? '*' : name;
    add({ kind: 'http', method, path, m, at, steps: handlerSteps(program, value) });
  }
};

const load = (program: Program, m: Module, path: string, add: Add): void => {
  const value = exportWritten(program, m, 'load');
  const at = exportedNames(program, m).get('load');
  if (value === undefined || at === undefined) return;
  add({ kind: 'page', method: 'GET', path, m, at, steps: handlerSteps(program, value) });
};

const actions = (program: Program, m: Module, path: string, add: Add, unresolved: Unresolved[]): void => {
  const value = exportWritten(program, m, 'actions');
  if (value === undefined) return;
  const open = (at: number): void => {
    unresolved.push({ what: `form actions of ${path} that are put together at run time`, m, at });
  };
  if (value.e.k !== 'obj') return open(value.e.at);
  for (const { n, v } of value.e.props) {
    if (typeof n !== 'string') open(v.at);
    else {
      const steps: Step[] = handlerSteps(program, { ...value, e: v });
      add({ kind: 'action', method: 'POST', path: n === 'default' ? path : `${path}?/${n}`, m, at: v.at, steps });
    }
  }
};

const remote = (program: Program, m: Module, add: Add): void => {
  for (const [name, at] of exportedNames(program, m)) {
    const value = exportWritten(program, m, name);
    if (value?.e.k !== 'call' || !REMOTE.has(pathOf(program.resolve(value.m, value.fn, value.e.f)) ?? '')) continue;
    const steps = handlerSteps(program, value, REMOTE);
    add({ kind: 'action', method: 'POST', path: `${m.path}#${name}`, m, at, steps });
  }
};
