import { BlockList, isIP, isIPv4 } from 'node:net';

/** The address in one spelling; an IPv4 address in IPv6 clothes is IPv4 (RFC 7208 5). Undefined for what is none. */
export const normalAddress = (text: string): string | undefined => {
  if (isIP(text) === 0) return undefined;
  if (isIPv4(text)) return text;
  const bytes = bytesOf(text);
  const isMapped = bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return isMapped ? [...bytes.subarray(12)].join('.') : new URL(`http://[${text}]`).hostname.slice(1, -1);
};

/** Sixteen bytes of an IPv6 address. */
const bytesOf = (text: string): Buffer => {
  const spelled = new URL(`http://[${text}]`).hostname.slice(1, -1);
  const [head = '', tail] = spelled.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  const bytes = Buffer.alloc(16);
  for (const [index, group] of groups.entries()) bytes.writeUInt16BE(Number.parseInt(group, 16), index * 2);
  return bytes;
};

/** What `%{i}` gives: IPv4 as it is, IPv6 nibble by nibble. */
export const dotted = (address: string): string =>
  isIPv4(address) ? address : bytesOf(address).toString('hex').toUpperCase().split('').join('.');

/** Name under which the address has its PTR records. */
export const reverseName = (address: string): string =>
  `${dotted(address).split('.').toReversed().join('.')}.${isIPv4(address) ? 'in-addr' : 'ip6'}.arpa`;

/** Whether an address lies in a network; addresses of the other version do not. */
export const isWithin = (address: string, network: string, prefix: number): boolean => {
  const version = isIPv4(network) ? 'ipv4' : 'ipv6';
  if ((isIPv4(address) ? 'ipv4' : 'ipv6') !== version) return false;
  const list = new BlockList();
  list.addSubnet(network, prefix, version);
  return list.check(address, version);
};
