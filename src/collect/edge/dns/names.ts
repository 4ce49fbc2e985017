import type { EdgeHost } from '../../../model/evidence/edge/hosts.ts';
import type { DnsName } from '../../../model/evidence/edge/dns.ts';
import { reachOf } from '../../../net/addresses.ts';
import { canonical } from '../../../net/dns/message.ts';
import type { Net, NetAnswer, NetError } from '../../../net/net.ts';
import { FINGERPRINTS } from './unclaimed.ts';

const MOST_ALIASES = 12;

/** Where a name leads. */
export const readName = async (
  net: Net,
  page: (url: string) => Promise<NetAnswer | NetError>,
  { host, from, addresses, outcome }: EdgeHost,
): Promise<DnsName> => {
  const answer = await net.dns.ask(host, 'A');
  const links = new Map(
    answer.records.flatMap((one) =>
      one.type === 'CNAME' ? [[canonical(one.name), canonical(one.data)] as const] : [],
    ),
  );
  const aliases: string[] = [];
  let end: DnsName['end'] = outcome;
  for (let at = links.get(host); at !== undefined; at = links.get(at)) {
    if (aliases.includes(at) || at === host || aliases.length >= MOST_ALIASES) {
      end = 'loop';
      break;
    }
    aliases.push(at);
  }
  const all = [...addresses.v4, ...addresses.v6];
  const unclaimed = await unclaimedAt(page, host, aliases, end);
  return {
    host,
    from,
    aliases,
    end,
    addresses: all,
    inside: all.filter((address) => reachOf(address) !== 'public'),
    ...(unclaimed === undefined ? {} : { unclaimed }),
  };
};

const unclaimedAt = async (
  page: (url: string) => Promise<NetAnswer | NetError>,
  host: string,
  aliases: readonly string[],
  end: DnsName['end'],
): Promise<DnsName['unclaimed']> => {
  for (const target of aliases)
    for (const { provider, target: pattern, says } of FINGERPRINTS) {
      if (!pattern.test(target)) continue;
      if (says === undefined) {
        if (end === 'nxdomain') return { provider, target, sign: 'the name does not exist there any more' };
        continue;
      }
      for (const scheme of ['https', 'http']) {
        const answer = await page(`${scheme}://${host}/`);
        const sign = answer.ok
          ? says.exec(Buffer.from(answer.body).toString('utf8').slice(0, 100_000))?.[0]
          : undefined;
        if (sign !== undefined) return { provider, target, sign };
      }
    }
  return undefined;
};
