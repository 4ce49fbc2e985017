import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { extname, join } from 'node:path';

/** An answer of the shop before the edge has put anything on it. */
export interface SiteAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface Headers {
  everywhere: Record<string, string>;
  pages: Record<string, string>;
  marketing: Record<string, string>;
  api: Record<string, string>;
  assets: Record<string, string>;
  session: string;
  /** Of the login page, where it differs from other pages. */
  login?: Record<string, string>;
  /** The account answers to whatever stands behind its path. */
  anyEnding?: string;
  /** Which origins may read answers of the API with the visitor's cookies: a regular expression. */
  origins: string;
  /** Where links lead that name the whole address; left out: the host that the request names. */
  address?: string;
  /** `/a/` leads to `/a`. */
  cutsSlashes?: boolean;
}

export type HostKind = 'shop' | 'api' | 'assets' | 'wall' | 'mta-sts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};
const JSON_TYPE = { 'content-type': 'application/json' };

export const headersIn = (folder: string): Headers =>
  JSON.parse(readFileSync(join(folder, 'headers.json'), 'utf8')) as Headers;

/** The light shop: the pages of the folder, a few answers of its API, a sign-in wall. */
export const makeSite = (folder: string) => {
  const read = (name: string): string => readFileSync(join(folder, 'site', name), 'utf8');
  const headers = headersIn(folder);
  const files = new Set(readdirSync(join(folder, 'site/assets')));
  const answer = (
    status: number,
    kind: Record<string, string>,
    body: string,
    more: Record<string, string> = {},
  ): SiteAnswer => {
    const nonce = randomBytes(16).toString('base64');
    const filled = Object.entries({ ...headers.everywhere, ...kind, ...more }).map(([name, value]) => [
      name,
      value.replaceAll('{nonce}', nonce),
    ]);
    return {
      status,
      headers: Object.fromEntries(filled) as Record<string, string>,
      body: body.replaceAll('{nonce}', nonce),
    };
  };
  const notFound = ({ forwarded }: Asked): SiteAnswer =>
    answer(
      404,
      { ...headers.pages, ...HTML },
      read('404.html').replaceAll('{address}', headers.address ?? `https://${forwarded}`),
    );
  const asset = (asked: Asked): SiteAnswer => {
    const name = /^\/assets\/([\w.-]+)$/.exec(asked.path)?.[1];
    if (name === undefined || !files.has(name)) return notFound(asked);
    return answer(
      200,
      { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream', ...headers.assets },
      read(join('assets', name)),
    );
  };
  const api = (asked: Asked): SiteAnswer => {
    const given = apiAnswer(asked);
    if (!new RegExp(headers.origins).test(asked.origin)) return given;
    const leave = { 'access-control-allow-origin': asked.origin, 'access-control-allow-credentials': 'true' };
    return { ...given, headers: { ...given.headers, ...leave, vary: 'origin' } };
  };
  const apiAnswer = ({ method, path }: Asked): SiteAnswer => {
    if (path.endsWith('/listings'))
      return answer(200, { ...headers.api, ...JSON_TYPE }, '{"listings":[{"title":"Blue bowl"}]}');
    if (path.includes('/webhooks/'))
      return method === 'POST'
        ? answer(400, { ...headers.api, ...JSON_TYPE }, '{"error":"signature"}')
        : answer(405, { ...headers.api, ...JSON_TYPE, allow: 'POST' }, '{"error":"method"}');
    if (/\/(?:me|orders)$/.test(path)) return answer(401, { ...headers.api, ...JSON_TYPE }, '{"error":"log in"}');
    return answer(404, { ...headers.api, ...JSON_TYPE }, '{"error":"not found"}');
  };
  const shop = (asked: Asked): SiteAnswer => {
    const { path } = asked;
    if (headers.cutsSlashes === true && path !== '/' && path.endsWith('/'))
      return answer(308, headers.pages, '', { location: path.slice(0, -1) });
    const marketing = ({ '/': 'index.html', '/about': 'about.html' } as Record<string, string>)[path];
    if (marketing !== undefined) return answer(200, { ...headers.marketing, ...HTML }, read(marketing));
    if (path === '/listings') return answer(200, { ...headers.pages, ...HTML }, read('listings.html'));
    if (path === '/login')
      return answer(200, { ...headers.pages, ...headers.login, ...HTML }, read('login.html'), {
        'set-cookie': headers.session.replace('{value}', randomBytes(12).toString('hex')),
      });
    if (headers.anyEnding !== undefined && /^\/account\/.+\.\w+$/.test(path))
      return answer(200, HTML, read('login.html'));
    if (path === '/account' || path.startsWith('/account/'))
      return answer(303, headers.pages, '', { location: '/login' });
    if (path === '/robots.txt')
      return answer(200, { ...headers.marketing, 'content-type': 'text/plain' }, read('robots.txt'));
    if (path === '/sitemap.xml')
      return answer(200, { ...headers.marketing, 'content-type': 'application/xml' }, read('sitemap.xml'));
    if (path === '/.well-known/security.txt')
      return answer(
        200,
        { ...headers.marketing, 'content-type': 'text/plain' },
        'Contact: mailto:security@bazaar.test\nExpires: 2030-01-01T00:00:00Z\n',
      );
    if (path.startsWith('/assets/')) return asset(asked);
    if (path.startsWith('/api/') || path.startsWith('/webhooks/')) return api(asked);
    return notFound(asked);
  };
  const KINDS: Readonly<Record<HostKind, (asked: Asked) => SiteAnswer>> = {
    shop,
    api,
    assets: asset,
    wall: () =>
      answer(401, { ...headers.pages, ...HTML }, '<!doctype html><title>Sign in</title>', {
        'x-robots-tag': 'noindex',
        'www-authenticate': 'Bearer',
      }),
    'mta-sts': (asked) =>
      asked.path === '/.well-known/mta-sts.txt'
        ? answer(200, { ...headers.marketing, 'content-type': 'text/plain' }, read('mta-sts.txt'))
        : notFound(asked),
  };
  return (kind: HostKind, request: IncomingMessage): SiteAnswer => {
    const { host = '', origin = '', 'x-forwarded-host': forwarded = host } = request.headers;
    return KINDS[kind]({
      method: request.method ?? 'GET',
      path: (request.url ?? '/').replace(/[?#].*$/s, ''),
      origin,
      forwarded: String(forwarded),
    });
  };
};

interface Asked {
  method: string;
  path: string;
  /** Empty where none is named. */
  origin: string;
  /** The host that the request says it was for. */
  forwarded: string;
}
