import type { DnsAuthority, DnsRefusal } from '../../../model/evidence/edge/dns.ts';
import type { DnsOutcome } from '../../../net/dns/answer.ts';
import type { Net } from '../../../net/net.ts';

const MOST_ADDRESSES = 4;
const REFUSALS: readonly string[] = ['servfail', 'refused', 'nxdomain', 'timeout', 'unreachable', 'garbled'];

/** An outcome that is none, as evidence has it. */
export const refusalOf = (outcome: DnsOutcome): DnsRefusal =>
  REFUSALS.includes(outcome) ? (outcome as DnsRefusal) : 'other';

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
    if (isSilent) return { name, addresses, state: 'silent' };
    const told = answers.find(({ outcome }) => outcome !== 'timeout' && outcome !== 'unreachable');
    return { name, addresses, state: 'lame', says: refusalOf(told?.outcome ?? 'other') };
  }
  const serial = good.records.flatMap((one) => (one.type === 'SOA' ? [one.data.serial ?? 0] : []))[0];
  return { name, addresses, state: 'good', ...(serial === undefined ? {} : { serial }) };
};
