import type { CodeCoverage, CodeGuard, Endpoint } from '../../model/evidence/code.ts';

const MOST_GUARDS = 4;

/** Who gets in: in the order of strength. */
const WORDS: readonly (readonly [kinds: readonly CodeGuard['kind'][], word: string])[] = [
  [['role'], 'role'],
  [['owner', 'tenant'], 'owner'],
  [['session'], 'login'],
  [['signature'], 'signature'],
  [['shared-secret', 'capability'], 'secret'],
];

/** `login, owner`; `open` for what asks nobody who they are. */
export const whoGetsIn = ({ guards }: Pick<Endpoint, 'guards'>): string => {
  const words = WORDS.flatMap(([kinds, word]) => {
    const own = guards.filter(({ kind }) => kinds.includes(kind));
    return own.length === 0 ? [] : [own.some(({ certain }) => certain) ? word : `${word}?`];
  });
  return words.length === 0 ? 'open' : words.join(', ');
};

const byPlace = (a: Endpoint, b: Endpoint): number =>
  a.app.localeCompare(b.app) || a.path.localeCompare(b.path) || a.method.localeCompare(b.method);

const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�');

/** The map of a repository's endpoints for a terminal: one line each, then what stayed open. */
export const renderRoutes = (endpoints: readonly Endpoint[], coverage: CodeCoverage): string => {
  if (endpoints.length === 0) {
    const files = coverage.files.toLocaleString('en-US');
    return `No endpoint was found in ${files} source files.${openPoints(coverage)}`;
  }
  const rows = endpoints.toSorted(byPlace).map((one) => ({
    method: one.method,
    path: printable(one.path),
    who: whoGetsIn(one),
    at: `${printable(one.at.path)}:${one.at.line}`,
    app: one.app,
  }));
  const width = (of: (row: (typeof rows)[number]) => string, most: number): number =>
    Math.min(most, Math.max(...rows.map((row) => of(row).length)));
  const [method, path, who] = [
    width((row) => row.method, 8),
    width((row) => row.path, 48),
    width((row) => row.who, 18),
  ];
  const groups = [...Map.groupBy(rows, (row) => row.app)].map(([app, list]) =>
    [
      ...(app === '' ? [] : [`${printable(app)}/`]),
      ...list.map((row) => `${row.method.padEnd(method)} ${row.path.padEnd(path)}  ${row.who.padEnd(who)}  ${row.at}`),
    ].join('\n'),
  );
  const open = endpoints.filter((one) => whoGetsIn(one) === 'open').length;
  const counts = Object.entries(coverage.frameworks).map(([name, count]) => `${name} ${count}`);
  return [
    groups.join('\n\n'),
    '',
    `${endpoints.length} endpoints (${counts.join(', ')}), ${open} of them open. “?” means known by its name only.${openPoints(coverage)}`,
  ].join('\n');
};

const MOST_OPEN = 10;

const openPoints = ({ unresolved, partial }: CodeCoverage): string => {
  const lines = [
    ...unresolved.map(({ what, at }) => `  ${printable(at.path)}:${at.line}  ${what}`),
    ...partial.map(({ path, reason }) => `  ${printable(path)}  ${printable(reason)}`),
  ];
  if (lines.length === 0) return '';
  const more = lines.length > MOST_OPEN ? `\n  and ${lines.length - MOST_OPEN} more` : '';
  return `\n\nNot made out:\n${lines.slice(0, MOST_OPEN).join('\n')}${more}`;
};

/** The same as data. */
export const renderRoutesJson = (endpoints: readonly Endpoint[], coverage: CodeCoverage): string =>
  JSON.stringify({ endpoints: endpoints.toSorted(byPlace), coverage }, null, 2);

/** An OpenAPI 3.1 description of what was found: paths, methods, parameters, who gets in. */
export const renderRoutesOpenApi = (endpoints: readonly Endpoint[], title: string): string => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of endpoints.toSorted(byPlace)) {
    if (one.kind !== 'http' && one.kind !== 'function' && one.kind !== 'page') continue;
    const methods = one.method === '*' ? ['get', 'post', 'put', 'patch', 'delete'] : [one.method.toLowerCase()];
    for (const method of methods) {
      const path = (paths[one.path] ??= {});
      path[method] ??= operationOf(one);
    }
  }
  const securitySchemes = { login: { type: 'http', scheme: 'bearer' } };
  return JSON.stringify(
    { openapi: '3.1.0', info: { title, version: '0' }, paths, components: { securitySchemes } },
    null,
    2,
  );
};

const operationOf = (one: Endpoint): Record<string, unknown> => {
  const names = [...one.path.matchAll(/\{([^{}]{1,80})\}/g)].map(([, name = '']) => name);
  const asksWho = one.guards.some(({ kind }) => kind === 'session' || kind === 'role' || kind === 'owner');
  return {
    ...(names.length === 0
      ? {}
      : {
          parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        }),
    security: asksWho ? [{ login: [] }] : [],
    'x-source': `${one.at.path}:${one.at.line}`,
    'x-guards': one.guards.slice(0, MOST_GUARDS).map(({ kind, name }) => `${kind} ${name}`),
    responses: { default: { description: 'Not told by the code.' } },
  };
};
