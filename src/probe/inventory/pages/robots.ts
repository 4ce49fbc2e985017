import type { Send } from '../../contract/send.ts';
import { draftOf, type Draft } from '../draft.ts';
import { unescaped } from './html.ts';
import { Clusters } from './clusters.ts';

export interface RobotsFindings {
  /** Paths that robots.txt names; whether they exist, only the app knows. */
  paths: string[];
  /** Pages of the sitemap. */
  drafts: Draft[];
  urls: URL[];
}

const MOST_PATHS = 100;
const MOST_URLS = 500;

export const readRobots = (text: string): { paths: string[]; sitemaps: string[] } => {
  const paths = new Set<string>();
  const sitemaps = new Set<string>();
  for (const line of text.slice(0, 500_000).split(/\r?\n/)) {
    const [, key = '', value = ''] = /^\s*(disallow|allow|sitemap)\s*:\s*([^\s#]+)/i.exec(line) ?? [];
    if (key.toLowerCase() === 'sitemap') sitemaps.add(value);
    // `/admin/*.php$` → `/admin`.
    const path = value
      .replace(/[^/]*\*.*$/, '')
      .replace(/\$$/, '')
      .replace(/\/+$/, '');
    if (key.toLowerCase() !== 'sitemap' && /^\/[\w\-./~%]+$/.test(path) && paths.size < MOST_PATHS) paths.add(path);
  }
  return { paths: [...paths], sitemaps: [...sitemaps] };
};

export const locationsOf = (xml: string): string[] =>
  [...Iterator.from(xml.slice(0, 5_000_000).matchAll(/<loc>\s*(?:<!\[CDATA\[)?([^<\]]{1,2000})/g)).take(MOST_URLS)].map(
    ([, url]) => unescaped((url ?? '').trim()),
  );

/** robots.txt and the sitemaps of an origin. */
export const askRobots = async (origin: string, send: Send): Promise<RobotsFindings> => {
  const get = async (url: string): Promise<string> => {
    const answer = await send({ method: 'GET', url }, { as: null, mode: 'passive', maxBytes: 4 * 1024 * 1024 });
    return answer.ok && answer.status === 200 && !/^\s*<(?:!doctype html|html)/i.test(answer.text) ? answer.text : '';
  };
  const { paths, sitemaps } = readRobots(await get(`${origin}/robots.txt`));
  const onOrigin = (text: string): URL[] =>
    URL.canParse(text, origin) && new URL(text, origin).origin === origin ? [new URL(text, origin)] : [];
  const queue = [...sitemaps, '/sitemap.xml'].flatMap(onOrigin).map(({ href }) => href);
  const urls = new Map<string, URL>();
  const read = new Set<string>();
  for (let next = queue.shift(); next !== undefined && read.size < 4; next = queue.shift()) {
    if (read.has(next)) continue;
    read.add(next);
    const xml = await get(next);
    for (const url of locationsOf(xml).flatMap(onOrigin)) {
      if (/<sitemapindex/.test(xml) || url.pathname.endsWith('.xml')) queue.push(url.href);
      else if (urls.size < MOST_URLS) urls.set(url.href, url);
    }
  }
  const clusters = new Clusters();
  for (const { pathname } of urls.values()) clusters.add(pathname);
  const drafts = [...urls.values()].map(({ pathname, searchParams }) =>
    draftOf({
      origin,
      method: 'GET',
      path: pathname,
      source: 'sitemap',
      query: searchParams,
      templated: clusters.templatize(pathname),
    }),
  );
  return { paths, drafts: drafts.filter((draft) => draft !== undefined), urls: [...urls.values()] };
};
