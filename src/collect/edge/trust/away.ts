import type { HostTrust } from '../../../model/evidence/edge/trust.ts';
import type { Net } from '../../../net/net.ts';

/** What code that puts a slash on, or takes one off, answers with a redirect. Browsers read `//name` and `/\name` as a host (WHATWG URL 4.4). */
const PATHS: readonly ((host: string) => string)[] = [
  (host) => `//${host}/`,
  (host) => `//${host}`,
  (host) => `/%5C${host}/`,
];

/** Asks for paths that begin with a foreign host, and looks where they lead. */
export const leadsAway = async (net: Net, host: string): Promise<{ answered: number; led: HostTrust['away'] }> => {
  const answers = await Promise.all(
    PATHS.map(async (path) => {
      const foreign = `${net.made(`away ${host} ${path('')}`)}.example`;
      const url = `https://${host}${path(foreign)}`;
      const answer = await net.http({ url });
      if (!answer.ok) return null;
      const location = answer.headers.find(([name]) => name === 'location')?.[1] ?? '';
      const leads = URL.canParse(location, url) && new URL(location, url).hostname === foreign;
      return leads ? [{ url, status: answer.status, location: location.slice(0, 500) }] : [];
    }),
  );
  const come = answers.filter((one) => one !== null);
  return { answered: come.length, led: come.flat() };
};
