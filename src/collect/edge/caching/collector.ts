import { createHash } from 'node:crypto';
import CachePolicy from 'http-cache-semantics';
import type { CachedAnswer, CacheFacts } from '../../../model/evidence/edge/caching.ts';
import type { NetAnswer, NetError } from '../../../net/net.ts';
import type { EdgeCollector, EdgeContext } from '../edge-collector.ts';
import { privateUrls } from '../hosts/private-urls.ts';

const MOST_PATHS = 30;
/** One that most CDNs keep by its ending. */
const ENDING = 'css';

/** Asks for private paths twice, as nobody, as they are and with the ending of a file that CDNs keep. Nothing that is asked for could do harm in a cache. */
export const cachingCollector: EdgeCollector<'edge.caching'> = {
  provides: ['edge.caching'],
  collect: async (context) => {
    const step = context.progress.step('caching');
    const urls = privateUrls(context).slice(0, MOST_PATHS);
    // What an app of one page answers to every path is for nobody in particular.
    const nowhere = [...new Set(urls.map((url) => new URL(url).origin))].map(
      (origin) => `${origin}/${context.net.made(`nowhere ${origin}`)}`,
    );
    const answers = await Promise.all([
      ...urls.flatMap((url) => [asked(context, url, 'private'), asked(context, suffixed(context, url), 'suffix')]),
      ...nowhere.map((url) => asked(context, url, 'nowhere')),
    ]);
    step.end(`${urls.length} private paths`);
    return { 'edge.caching': { ok: true, value: { answers } } };
  },
};

const suffixed = ({ net }: EdgeContext, url: string): string =>
  `${url.replace(/\/$/, '')}/${net.made(`suffix ${url}`)}.${ENDING}`;

const asked = async ({ net }: EdgeContext, url: string, kind: CachedAnswer['kind']): Promise<CachedAnswer> => {
  const first = factsOf(await net.http({ url }), url);
  const second = factsOf(await net.http({ url }), url);
  return { url, kind, first, second };
};

const NAMES = [
  'cf-cache-status',
  'x-cache',
  'x-vercel-cache',
  'x-nf-cache',
  'cache-status',
  'cdn-cache',
  'x-cache-status',
  'x-proxy-cache',
];

const factsOf = (answer: NetAnswer | NetError, url: string): CacheFacts => {
  if (!answer.ok)
    return {
      status: 0,
      cacheControl: '',
      type: '',
      cache: '',
      hit: false,
      storable: false,
      setsCookie: false,
      digest: '',
    };
  const headers: Record<string, string> = {};
  for (const [name, value] of answer.headers)
    headers[name] = headers[name] === undefined ? value.slice(0, 2_000) : `${headers[name]}, ${value.slice(0, 2_000)}`;
  const cache = NAMES.flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${headers[name]}`])).join('; ');
  return {
    status: answer.status,
    cacheControl: headers['cache-control'] ?? '',
    type: headers['content-type'] ?? '',
    cache,
    hit: /\bhit\b/i.test(cache) && !/\bmiss\b/i.test(cache),
    storable: isStorable(url, answer.status, headers),
    setsCookie: headers['set-cookie'] !== undefined,
    digest: createHash('sha256').update(answer.body).digest('hex'),
  };
};

const isStorable = (url: string, status: number, headers: Record<string, string>): boolean => {
  try {
    const policy = new CachePolicy({ url, method: 'GET', headers: {} }, { status, headers }, { shared: true });
    return policy.storable() && policy.timeToLive() > 0;
  } catch {
    return false;
  }
};
