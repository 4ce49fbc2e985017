import { canonical } from '../../../net/dns/message.ts';
import type { Net } from '../../../net/net.ts';

const MOST_SERVERS = 13;

/** A server that speaks for a zone, and at which address it did. */
export interface OwnServer {
  name: string;
  address: string;
  soa: { refresh: number; retry: number; expire: number; minimum: number; ttl: number };
}

/** The zone's servers as it names them, with all their addresses, and those that speak for it. */
export const ownServers = async (
  net: Net,
  domain: string,
): Promise<{ addresses: readonly string[]; good: readonly OwnServer[] }> => {
  const names = (await net.dns.ask(domain, 'NS')).records
    .flatMap((one) => (one.type === 'NS' && canonical(one.name) === domain ? [canonical(one.data)] : []))
    .slice(0, MOST_SERVERS);
  const asked = await Promise.all(
    names.map(async (name) => {
      const { v4, v6 } = await net.addresses(name);
      const [address] = [...v4, ...v6];
      return {
        addresses: [...v4, ...v6],
        server: address === undefined ? null : await speaks(net, domain, name, address),
      };
    }),
  );
  return {
    addresses: asked.flatMap(({ addresses }) => addresses),
    good: asked.flatMap(({ server }) => (server === null ? [] : [server])),
  };
};

const speaks = async (net: Net, domain: string, name: string, address: string): Promise<OwnServer | null> => {
  const answer = await net.dns.ask(domain, 'SOA', { server: { address, port: 53 }, recurse: false });
  const record = answer.records.find((one) => one.type === 'SOA' && canonical(one.name) === domain);
  if (!answer.authoritative || record?.type !== 'SOA') return null;
  const { refresh = 0, retry = 0, expire = 0, minimum = 0 } = record.data;
  return { name, address, soa: { refresh, retry, expire, minimum, ttl: record.ttl ?? 0 } };
};
