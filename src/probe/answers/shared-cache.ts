import CachePolicy from 'http-cache-semantics';
import type { GoodAnswer } from '../contract/send.ts';

export type Carried = 'bearer' | 'cookie' | 'header' | 'nothing';

export interface Keeping {
  /** A shared cache that follows RFC 9111, or the CDN that the answer speaks to, may give it to others. */
  kept: boolean;
  seconds: number;
  /** Kept, but for requests with the same credential only: `Vary` names it. Not every CDN looks at that. */
  keyed: boolean;
  /** Nothing was said; a CDN stands in front, which has its own habits. */
  unsaid: boolean;
}

const CDN_CONTROL = [
  'cdn-cache-control',
  'cloudflare-cdn-cache-control',
  'vercel-cdn-cache-control',
  'surrogate-control',
];
const CDN_TRACE = [
  'cf-cache-status',
  'x-cache',
  'x-vercel-cache',
  'x-served-by',
  'x-amz-cf-id',
  'x-varnish',
  'cache-status',
  'x-fastly-request-id',
];

/** Whether something between the app and us keeps answers, as it says. */
export const cdnSpeaks = ({ headers }: Pick<GoodAnswer, 'headers'>): boolean =>
  CDN_TRACE.some((name) => headers[name] !== undefined) || headers['age'] !== undefined;

const cdnSeconds = (headers: Readonly<Record<string, string>>): number | null => {
  for (const name of CDN_CONTROL) {
    const value = headers[name]?.toLowerCase();
    if (value === undefined) continue;
    if (/no-store|private/.test(value)) return 0;
    const found = /(?:s-maxage|max-age)\s*=\s*"?(\d{1,9})/.exec(value)?.[1];
    if (found !== undefined) return Number(found);
  }
  return null;
};

/** What a shared cache does with an answer to GET. */
export const sharedCache = (
  { status, headers, cookies }: Pick<GoodAnswer, 'status' | 'headers' | 'cookies'>,
  carried: Carried,
  url: string,
): Keeping => {
  const lower = {
    ...headers,
    ...(headers['cache-control'] === undefined ? {} : { 'cache-control': headers['cache-control'].toLowerCase() }),
  };
  const { vary = '' } = headers;
  const names = vary.toLowerCase().split(/\s*,\s*/);
  const said = ['cache-control', 'expires', 'pragma'].some((name) => headers[name] !== undefined);
  const keyed = names.includes(carried === 'bearer' ? 'authorization' : 'cookie');
  const unsaid = !said && carried !== 'bearer' && !keyed && status === 200 && cdnSpeaks({ headers });
  const nothing = { kept: false, seconds: 0, keyed, unsaid };
  if (names.includes('*')) return { ...nothing, unsaid: false };
  const cdn = cdnSeconds(headers);
  if (cdn !== null) return { ...nothing, kept: cdn > 0, seconds: cdn };
  const policy = new CachePolicy(
    { method: 'GET', url, headers: carried === 'bearer' ? { authorization: 'x' } : {} },
    { status, headers: { ...lower, ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }) } },
    { shared: true },
  );
  // Without a word in the answer, freshness is a guess that caches make differently.
  const seconds = said && policy.storable() ? Math.round(policy.timeToLive() / 1000) : 0;
  return { ...nothing, kept: seconds > 0, seconds };
};
