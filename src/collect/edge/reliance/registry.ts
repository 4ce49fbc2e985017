import { canonical } from '../../../net/dns/message.ts';
import type { ReliedDomain } from '../../../model/evidence/edge/reliance.ts';
import type { Net } from '../../../net/net.ts';

const MOST_SERVERS = 4;

type Told = Pick<ReliedDomain, 'state' | 'told'>;

/**
 * Whether a domain is registered, told by the servers of the zone that sells it: resolvers filter, and lie. Each must first show that it speaks
 * for that zone. Where they cannot be asked, a resolver's NXDOMAIN counts when it carries the registry's own SOA (RFC 2308 2.1).
 */
export const askRegistry = async (net: Net, domain: string, zone: string): Promise<Told> => {
  const above = await net.dns.ask(zone, 'NS');
  // Where there is no such zone nobody can register: names of an inside, as db.svc.cluster.
  if (above.outcome === 'nxdomain') return { state: 'held' };
  const servers = above.records
    .flatMap((one) => (one.type === 'NS' && canonical(one.name) === zone ? [canonical(one.data)] : []))
    .slice(0, MOST_SERVERS);
  for (const name of servers) {
    const { v4, v6 } = await net.addresses(name);
    const [address] = [...v4, ...v6];
    if (address === undefined) continue;
    const server = { address, port: 53 };
    const control = await net.dns.ask(zone, 'SOA', { server, recurse: false });
    if (control.outcome !== 'answer' || !control.authoritative) continue;
    const { outcome, authoritative } = await net.dns.ask(domain, 'NS', { server, recurse: false });
    if (outcome === 'nxdomain' && authoritative) return { state: 'free', told: name };
    if (outcome === 'answer' || outcome === 'nodata') return { state: 'held' };
  }
  const { outcome, authority } = await net.dns.ask(domain, 'NS');
  if (outcome === 'answer' || outcome === 'nodata') return { state: 'held' };
  const soa = authority.find(({ type }) => type === 'SOA');
  return outcome === 'nxdomain' && soa !== undefined && canonical(soa.name) === zone
    ? { state: 'free', told: `the SOA of ${zone} in the resolver’s answer` }
    : { state: 'unknown' };
};
