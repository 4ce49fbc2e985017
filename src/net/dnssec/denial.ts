import { createHash } from 'node:crypto';
import type { DnsAnswer, RecordType } from '../dns/answer.ts';
import { canonical } from '../dns/message.ts';
import { checkSet, type Signing } from './rrset.ts';
import { wireName } from './signed-data.ts';

interface Nsec {
  owner: string;
  next: string;
  types: readonly string[];
}

interface Nsec3 {
  /** Hash, as text of base32hex in lower case. */
  owner: string;
  next: string;
  types: readonly string[];
  salt: Buffer;
  iterations: number;
  optOut: boolean;
}

/** Above this nothing is worth hashing: RFC 9276 3.2, and what resolvers do. */
const MOST_ITERATIONS = 150;
const MOST_PROOFS = 12;

/**
 * `proven`: signed records say that there is no such record (RFC 4035 5.4, RFC 5155 8). `delegated`: they say so of a name at which another zone
 * begins. `unproven`: there is no such proof, or it does not hold; `problem` says why.
 */
export type Denial = { state: 'proven' | 'delegated' } | { state: 'unproven'; problem: string; absent?: true };

/** Whether an answer without the record proves, by signatures of the zone, that there is none. */
export const checkDenial = (
  { authority, outcome }: DnsAnswer,
  name: string,
  type: RecordType,
  signing: Signing,
): Denial => {
  const plain = nsecIn(authority);
  const hashed = nsec3In(authority, signing.zone);
  const kind = hashed.length > 0 ? 'NSEC3' : 'NSEC';
  const owners = [...new Set(authority.flatMap((one) => (one.type === kind ? [canonical(one.name)] : [])))].slice(
    0,
    MOST_PROOFS,
  );
  if (owners.length === 0)
    return { state: 'unproven', problem: 'no NSEC and no NSEC3 record came with it', absent: true };
  for (const owner of owners) {
    const { problem, absent } = checkSet(authority, owner, kind, signing);
    if (problem !== undefined) return { state: 'unproven', problem, ...(absent === undefined ? {} : { absent }) };
  }
  const [first] = hashed;
  if (first !== undefined && first.iterations > MOST_ITERATIONS)
    return { state: 'unproven', problem: `names are hashed ${first.iterations} times` };
  const isGone = outcome === 'nxdomain';
  const target = canonical(name);
  return hashed.length > 0
    ? byHash(hashed, target, type, isGone, signing.zone)
    : byName(plain, target, type, isGone, signing.zone);
};

const nsecIn = (records: DnsAnswer['authority']): Nsec[] =>
  records.flatMap((one) =>
    one.type === 'NSEC'
      ? [{ owner: canonical(one.name), next: canonical(one.data.nextDomain), types: one.data.rrtypes }]
      : [],
  );

const nsec3In = (records: DnsAnswer['authority'], zone: string): Nsec3[] =>
  records.flatMap((one) => {
    if (one.type !== 'NSEC3') return [];
    const { salt, iterations, flags, nextDomain, rrtypes } = one.data;
    const [owner = '', ...rest] = canonical(one.name).split('.');
    if (rest.join('.') !== zone) return [];
    return [{ owner, next: base32(nextDomain), types: rrtypes, salt, iterations, optOut: (flags & 1) !== 0 }];
  });

const NO_PROOF: Denial = { state: 'unproven', problem: 'its NSEC records speak of other names' };

/** At the name itself: the type must be absent, and the record be of the right side of a cut. */
const atName = (types: readonly string[], type: RecordType): Denial => {
  if (types.includes(type) || types.includes('CNAME'))
    return { state: 'unproven', problem: `its proof says that there are ${type} records` };
  const isCut = types.includes('NS') && !types.includes('SOA');
  if (isCut && type !== 'DS') return NO_PROOF;
  return { state: isCut ? 'delegated' : 'proven' };
};

