import type { Reliance, RelianceKind } from '../../../model/evidence/edge/reliance.ts';
import type { NetAnswer } from '../../../net/net.ts';
import type { EdgeContext } from '../edge-collector.ts';
import { followChain } from '../web/chain.ts';
import { readMarkup, type Tag } from '../web/markup.ts';

const MOST_HOSTS = 30;
const MOST_OF_A_PAGE = 100;
const MOST_TEXT = 512 * 1024;
const POLICY_HOST =
  /(?:^|[\s;])(?:https?:\/\/|wss?:\/\/)?(?:\*\.)?((?:[a-z\d-]{1,63}\.)+[a-z\d-]{2,63})(?::[\d*]+)?(?=[\s;/]|$)/gi;

/** Names of others in what the hosts show first: scripts, styles and frames that it loads, and what its policy lets in. */
export const relianceInPages = async ({ hosts, page }: EdgeContext): Promise<Reliance[]> => {
  const own = new Set(hosts.hosts.map(({ host }) => host));
  const wanted = hosts.hosts.filter(({ outcome }) => outcome === 'found').slice(0, MOST_HOSTS);
  const found = await Promise.all(
    wanted.map(async ({ host }): Promise<Reliance[]> => {
      const { last, chain } = await followChain(`https://${host}/`, page, (name) => own.has(name));
      const url = chain.hops.at(-1)?.url ?? '';
      // Where it ends at another host, that one tells.
      return last === undefined || new URL(url).hostname !== host ? [] : inPage(last, url, host);
    }),
  );
  return found.flat();
};

/** Names that one answer loads from or lets in. */
export const inPage = ({ headers, body }: Pick<NetAnswer, 'headers' | 'body'>, url: string, by: string): Reliance[] => {
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const text = /html|^$/.test(type) ? Buffer.from(body.subarray(0, MOST_TEXT)).toString('utf8') : '';
  const loaded = readMarkup(text).tags.flatMap(({ tag, attributes }): Reliance[] => {
    const as = kindOf(tag, attributes);
    const at = attributes.get(as === 'style' ? 'href' : 'src')?.trim();
    // What has a digest beside it runs only as it was (SRI).
    if (as === null || at === undefined || (attributes.get('integrity') ?? '') !== '' || !URL.canParse(at, url))
      return [];
    return [{ as, name: new URL(at, url).hostname, by }];
  });
  const policies = headers
    .filter(([name]) => name === 'content-security-policy')
    .flatMap(([, value]) => [...value.slice(0, 8_000).matchAll(POLICY_HOST)].map(([, name = '']) => name))
    .map((name): Reliance => ({ as: 'policy', name, by }));
  return [...loaded, ...policies].slice(0, MOST_OF_A_PAGE);
};

const kindOf = (tag: string, attributes: Tag['attributes']): RelianceKind | null => {
  if (tag === 'script') return 'script';
  if (tag === 'iframe') return 'frame';
  const rel = tag === 'link' ? (attributes.get('rel') ?? '') : '';
  return /\bmodulepreload\b/i.test(rel) ? null : /\bstylesheet\b/i.test(rel) ? 'style' : null;
};
