import { hasControl } from '../draft.ts';
import { templatize, type Templated } from '../template.ts';
import { isPlural, nameOfOne } from '../words.ts';
import { HOLE } from './evaluate.ts';

export interface CalledUrl {
  origin: string;
  templated: Templated;
  query: [name: string, value: string][];
}

export type UrlResult = CalledUrl | { offList: string } | undefined;

const FILE =
  /\.(?:m?js|css|map|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|mp[34]|webm|wasm|html?|txt|md|tsx?|vue|svelte)$/i;
const PATH_CHARS = /^[\w\-./~%:@!$&'()*+,;=\u0001\u0002[\]]*$/;

/** A URL as code builds it, with holes: where it goes, and its template. `from` is where a relative one starts. */
export const urlOfText = (text: string, from: string, origins: readonly string[], base?: string): UrlResult => {
  let address = text.trim();
  if (base !== undefined && !/^(?:[a-z]+:)?\/\//i.test(address))
    address = `${base.replace(/\/+$/, '')}/${address.replace(/^\/+/, '')}`;
  // What is put in front is where the API lives; unknown, it is this origin.
  address = address.replace(/^(?:\u0001\w*\u0002)+(?=\/)/, '').replace(/^\.\/?(?=\/|[a-z])/i, '/');
  let origin = new URL(from).origin;
  const absolute = /^(?:(?:https?|wss?):)?\/\/([^/?#]+)/i.exec(address);
  if (absolute !== null) {
    const host = absolute[1] ?? '';
    if (host.includes('\u0001')) address = address.slice(absolute[0].length) || '/';
    else {
      const whole = address.startsWith('//') ? new URL(from).protocol + address : address.replace(/^ws/i, 'http');
      const url = URL.canParse(whole.replaceAll(HOLE, 'x')) ? new URL(whole.replaceAll(HOLE, 'x')) : undefined;
      if (url === undefined) return undefined;
      if (!origins.includes(url.origin)) return { offList: url.origin };
      ({ origin } = url);
      address = address.slice(absolute[0].length) || '/';
    }
  }
  if (!address.startsWith('/') || address.startsWith('//') || address.includes('\\')) return undefined;
  const [rest = ''] = address.split('#', 1);
  const at = rest.indexOf('?');
  const path = (at === -1 ? rest : rest.slice(0, at)).replace(/(?<=.)\/+$/, '').replaceAll(/\/{2,}/g, '/');
  if (!PATH_CHARS.test(path) || FILE.test(path)) return undefined;
  const named = nameHoles(path);
  // Nothing but parameters is an address that only the run knows.
  if (named !== undefined && named !== '/' && /^(?:\/\{\w+\})*$/.test(named)) return undefined;
  if (named === undefined || hasControl(named)) return undefined;
  return { origin, templated: templatize(named), query: at === -1 ? [] : queryOf(rest.slice(at + 1)) };
};

const queryOf = (text: string): [string, string][] =>
  [...new URLSearchParams(text.slice(0, 2_000))]
    .map(([name, value]): [string, string] => [name.replaceAll(HOLE, ''), value.search(HOLE) === -1 ? value : ''])
    .filter(([name]) => /^[\w.[\]$-]+$/.test(name));

/** `/orders/<e>/items` → `/orders/{orderId}/items`: by its own name when that says something, or by the collection's. */
const nameHoles = (path: string): string | undefined => {
  const out: string[] = [];
  const taken = new Set<string>();
  for (const segment of path.split('/')) {
    if (segment.search(HOLE) === -1) {
      out.push(segment.replaceAll(/^:([A-Za-z]\w*)$/g, '{$1}'));
      continue;
    }
    const own = [...segment.matchAll(HOLE)]
      .map(([, name]) => name ?? '')
      .find((name) => /^[a-z]\w*(?:id|slug|key|code|uuid|name|token)$/i.test(name) && name.length > 2);
    const before = out.at(-1) ?? '';
    const fallback = /^[a-z][\w-]*$/i.test(before) && isPlural(before) ? `${nameOfOne(before)}Id` : 'id';
    const base = own ?? fallback;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
    taken.add(name);
    // A hole that is only a part of a segment is often a query or nothing: `/orders${query}`.
    const literal = segment.replaceAll(HOLE, '');
    if (literal === '') out.push(`{${name}}`);
    else if (/^\w[\w-]*\u0001\w*\u0002$/.test(segment)) out.push(literal);
    else out.push(segment.replace(HOLE, `{${name}}`).replaceAll(HOLE, ''));
  }
  return out.join('/');
};
