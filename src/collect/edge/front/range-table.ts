import { BlockList, isIP } from 'node:net';
import { RANGES } from './ranges.ts';

export interface RangeHit {
  vendor: string;
  range: string;
}

/** Looks addresses up in the published ranges. */
export interface RangeTable {
  find(address: string): RangeHit | null;
}

/** Ranges by vendor; those of `own` take the place of the built-in ones of the same vendor. */
export const rangeTable = (own: Readonly<Record<string, readonly string[]>> = {}): RangeTable => {
  const rows = Object.entries({ ...RANGES, ...own }).flatMap(([vendor, ranges]) =>
    ranges.flatMap((range) => {
      const list = listOf(range);
      return list === null ? [] : [{ vendor, range, list, bits: Number(range.split('/')[1]) }];
    }),
  );
  // The closest first: a platform's few addresses may lie inside another's network.
  rows.sort((a, b) => b.bits - a.bits);
  return {
    find: (address) => {
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      const hit = rows.find(({ list }) => list.check(address, family));
      return hit === undefined ? null : { vendor: hit.vendor, range: hit.range };
    },
  };
};

const listOf = (range: string): BlockList | null => {
  const [network = '', bits = ''] = range.split('/');
  const family = isIP(network);
  const most = family === 6 ? 128 : 32;
  if (family === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most) return null;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
  return list;
};

const MOST_RANGES = 20_000;

/** Reads `{ "cloudflare": ["192.0.2.0/24"] }`. Throws Error with the reason in words. */
export const parseRanges = (text: string): Record<string, readonly string[]> => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('it must be an object such as { "cloudflare": ["192.0.2.0/24"] }');
  const entries = Object.entries(value);
  let count = 0;
  for (const [vendor, ranges] of entries) {
    if (!/^[a-z\d][a-z\d-]{0,40}$/.test(vendor))
      throw new Error(`${JSON.stringify(vendor.slice(0, 40))} is no vendor’s name`);
    if (!Array.isArray(ranges)) throw new Error(`${vendor} must be a list of ranges`);
    count += ranges.length;
    if (count > MOST_RANGES) throw new Error(`there are more than ${MOST_RANGES.toLocaleString('en-US')} ranges`);
    const wrong = ranges.find((range) => typeof range !== 'string' || listOf(range) === null);
    if (wrong !== undefined) throw new Error(`${JSON.stringify(wrong)?.slice(0, 60)} is no range such as 192.0.2.0/24`);
  }
  return Object.fromEntries(entries);
};
