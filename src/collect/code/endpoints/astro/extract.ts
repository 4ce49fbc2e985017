import type { Expr, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { propOf } from '../../visit.ts';
import { appRoots, filesOf, optionIn, withoutEnding } from '../files/app-roots.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import { HTTP_METHODS } from '../files/method-switch.ts';
import { exportedNames, exportWritten, written, type Written } from '../files/written.ts';
import { constantText, joinPath } from '../path-text.ts';
import type { Extracted, RawEndpoint, Step, Unresolved } from '../raw.ts';
import { astroPath } from './paths.ts';

const CONFIG = /^astro\.config\.[cm]?[jt]s$/;
const PAGES = 'src/pages/';
const SEQUENCE = /^astro(?::|\/)?middleware:sequence$/;
const DEFINES: ReadonlySet<string> = new Set([
  'astro:middleware:defineMiddleware',
  'astro/middleware:defineMiddleware',
]);

/** Endpoints of Astro: files of `src/pages` that are no pages, and actions, behind `src/middleware`. */
export const extractAstro = (program: Program): Extracted => {
  const endpoints: RawEndpoint[] = [];
  const unresolved: Unresolved[] = [];
  const roots = appRoots(program, /^astro$/, CONFIG);
  for (const root of roots) {
    const files = filesOf(program, root, roots);
    const named = (pattern: RegExp): Module | undefined => [...files].find(([path]) => pattern.test(path))?.[1];
    const config = named(CONFIG);
    const onRequest = named(/^src\/middleware(?:\/index)?\.[jt]s$/);
    const before =
      onRequest === undefined ? [] : middlewareSteps(program, exportWritten(program, onRequest, 'onRequest'));
    const option = optionIn(config, 'base');
    const base = option === undefined ? '' : constantText(program, config!, undefined, option);
    if (config !== undefined && option !== undefined && base === undefined)
      unresolved.push({ what: 'the base path of the app is put together at run time', m: config, at: option.at });
    const output = constantText(program, config ?? [...files.values()][0]!, undefined, optionIn(config, 'output'));
    for (const [file, m] of files) {
      const path = file.startsWith(PAGES) ? astroPath(withoutEnding(file.slice(PAGES.length))) : undefined;
      if (path === undefined || isBuilt(program, m, output)) continue;
      endpoints.push(...verbs(program, m, joinPath(base ?? '', path), before));
    }
    const actions = named(/^src\/actions(?:\/index)?\.[jt]s$/);
    const served = actions === undefined ? undefined : exportWritten(program, actions, 'server');
    if (served !== undefined) endpoints.push(...actionsIn(program, served, `${base ?? ''}/_actions/`, before, 4));
  }
  return { endpoints, unresolved };
};

/** Made when the site is built: everything but what says otherwise, unless the site is a server. */
const isBuilt = (program: Program, m: Module, output: string | undefined): boolean => {
  const said = exportWritten(program, m, 'prerender')?.e;
  if (said?.k === 'lit' && typeof said.v === 'boolean') return said.v;
  return said === undefined && output !== 'server';
};

const endpoint = (found: Omit<RawEndpoint, 'framework' | 'confidence' | 'unresolved'>): RawEndpoint => ({
  framework: 'astro',
  ...found,
  confidence: 'certain',
  unresolved: [],
});

const verbs = (program: Program, m: Module, path: string, before: readonly Step[]): RawEndpoint[] =>
  [...exportedNames(program, m)].flatMap(([name, at]) => {
    // Before Astro 3 they were written small, and `del` for DELETE.
    const method = /^(?:all|ALL)$/.test(name) ? '*' : name === 'del' ? 'DELETE' : name.toUpperCase();
    const isVerb = name === name.toLowerCase() || name === name.toUpperCase();
    const value = isVerb && (method === '*' || HTTP_METHODS.has(method)) ? exportWritten(program, m, name) : undefined;
    if (value === undefined) return [];
    return [endpoint({ kind: 'http', method, path, m, at, steps: [...before, ...handlerSteps(program, value)] })];
  });

/** `onRequest`, and in a sequence each of its parts. https://docs.astro.build/en/guides/middleware/ */
const middlewareSteps = (program: Program, place: Written | undefined, depth = 8): Step[] => {
  if (place === undefined) return [];
  const at = written(program, place);
  const made = at.e.k === 'call' ? (pathOf(program.resolve(at.m, at.fn, at.e.f)) ?? '') : '';
  if (at.e.k === 'call' && depth > 0 && SEQUENCE.test(made))
    return at.e.a.flatMap((e) => middlewareSteps(program, { ...at, e: e.k === 'spread' ? e.e : e }, depth - 1));
  return handlerSteps(program, at, DEFINES).map((step) => ({ ...step, by: 'middleware' }));
};

/** `defineAction({ handler })`, in objects by their names: a POST to `/_actions/cart.add`. https://docs.astro.build/en/guides/actions/ */
const actionsIn = (
  program: Program,
  place: Written,
  path: string,
  before: readonly Step[],
  depth: number,
): RawEndpoint[] => {
  const at = written(program, place);
  if (at.e.k === 'obj' && depth > 0)
    return at.e.props.flatMap(({ n, v }) => {
      const e: Expr = v;
      if (n === undefined) return actionsIn(program, { ...at, e }, path, before, depth - 1);
      const next = path.endsWith('/') ? path : `${path}.`;
      return typeof n === 'string' ? actionsIn(program, { ...at, e }, `${next}${n}`, before, depth - 1) : [];
    });
  if (at.e.k !== 'call') return [];
  const held = propOf(at.e.a[0], 'handler');
  if (held === undefined) return [];
  const steps = [...before, ...handlerSteps(program, { ...at, e: held })];
  return [endpoint({ kind: 'action', method: 'POST', path, m: at.m, at: at.e.at, steps })];
};
