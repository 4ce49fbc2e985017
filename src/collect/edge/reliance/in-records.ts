import type { Reliance } from '../../../model/evidence/edge/reliance.ts';
import { textsIn } from '../../mail/dns-texts.ts';
import { canonical } from '../../../net/dns/message.ts';
import { serversAbove } from '../dns/zones.ts';
import type { EdgeContext } from '../edge-collector.ts';

const MOST_HOSTS = 100;
const SPF_NAME = /(?:^|\s)[+?~-]?(?:include:|redirect=|a:|mx:|exists:)([\w.-]+)/gi;

/** Names of others in records: who answers for the zones, takes their mail, may send it, and what the hosts are aliases of. */
export const relianceInRecords = async ({ net, hosts, config }: EdgeContext): Promise<Reliance[]> => {
  const domains = [...new Set([...hosts.domains, ...config.mail.domains])];
  const found = await Promise.all([
    ...domains.map(async (by): Promise<Reliance[]> => {
      const [servers, above, mail, texts] = await Promise.all([
        net.dns.ask(by, 'NS'),
        serversAbove(net, by),
        net.dns.ask(by, 'MX'),
        net.dns.ask(by, 'TXT'),
      ]);
      return [
        ...servers.records.flatMap((one) => (one.type === 'NS' ? [{ as: 'ns' as const, name: one.data, by }] : [])),
        // What the zone above hands out counts, whatever the zone itself says.
        ...(above ?? []).map((name) => ({ as: 'ns' as const, name, by })),
        ...mail.records.flatMap((one) =>
          one.type === 'MX' ? [{ as: 'mx' as const, name: one.data.exchange, by }] : [],
        ),
        ...textsIn(texts)
          .filter((text) => /^v=spf1(?: |$)/i.test(text))
          .flatMap((text) => [...text.matchAll(SPF_NAME)].map(([, name = '']) => ({ as: 'spf' as const, name, by }))),
      ];
    }),
    ...hosts.hosts
      .slice(0, MOST_HOSTS)
      .map(async ({ host: by }): Promise<Reliance[]> =>
        (await net.dns.ask(by, 'A')).records.flatMap((one) =>
          one.type === 'CNAME' ? [{ as: 'alias' as const, name: canonical(one.data), by }] : [],
        ),
      ),
  ]);
  return found.flat();
};
