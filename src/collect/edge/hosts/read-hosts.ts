import { domainToASCII } from 'node:url';
import type { EdgeHost, EdgeHosts, HostSource } from '../../../model/evidence/edge/hosts.ts';
import type { Net } from '../../../net/net.ts';
import { purposeOf, USUAL } from './purpose.ts';

export interface NamedHost {
  host: string;
  from: HostSource;
}

const MOST_HOSTS = 200;

/** All hosts of the domains: those that somebody or something names, whether they exist or not, and usual ones that exist. */
export const readHosts = async (
  net: Net,
  domains: readonly string[],
  named: readonly NamedHost[],
): Promise<EdgeHosts> => {
  const asked = domains.map((host): NamedHost => ({ host, from: { by: 'asked' } }));
  const sources = new Map<string, HostSource[]>();
  for (const { host, from } of [...asked, ...named]) {
    const name = hostName(host);
    if (name === null || domainOf(name, domains) === null) continue;
    if (sources.size >= MOST_HOSTS && !sources.has(name)) continue;
    sources.set(name, [...(sources.get(name) ?? []), from]);
  }
  const guesses = await Promise.all(domains.map((domain) => usualHosts(net, domain)));
  for (const name of guesses.flat()) if (!sources.has(name)) sources.set(name, [{ by: 'usual' }]);
  const hosts = await Promise.all(
    [...sources].map(async ([host, from]): Promise<EdgeHost> => {
      const { outcome, ...addresses } = await net.addresses(host);
      const domain = domainOf(host, domains) ?? host;
      return { host, domain, purpose: purposeOf(host, domain), from, addresses, outcome };
    }),
  );
  return { domains, hosts };
};

/** Those that exist, and that answer otherwise than a name that nobody can have set up. */
const usualHosts = async (net: Net, domain: string): Promise<string[]> => {
  const control = await net.addresses(`${net.made(`usual ${domain}`)}.${domain}`);
  const found = await Promise.all(
    USUAL.map(async (label) => {
      const host = `${label}.${domain}`;
      const { outcome, v4, v6 } = await net.addresses(host);
      if (outcome === 'found') return String([v4, v6]) === String([control.v4, control.v6]) ? [] : [host];
      // An alias that leads to nothing was set up by somebody, and so was a name that resolvers fail at while they know of others.
      const answer = await net.dns.ask(host, 'A');
      const isSetUp = answer.records.some(({ type }) => type === 'CNAME') || answer.outcome === 'servfail';
      return isSetUp && (control.outcome === 'nxdomain' || control.outcome === 'nodata') ? [host] : [];
    }),
  );
  return found.flat();
};

/** A name in the form that DNS has, or null for what is none: an address, a wildcard, odd characters. */
export const hostName = (text: string): string | null => {
  const name = domainToASCII(text.toLowerCase().replace(/\.$/, ''));
  return name.length <= 253 && /^(?=.*[a-z])(?:[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/.test(name)
    ? name
    : null;
};

const domainOf = (host: string, domains: readonly string[]): string | null =>
  domains
    .filter((domain) => host === domain || host.endsWith(`.${domain}`))
    .toSorted((a, b) => b.length - a.length)[0] ?? null;
