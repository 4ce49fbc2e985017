import { BlockList, isIP, isIPv4 } from 'node:net';
import { valuesOf, type Mail } from './message.ts';

export interface ReceivedFrom {
  ip: string;
  helo: string;
}

/** Addresses that no mail of the world comes from: within a house, and made up for papers. */
const INSIDE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv6');

const FROM = /^from\s+(\S+)\s*\(?[^[\]]*\[(?:IPv6:)?([\da-f:.]+)\]/i;
const MOST_HOPS = 40;

/**
 * Who handed the mail to the receiver: the first `Received` from the top that names an address of the outside. Those below it are the
 * sender's word.
 */
export const receivedFrom = (mail: Mail): ReceivedFrom | undefined => {
  for (const value of valuesOf(mail, 'received').slice(0, MOST_HOPS)) {
    const [, helo = '', ip = ''] = FROM.exec(value.slice(0, 2_000)) ?? [];
    if (isIP(ip) !== 0 && !INSIDE.check(ip, isIPv4(ip) ? 'ipv4' : 'ipv6'))
      return { ip, helo: helo.replaceAll(/^\[|\]$/g, '') };
  }
  return undefined;
};

/** Address that bounces go to, of the `Return-Path` that the receiver wrote. Empty for `<>` and where there is none. */
export const bounceAddress = (mail: Mail): string =>
  /<?([^<>\s]*)>?/.exec(valuesOf(mail, 'return-path')[0] ?? '')?.[1] ?? '';
