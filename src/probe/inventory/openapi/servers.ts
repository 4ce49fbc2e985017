import { isTree, type Tree } from './read-text.ts';

export interface Base {
  origin: string;
  /** Without a slash at its end. */
  path: string;
}

export interface Servers {
  /** Undefined when all that are named are off the list. */
  base: Base | undefined;
  offList: readonly string[];
}

/** Servers of an OpenAPI 3 document, path or operation; undefined where none can be read. */
export const serversOf = (list: unknown, from: string, allowed: readonly string[]): Servers | undefined => {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const offList: string[] = [];
  for (const server of list.slice(0, 20)) {
    const text = isTree(server) && typeof server['url'] === 'string' ? filled(server['url'], server['variables']) : '';
    if (text === '' || !URL.canParse(text, from)) continue;
    const url = new URL(text, from);
    if (allowed.includes(url.origin)) return { base: { origin: url.origin, path: trimmed(url.pathname) }, offList };
    offList.push(url.origin + trimmed(url.pathname));
  }
  return offList.length === 0 ? undefined : { base: undefined, offList };
};

/** Host, schemes and base path of a Swagger 2 document. */
export const serversOf2 = ({ host, schemes, basePath }: Tree, from: string): unknown => {
  const path = typeof basePath === 'string' ? basePath : '/';
  if (typeof host !== 'string') return [{ url: path }];
  const named = Array.isArray(schemes) ? schemes.filter((scheme) => typeof scheme === 'string') : [];
  const all = named.length > 0 ? named : [new URL(from).protocol.slice(0, -1)];
  return all.slice(0, 4).map((scheme) => ({ url: `${scheme}://${host}${path.startsWith('/') ? path : `/${path}`}` }));
};

const filled = (url: string, variables: unknown): string =>
  url.slice(0, 2_000).replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => {
    const variable = isTree(variables) ? variables[name] : undefined;
    const value = isTree(variable)
      ? (variable['default'] ?? (variable['enum'] as unknown[] | undefined)?.[0])
      : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });

const trimmed = (path: string): string => path.replace(/\/+$/, '');
