import type { WebAsset, WebPage } from '../../../../model/evidence/edge/web.ts';
import type { Net, NetAnswer } from '../../../../net/net.ts';
import { digestOf } from './integrity.ts';

const MOST_OF_A_PAGE = 30;
const MOST_BYTES = 4 * 1024 * 1024;

/** Asks the user's own hosts for the scripts and styles of a page, each once in a run, as a browser would; others are not asked. */
export const servedBy = (net: Net, own: ReadonlySet<string>): ((page: WebPage) => Promise<WebPage>) => {
  const asked = new Map<string, ReturnType<Net['http']>>();
  const ask = (url: string, origin: string): ReturnType<Net['http']> => {
    const key = `${origin} ${url}`;
    const known = asked.get(key);
    if (known !== undefined) return known;
    const headers = { accept: '*/*', ...(origin === '' ? {} : { origin }) };
    const answer = net.http({ url, headers, maxBytes: MOST_BYTES });
    asked.set(key, answer);
    return answer;
  };
  return async (page) => {
    if (page.assets === undefined) return page;
    const { origin } = new URL(page.url);
    const assets = await Promise.all(
      page.assets.map(async (asset, index): Promise<WebAsset> => {
        const target = new URL(asset.url);
        if (asset.broken !== undefined || index >= MOST_OF_A_PAGE || !own.has(target.hostname)) return asset;
        const isForeign = target.origin !== origin;
        const answer = await ask(asset.url, isForeign && asset.cors ? origin : '');
        const broken = answer.ok ? brokenBy(asset, answer, isForeign && asset.cors ? origin : null) : undefined;
        return broken === undefined ? asset : { ...asset, broken };
      }),
    );
    return { ...page, assets };
  };
};

const SCRIPT_TYPE =
  /^(?:text|application)\/(?:x-)?(?:java|ecma)script$|^text\/(?:javascript1\.[0-5]|jscript|livescript)$/;

/** `origin`: that which asks, where the answer must let it in. */
const brokenBy = (
  { kind, integrity }: WebAsset,
  { status, headers, body, cut }: NetAnswer,
  origin: string | null,
): WebAsset['broken'] => {
  const header = (name: string): string => headers.find(([one]) => one === name)?.[1]?.trim() ?? '';
  if (status === 404 || status === 410) return { how: 'gone', said: String(status) };
  // What else is no answer may be meant for programs such as this one.
  if (status !== 200) return undefined;
  const type = (header('content-type').split(';')[0] ?? '').trim().toLowerCase();
  if (type === 'text/html') return { how: 'page', said: 'content-type: text/html' };
  const isRefused = kind === 'script' ? !SCRIPT_TYPE.test(type) : type !== 'text/css';
  if (isRefused && /^nosniff\b/i.test(header('x-content-type-options')))
    return { how: 'type', said: `content-type: ${type === '' ? 'none' : type}, x-content-type-options: nosniff` };
  const shared = header('access-control-allow-origin');
  if (origin !== null && shared !== '*' && shared !== origin)
    return { how: 'unshared', said: `access-control-allow-origin: ${shared === '' ? 'none' : shared}` };
  if (integrity === '' || cut) return undefined;
  const digest = digestOf(integrity, body);
  return integrity.split(' ').includes(digest) ? undefined : { how: 'digest', said: `what is served has ${digest}` };
};
