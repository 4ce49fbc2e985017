import type { CodeCoverage, CodePattern, Endpoint } from '../../model/evidence/code.ts';
import { analyse } from './analysis/analyse.ts';
import type { Happening } from './analysis/events.ts';
import { appsWithLimiters, limitInFront } from './limits-in-front.ts';
import { extractEndpoints } from './endpoints/registry.ts';
import { markupInTemplates } from './patterns/markup/markup.ts';
import { findPatterns } from './patterns/registry.ts';
import type { Loaded } from './program/load-program.ts';

export interface CodeRead {
  endpoints: readonly Endpoint[];
  patterns: readonly CodePattern[];
  coverage: CodeCoverage;
}

const MOST_TOLD = 200;
const LONGEST_REASON = 300;

/** The first of them; the last says how many more there are. */
const told = (partial: CodeCoverage['partial']): CodeCoverage['partial'] => {
  const first = partial
    .slice(0, MOST_TOLD)
    .map(({ path, reason }) => ({ path, reason: reason.slice(0, LONGEST_REASON) }));
  const [next] = partial.slice(MOST_TOLD);
  const rest = partial.length - MOST_TOLD;
  return next === undefined ? first : [...first, { path: next.path, reason: `this and ${rest - 1} others` }];
};

/** Endpoints of a program with their guards and accesses, and how far it was understood. */
export const readCode = ({ program, unread, templates = [] }: Loaded): CodeRead => {
  const { endpoints: raw, unresolved } = extractEndpoints(program);
  const analysed = raw.map((one) => analyse(program, one));
  const apps = new Set(analysed.map(({ endpoint }) => endpoint.app));
  const endpoints = withIds(
    analysed.map(({ endpoint }) => endpoint),
    apps.size > 1,
  );
  const frameworks: Record<string, number> = {};
  for (const { framework } of endpoints) frameworks[framework] = (frameworks[framework] ?? 0) + 1;
  const modules = [...program.modules.values()];
  const limited = limitInFront(program.configs);
  const limiters = appsWithLimiters(program);
  return {
    endpoints,
    patterns: [...findPatterns(program), ...markupInTemplates(program, templates)],
    coverage: {
      files: modules.length,
      lines: modules.reduce((sum, { lines }) => sum + lines, 0),
      partial: told([
        ...unread,
        ...modules.flatMap(({ path, partial }) => (partial === undefined ? [] : [{ path, reason: partial }])),
      ]),
      frameworks,
      ...(limited === undefined ? {} : { limited }),
      ...(limiters.length === 0 ? {} : { limiters }),
      stores: [...new Set(endpoints.flatMap(({ accesses }) => accesses.map(({ by }) => by)))].toSorted(),
      authModel: modelOf(
        endpoints,
        analysed.flatMap(({ happened }) => happened),
      ),
      unresolved: unresolved.slice(0, MOST_TOLD).map(({ what, m, at }) => ({ what, at: { path: m.path, line: at } })),
    },
  };
};

/** Several may answer one request, as a page and the layouts around it do: those after the first are told by their file, and by their line. */
const withIds = (endpoints: readonly Omit<Endpoint, 'id'>[], many: boolean): Endpoint[] => {
  const taken = new Set<string>();
  return endpoints.map((endpoint) => {
    const plain = idOf(endpoint, many);
    const { path, line } = endpoint.at;
    const id = [plain, `${plain} (${path})`, `${plain} (${path}:${line})`].find((one) => !taken.has(one)) ?? plain;
    taken.add(id);
    return { id, ...endpoint };
  });
};

const idOf = ({ app, method, path }: Omit<Endpoint, 'id'>, many: boolean): string =>
  `${many && app !== '' ? `${app} ` : ''}${method} ${path}`;

const modelOf = (endpoints: readonly Endpoint[], happened: readonly Happening[]): CodeCoverage['authModel'] => {
  if (
    endpoints.some(({ guards }) => guards.some(({ kind }) => kind === 'session' || kind === 'role' || kind === 'owner'))
  )
    return 'recognised';
  return happened.some(({ h }) => h === 'touch') ? 'not recognised' : 'not needed';
};
