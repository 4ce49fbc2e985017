import type { LoadKind, WebBlocked, WebHost, WebPage } from '../../../model/evidence/edge/web.ts';
import type { Visit } from '../../../net/browser/visit.ts';
import { sourceOf } from './loads.ts';

const MOST_PAGES = 8;
const MOST_AT_ONCE = 3;
const MOST_SOURCES = 120;
const MOST_MIXED = 50;

/** Resource types of the DevTools protocol by the part of a policy that they fall under. */
const KINDS: ReadonlyMap<string, LoadKind> = new Map([
  ['Script', 'script'],
  ['Stylesheet', 'style'],
  ['Image', 'img'],
  ['Font', 'font'],
  ['XHR', 'connect'],
  ['Fetch', 'connect'],
  ['EventSource', 'connect'],
  ['Ping', 'connect'],
  ['WebSocket', 'connect'],
  ['Media', 'media'],
  ['TextTrack', 'media'],
  ['Manifest', 'manifest'],
  ['Document', 'frame'],
]);

/** Resource types of mixed content by the tag that loads such; what is none of these is asked for by a script. */
const TAGS: ReadonlyMap<string, string> = new Map([
  ['Script', 'script'],
  ['Worker', 'script'],
  ['SharedWorker', 'script'],
  ['Stylesheet', 'link'],
  ['Manifest', 'link'],
  ['Favicon', 'link'],
  ['Image', 'img'],
  ['Audio', 'audio'],
  ['Video', 'video'],
  ['Track', 'video'],
  ['Frame', 'iframe'],
  ['Form', 'form'],
  ['Font', 'font'],
  ['PluginData', 'object'],
  ['PluginResource', 'object'],
]);

/** Directives by what they speak of; what stands in attributes is read from the markup. */
const DIRECTIVES: ReadonlyMap<string, WebBlocked['kind']> = new Map([
  ['script-src', 'script'],
  ['script-src-elem', 'script'],
  ['style-src-elem', 'style'],
  ['img-src', 'img'],
  ['font-src', 'font'],
  ['connect-src', 'connect'],
  ['frame-src', 'frame'],
  ['media-src', 'media'],
  ['object-src', 'object'],
  ['manifest-src', 'manifest'],
]);

type Looked = readonly [hosts: readonly WebHost[], login: WebPage | undefined];

/** Loads the pages that people see, and adds to each what its scripts load. Also says how many came about. */
export const seenInBrowser = async (
  visit: (url: string) => Promise<Visit | null>,
  [hosts, login]: Looked,
): Promise<{ looked: Looked; wanted: number; seen: number }> => {
  const pages = [...hosts.map(({ page }) => page), login].filter((page) => page?.loads !== undefined);
  const urls = [...new Set(pages.flatMap((page) => (page?.status === 200 ? [page.url] : [])))].slice(0, MOST_PAGES);
  const visits = new Map<string, Visit>();
  const waiting = urls.values();
  const one = async (): Promise<void> => {
    // Several take their next one from the same list.
    for (const url of waiting) {
      const seen = await visit(url);
      if (seen !== null) visits.set(url, seen);
    }
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, one));
  const looked = hosts.map((host) =>
    host.page === undefined ? host : { ...host, page: withVisit(host.page, visits) },
  );
  return {
    looked: [looked, login === undefined ? undefined : withVisit(login, visits)],
    wanted: urls.length,
    seen: visits.size,
  };
};

const withVisit = (page: WebPage, visits: ReadonlyMap<string, Visit>): WebPage => {
  const visit = visits.get(page.url);
  return visit === undefined ? page : addVisit(page, visit);
};

export const addVisit = (page: WebPage, { requests, mixed, blocked, styles }: Visit): WebPage => {
  const { loads } = page;
  if (loads === undefined) return page;
  const asked = requests.flatMap(({ url, type }) => {
    const [kind, source] = [KINDS.get(type), sourceOf(url, page.url)];
    return kind === undefined || source === undefined ? [] : [{ kind, source }];
  });
  const late = lateOf(page.blocked ?? [], blocked);
  // A policy that is derived from them has to let them in.
  const kept = late.flatMap(({ kind, what }) => {
    const source = sourceOf(what, page.url);
    return kind === 'handler' || kind === 'styled' || what === 'eval' || source === undefined ? [] : [{ kind, source }];
  });
  const sources = new Map([...loads.sources, ...asked, ...kept].map((one) => [`${one.kind} ${one.source}`, one]));
  const known = new Set(page.mixed.map(({ url }) => hrefOf(url)));
  const more = mixed.filter(({ url }) => !known.has(hrefOf(url)) && known.add(hrefOf(url)));
  return {
    ...page,
    loads: {
      ...loads,
      sources: [...sources.values()].slice(0, MOST_SOURCES),
      inlineStyles: Math.max(loads.inlineStyles, styles),
      inBrowser: true,
    },
    blocked: [...(page.blocked ?? []), ...late],
    mixed: [
      ...page.mixed,
      ...more.map(({ url, type }) => ({ tag: TAGS.get(type) ?? 'fetch', url: url.slice(0, 500) })),
    ].slice(0, MOST_MIXED),
  };
};

const MOST_LATE = 60;

/** What scripts were kept from, each once, and not what the markup told already. */
const lateOf = (known: readonly WebBlocked[], seen: Visit['blocked']): WebBlocked[] => {
  const told = new Set(known.map(({ kind, what }) => `${kind} ${what}`));
  const late = seen.flatMap(({ url, type }): WebBlocked[] => {
    const kind = DIRECTIVES.get(type);
    const isEval = url === 'eval';
    if (kind === undefined || !(isEval || URL.canParse(url)) || told.has(`${kind} ${url}`)) return [];
    told.add(`${kind} ${url}`);
    return [{ kind, what: url.slice(0, 300), inline: isEval, rule: type, late: true }];
  });
  return late.slice(0, MOST_LATE);
};

const hrefOf = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);
