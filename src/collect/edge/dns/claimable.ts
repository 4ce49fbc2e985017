import type { DnsName } from '../../../model/evidence/edge/dns.ts';
import type { Net, NetAnswer, NetError } from '../../../net/net.ts';
import { FINGERPRINTS, type Fingerprint } from './unclaimed.ts';

const MOST_TEXT = 100_000;

export interface Alias {
  host: string;
  domain: string;
  targets: readonly string[];
  end: DnsName['end'];
  address: string | undefined;
}

/**
 * A provider at which nobody holds the name, by what it is an alias of and by what answers there. A page may say such words of itself: the
 * same must come for a name that nobody has set up anywhere.
 */
export const claimable = async (
  net: Net,
  page: (url: string) => Promise<NetAnswer | NetError>,
  alias: Alias,
): Promise<DnsName['unclaimed']> => {
  for (const target of alias.targets)
    for (const print of FINGERPRINTS) {
      if (!print.target.test(target)) continue;
      const sign = print.says === undefined ? gone(alias) : await said(net, page, alias, print.says);
      if (sign === undefined) continue;
      const claim = await claimOf(net, alias, target, print);
      return { provider: print.provider, target, sign, claim };
    }
  return undefined;
};

const gone = ({ end }: Alias): string | undefined =>
  end === 'nxdomain' ? 'the name does not exist there any more' : undefined;

const said = async (
  net: Net,
  page: (url: string) => Promise<NetAnswer | NetError>,
  { host, domain, address }: Alias,
  says: RegExp,
): Promise<string | undefined> => {
  if (address === undefined) return undefined;
  const nobody = `${net.made(`claim ${host}`)}.${domain}`;
  for (const scheme of ['https', 'http']) {
    const sign = signIn(await page(`${scheme}://${host}/`), says);
    if (sign === undefined) continue;
    const control = await net.http({ url: `${scheme}://${nobody}/`, address });
    if (signIn(control, says) !== undefined) return sign;
  }
  return undefined;
};

const signIn = (answer: NetAnswer | NetError, says: RegExp): string | undefined => {
  if (!answer.ok) return undefined;
  const headers = answer.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return says.exec(`${headers}\n\n${Buffer.from(answer.body).toString('utf8').slice(0, MOST_TEXT)}`)?.[0];
};

const claimOf = async (
  net: Net,
  { host, domain }: Alias,
  target: string,
  { claim, guard }: Fingerprint,
): Promise<Fingerprint['claim']> => {
  if (claim !== 'open' || guard === undefined) return claim;
  const { records } = await net.dns.ask(guard(host, target, domain), 'TXT');
  return records.some(({ type }) => type === 'TXT') ? 'guarded' : claim;
};
