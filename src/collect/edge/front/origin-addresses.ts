import { isIP } from 'node:net';
import type { HostFront, OriginSource } from '../../../model/evidence/edge/front.ts';
import { textsIn } from '../../mail/dns-texts.ts';
import type { HiddenOrigins } from '../cloudflare/hidden-origins.ts';
import type { EdgeContext } from '../edge-collector.ts';
import type { RangeTable } from './range-table.ts';

export interface Candidate {
  address: string;
  from: readonly OriginSource[];
}

/** Names under which servers are often left reachable. */
const LEAKY =
  'direct origin origin-www server server1 host vps lb backend old cpanel whm plesk ftp sftp ssh mail smtp webmail git jenkins'.split(
    ' ',
  );
const MOST_ADDRESSES = 12;
const MOST_DOMAINS = 4;

/** Addresses at which the servers behind the front may stand: only what the owner named or the owner's own DNS shows. */
export const originAddresses = async (
  { net, config, hosts }: Pick<EdgeContext, 'net' | 'config' | 'hosts'>,
  fronts: readonly HostFront[],
  ranges: RangeTable,
  hidden: HiddenOrigins,
): Promise<Candidate[]> => {
  const found = new Map<string, OriginSource[]>();
  const add = (address: string, source: OriginSource): void => {
    if (isIP(address) === 0 || ranges.find(address) !== null) return;
    const known = found.get(address) ?? [];
    if (!known.some(({ by, name }) => by === source.by && name === source.name)) known.push(source);
    found.set(address, known);
  };
  for (const address of config.originAddresses) add(address, { by: 'config' });
  for (const { name, address } of hidden.addresses) add(address, { by: 'cloudflare', name });
  // What another vendor answers for is no server of the owner's.
  for (const { host, addresses, front, beside } of fronts)
    for (const one of front === null ? addresses : beside) add(one, { by: 'name', name: host });
  const looked = await Promise.all(hosts.domains.slice(0, MOST_DOMAINS).map((domain) => inZone(net, domain)));
  for (const { address, source } of looked.flat()) add(address, source);
  return [...found].slice(0, MOST_ADDRESSES).map(([address, from]) => ({ address, from }));
};

interface Shown {
  address: string;
  source: OriginSource;
}

const inZone = async (net: EdgeContext['net'], domain: string): Promise<Shown[]> => {
  const named = async (name: string, by: 'name' | 'mx'): Promise<Shown[]> => {
    const { v4, v6 } = await net.addresses(name);
    return [...v4, ...v6].map((address) => ({ address, source: { by, name } }));
  };
  const [control, mx, txt, ...leaks] = await Promise.all([
    net.addresses(`${net.made(`origin ${domain}`)}.${domain}`),
    net.dns.ask(domain, 'MX'),
    net.dns.ask(domain, 'TXT'),
    ...LEAKY.map((label) => named(`${label}.${domain}`, 'name')),
  ]);
  const anything = new Set([...control.v4, ...control.v6]);
  const exchanges = mx.records.flatMap((record) => (record.type === 'MX' ? [record.data.exchange.toLowerCase()] : []));
  // Other people's mail servers are theirs.
  const own = exchanges.filter((name) => name === domain || name.endsWith(`.${domain}`)).slice(0, 4);
  const mail = await Promise.all(own.map((name) => named(name, 'mx')));
  const spf = textsIn(txt)
    .filter((text) => /^v=spf1(?: |$)/i.test(text))
    .flatMap((text) =>
      [...text.matchAll(/(?:^| )\+?ip4:(\d+\.\d+\.\d+\.\d+)(?:\/32)?(?= |$)/gi)].map(([, ip = '']) => ip),
    )
    .slice(0, 4)
    .map((address): Shown => ({ address, source: { by: 'spf', name: domain } }));
  return [...leaks.flat().filter(({ address }) => !anything.has(address)), ...mail.flat(), ...spf];
};
