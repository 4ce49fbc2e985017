import type { Send } from '../../contract/send.ts';
import { asMethod, draftOf, type Draft } from '../draft.ts';
import { readCode } from './read-code.ts';
import { readScripts, type ScriptCall } from './scripts.ts';
import { urlOfText } from './url-text.ts';

export interface PageScripts {
  scripts: ReadonlySet<string>;
  inline: readonly { code: string; url: string }[];
}

export interface BundleFindings {
  drafts: Draft[];
  /** Paths that code names outside of a call. */
  paths: { origin: string; path: string }[];
  notes: string[];
}

const MOST_INLINE = 200;
/** In libraries, cut short, the verb stands where others have the address. */
const NO_PATH = /^\/(?:\.{0,2}|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;

/** What the scripts of pages call. */
export const bundleDrafts = async (
  pages: readonly PageScripts[],
  origins: readonly string[],
  send: Send,
  signal: AbortSignal,
): Promise<BundleFindings> => {
  const urls = new Set(pages.flatMap(({ scripts }) => [...scripts]));
  const read = await readScripts(urls, origins, send, signal);
  const calls: ScriptCall[] = [...read.calls];
  const texts = [...read.paths];
  const inline = new Map(pages.flatMap((page) => page.inline.map(({ code, url }) => [code, url] as const)));
  for (const [code, url] of [...inline].slice(0, MOST_INLINE)) {
    const found = await readCode(code, 'inline.js');
    calls.push(...found.calls.map((call) => ({ ...call, from: url })));
    texts.push(...[...found.paths].map((path) => ({ origin: new URL(url).origin, path })));
  }
  const others = new Set<string>();
  const drafts: Draft[] = [];
  for (const { url, from, base, method, body } of calls) {
    const place = urlOfText(url, from, origins, base);
    const verb = asMethod(method);
    if (place === undefined || verb === undefined) continue;
    if ('offList' in place) {
      others.add(place.offList);
      continue;
    }
    const { origin, templated, query } = place;
    const draft = draftOf({
      origin,
      method: verb,
      path: templated.template,
      source: 'bundle',
      query,
      templated,
      ...(body === undefined || verb === 'GET' ? {} : { body }),
    });
    if (draft !== undefined && !NO_PATH.test(draft.path)) drafts.push(draft);
  }
  const paths = new Map<string, { origin: string; path: string }>();
  for (const { origin, path } of texts) {
    const place = urlOfText(path, origin, origins);
    if (place !== undefined && !('offList' in place))
      paths.set(`${place.origin} ${place.templated.template}`, {
        origin: place.origin,
        path: place.templated.template,
      });
  }
  const notes = [...others]
    .slice(0, 10)
    .map((host) => `The client's code calls ${host}, which is not an allowed origin.`);
  return { drafts, paths: [...paths.values()].filter(({ path }) => path !== '/'), notes: [...read.notes, ...notes] };
};
