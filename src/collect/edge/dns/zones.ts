import type { CaaRecord, DnsZone } from '../../../model/evidence/edge/dns.ts';
import { canonical } from '../../../net/dns/message.ts';
import { validateZone } from '../../../net/dnssec/validate.ts';
import type { Net } from '../../../net/net.ts';
import { authority } from './authority.ts';

const MOST_SERVERS = 13;

/** Facts of one zone, each asked side by side. */
export const readZone = async (net: Net, domain: string, hosts: readonly string[]): Promise<DnsZone> => {
  const [named, above, security, caa, control] = await Promise.all([
    net.dns.ask(domain, 'NS'),
    serversAbove(net, domain),
    validateZone(net.dns, domain, { now: net.now().getTime(), anchors: net.anchors, names: hosts }),
    caaFor(net, domain),
    net.addresses(`${net.made(`zone ${domain}`)}.${domain}`),
  ]);
  const names = named.records
    .flatMap((one) => (one.type === 'NS' && canonical(one.name) === domain ? [canonical(one.data)] : []))
    .slice(0, MOST_SERVERS);
  return {
    domain,
    servers: await Promise.all(names.map((name) => authority(net, domain, name))),
    above,
    security,
    caa,
    wildcard: control.outcome === 'found',
  };
};

/** What the zone above hands people to; null where none of its servers could be asked. */
export const serversAbove = async (net: Net, domain: string): Promise<readonly string[] | null> => {
  const parent = domain.slice(domain.indexOf('.') + 1);
  const servers = (await net.dns.ask(parent, 'NS')).records
    .flatMap((one) => (one.type === 'NS' ? [canonical(one.data)] : []))
    .slice(0, 3);
  for (const server of servers) {
    const { v4 } = await net.addresses(server);
    const [address] = v4;
    if (address === undefined) continue;
    const answer = await net.dns.ask(domain, 'NS', { server: { address, port: 53 }, recurse: false });
    const names = [...answer.records, ...answer.authority].flatMap((one) =>
      one.type === 'NS' && canonical(one.name) === domain ? [canonical(one.data)] : [],
    );
    if (names.length > 0) return [...new Set(names)].toSorted();
  }
  return null;
};

/** The first set on the way up (RFC 8659 3). */
const caaFor = async (net: Net, domain: string): Promise<DnsZone['caa']> => {
  for (let at = domain; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
    const answer = await net.dns.ask(at, 'CAA');
    if (!['answer', 'nodata', 'nxdomain'].includes(answer.outcome)) return 'error';
    const records = answer.records.flatMap((one): CaaRecord[] =>
      one.type === 'CAA'
        ? [{ flags: one.data.flags ?? 0, tag: one.data.tag, value: one.data.value.slice(0, 1_000) }]
        : [],
    );
    if (records.length > 0) return { at, records };
  }
  return null;
};
