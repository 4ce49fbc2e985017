import type { ForwardedHost } from '../../../model/evidence/edge/trust.ts';
import type { Net, NetAnswer } from '../../../net/net.ts';

/** Headers in which proxies say for which host a request came, and what stands in them. */
const HEADERS: readonly (readonly [string, (host: string) => string])[] = [
  ['X-Forwarded-Host', (host) => host],
  ['Forwarded', (host) => `host=${host}`],
  ['X-Original-Host', (host) => host],
  ['X-Host', (host) => host],
];
const MOST_SHOWN = 120;

/** Names a host of its own in each header, and looks where it comes back. */
export const believedHosts = async (
  net: Net,
  { host, urls }: { host: string; urls: readonly string[] },
): Promise<{ answered: number; believed: readonly ForwardedHost[] }> => {
  const places = [
    `https://${host}/${net.made(`forwarded ${host}`)}`,
    `http://${host}/${net.made(`forwarded plainly ${host}`)}`,
    ...urls.slice(0, 2),
  ];
  const answers = await Promise.all(
    places.map(async (url) => {
      const named = HEADERS.map(([name, write]) => {
        const made = `${net.made(`${name} ${url}`)}.example`;
        return { name, made, value: write(made) };
      });
      const headers = Object.fromEntries(named.map(({ name, value }) => [name.toLowerCase(), value]));
      const answer = await net.http({ url, headers });
      if (!answer.ok) return null;
      return named.flatMap(({ name, made, value }) => {
        const where = whereIn(answer, made, url);
        return where === undefined ? [] : [{ url, header: `${name}: ${value}`, status: answer.status, where }];
      });
    }),
  );
  const come = answers.filter((one) => one !== null);
  return { answered: come.length, believed: come.flat() };
};

/** A redirect there, or a tag that loads, sends or points there; the name in the text of a page leads nobody away. */
const whereIn = ({ headers, body }: NetAnswer, made: string, url: string): string | undefined => {
  const location = headers.find(([name]) => name === 'location')?.[1] ?? '';
  if (URL.canParse(location, url) && new URL(location, url).hostname === made) return `location: ${location}`;
  const text = Buffer.from(body).toString('utf8');
  const at = text.search(
    new RegExp(String.raw`=\s{0,9}["']?(?:https?:)?//${made.replace('.', '[.]')}[/:?#"'\s>]`, 'i'),
  );
  if (at < 0) return undefined;
  const begin = text.lastIndexOf('<', at);
  return begin < 0 || at - begin > 1_000 ? undefined : text.slice(Math.max(begin, at - 60), at + MOST_SHOWN);
};
