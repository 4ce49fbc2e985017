import type { DnsAuthority } from '../../../model/evidence/edge/dns.ts';
import type { Net } from '../../../net/net.ts';

const MOST_ADDRESSES = 4;

/** Whether a server speaks for the zone, at any of its addresses. */
export const authority = async (net: Net, domain: string, name: string): Promise<DnsAuthority> => {
  const { v4, v6 } = await net.addresses(name);
  const addresses = [...v4, ...v6].slice(0, MOST_ADDRESSES);
  if (addresses.length === 0) return { name, addresses, state: 'unresolved' };
  const answers = await Promise.all(
    addresses.map((address) => net.dns.ask(domain, 'SOA', { server: { address, port: 53 }, recurse: false })),
  );
  const good = answers.find(({ outcome, authoritative }) => outcome === 'answer' && authoritative);
  if (good === undefined) {
    const isSilent = answers.every(({ outcome }) => outcome === 'timeout' || outcome === 'unreachable');
    return { name, addresses, state: isSilent ? 'silent' : 'lame' };
  }
  const serial = good.records.flatMap((one) => (one.type === 'SOA' ? [one.data.serial ?? 0] : []))[0];
  return { name, addresses, state: 'good', ...(serial === undefined ? {} : { serial }) };
};