const byName = (all: readonly Nsec[], name: string, type: RecordType, isGone: boolean, zone: string): Denial => {
  const here = all.find(({ owner }) => owner === name);
  if (here !== undefined) return atName(here.types, type);
  const cover = all.find(({ owner, next }) => isBetween(owner, name, next, inOrder));
  if (cover === undefined) return NO_PROOF;
  // The name has no records and others stand below it.
  if (!isGone && cover.next.endsWith(`.${name}`)) return { state: 'proven' };
  const wild = `*.${commonEnd(name, cover, zone)}`.replace(/\.$/, '');
  const atWild = all.find(({ owner }) => owner === wild);
  if (!isGone && atWild !== undefined) return atName(atWild.types, type);
  return all.some(({ owner, next }) => isBetween(owner, wild, next, inOrder)) ? { state: 'proven' } : NO_PROOF;
};

/** The closest name that exists: the longest end that the name shares with either end of the gap. */
const commonEnd = (name: string, { owner, next }: Nsec, zone: string): string =>
  suffixes(name).find((end) => [owner, next].some((one) => one === end || one.endsWith(`.${end}`))) ?? zone;

const byHash = (all: readonly Nsec3[], name: string, type: RecordType, isGone: boolean, zone: string): Denial => {
  const { salt, iterations } = all[0]!;
  const hash = (one: string): string => base32(hashName(one, salt, iterations));
  const match = (one: string): Nsec3 | undefined => {
    const wanted = hash(one);
    return all.find(({ owner }) => owner === wanted);
  };
  const cover = (one: string): Nsec3 | undefined => {
    const wanted = hash(one);
    return all.find(({ owner, next }) => isBetween(owner, wanted, next, byText));
  };
  const here = match(name);
  if (here !== undefined) return isGone ? NO_PROOF : atName(here.types, type);
  let below = name;
  for (const end of suffixes(name)
    .slice(1)
    .concat(zone === '' ? [''] : [])) {
    if (match(end) === undefined) {
      if (end === zone) return NO_PROOF;
      below = end;
      continue;
    }
    const gap = cover(below);
    if (gap === undefined) return NO_PROOF;
    // Delegations without DS may be left out of the proof: RFC 5155 8.6.
    if (type === 'DS' && gap.optOut) return { state: 'delegated' };
    const wild = end === '' ? '*' : `*.${end}`;
    const atWild = match(wild);
    if (atWild !== undefined) return isGone ? NO_PROOF : atName(atWild.types, type);
    return cover(wild) === undefined ? NO_PROOF : { state: 'proven' };
  }
  return NO_PROOF;
};

/** The name and all above it, without the root. */
const suffixes = (name: string): string[] => {
  const labels = name.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
};

/** The last one of a zone leads back to the first. */
const isBetween = (from: string, it: string, to: string, order: (a: string, b: string) => number): boolean =>
  order(from, to) < 0 ? order(from, it) < 0 && order(it, to) < 0 : order(from, it) < 0 || order(it, to) < 0;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** RFC 4034 6.1: by labels, from the right. */
const inOrder = (a: string, b: string): number => {
  const [left, right] = [a, b].map((name) => (name === '' ? [] : name.split('.').toReversed())) as [string[], string[]];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = Buffer.compare(Buffer.from(left[index]!), Buffer.from(right[index]!));
    if (order !== 0) return order;
  }
  return left.length - right.length;
};

/** RFC 5155 5. `iterations`: additional ones. */
export const hashName = (name: string, salt: Buffer, iterations: number): Buffer => {
  let bytes: Buffer = wireName(name);
  for (let round = 0; round <= iterations; round++) bytes = createHash('sha1').update(bytes).update(salt).digest();
  return bytes;
};

const DIGITS = '0123456789abcdefghijklmnopqrstuv';

/** Base 32 with the extended hex alphabet, RFC 4648 7, without padding: it sorts as the bytes do. */
export const base32 = (bytes: Buffer): string => {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += DIGITS[(held >> bits) & 31];
    }
  }
  return bits === 0 ? out : out + DIGITS[(held << (5 - bits)) & 31];
};
