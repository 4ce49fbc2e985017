import type { EdgeHost } from '../../../model/evidence/edge/hosts.ts';
import type { DnsName } from '../../../model/evidence/edge/dns.ts';
import { reachOf } from '../../../net/addresses.ts';
import { canonical } from '../../../net/dns/message.ts';
import type { Net, NetAnswer, NetError } from '../../../net/net.ts';
import { refusalOf } from './authority.ts';
import { claimable } from './claimable.ts';

const MOST_ALIASES = 12;

/** Where a name leads. */
export const readName = async (
  net: Net,
  page: (url: string) => Promise<NetAnswer | NetError>,
  { host, domain, from, addresses, outcome }: EdgeHost,
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
  const unclaimed = await claimable(net, page, { host, domain, targets: aliases, end, address: all[0] });
  return {
    host,
    from,
    aliases,
    end,
    ...(end === 'failed' ? { failure: refusalOf(answer.outcome) } : {}),
    addresses: all,
    inside: all.filter((address) => reachOf(address) !== 'public'),
    ...(unclaimed === undefined ? {} : { unclaimed }),
  };
};
