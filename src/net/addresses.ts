import { BlockList, isIP } from 'node:net';

const blockList = (...ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), isIP(network) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
};

const LOOPBACK = blockList('127.0.0.0/8', '::1/128');
/** Private, carrier, link-local (cloud metadata among them), multicast, documentation and reserved (IANA's registries). */
const INTERNAL = blockList(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/128',
  '64:ff9b::/96',
  '100::/64',
  '2001:db8::/32',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
);

export type Reach = 'loopback' | 'internal' | 'public';

/** IPv4 inside IPv6 (`::ffff:10.0.0.1`) counts as what it carries. */
export const reachOf = (address: string): Reach => {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (LOOPBACK.check(plain, family)) return 'loopback';
  return INTERNAL.check(plain, family) ? 'internal' : 'public';
};
