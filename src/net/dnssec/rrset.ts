import type { DnsAnswer, RecordType } from '../dns/answer.ts';
import { canonical } from '../dns/message.ts';
import { isSignedBy, keyTag, type DnsKey } from './keys.ts';
import { signedData } from './signed-data.ts';

/** IANA numbers of the types whose sets are judged. */
export const TYPES: Readonly<Partial<Record<RecordType, number>>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  NSEC: 47,
  DNSKEY: 48,
  NSEC3: 50,
  CAA: 257,
};
const MOST_SIGNATURES = 40;

/** Whose signatures count, and when. `left`: verifications that may still be made, so that many keys times many signatures end (CVE-2023-50387). */
export interface Signing {
  zone: string;
  keys: readonly DnsKey[];
  /** Milliseconds since 1970. */
  now: number;
  budget: { left: number };
}

export interface Judged {
  /** Why no signature of the set holds; absent when one does. */
  problem?: string;
  /** Nothing came that could hold: the zone has none, or who was asked leaves it out. */
  absent?: true;
  /** Of the one that holds, milliseconds since 1970. */
  from?: number;
  until?: number;
}

/** The set of one name and type, by its signatures. One good one is enough: RFC 4035 5.3. */
export const checkSet = (records: DnsAnswer['records'], name: string, type: RecordType, signing: Signing): Judged => {
  const owner = canonical(name);
  const here = records.filter((one) => canonical(one.name) === owner);
  const set = here.filter((one) => one.type === (type as string));
  const signatures = here
    .flatMap((one) => (one.type === 'RRSIG' && one.data.typeCovered === type ? [one.data] : []))
    .slice(0, MOST_SIGNATURES);
  const what = `the ${type} records of ${owner === '' ? 'the root' : owner}`;
  if (signatures.length === 0) return { problem: `${what} are not signed`, absent: true };
  let problem = `no key of ${signing.zone === '' ? 'the root' : signing.zone} made a signature of ${what}`;
  for (const sig of signatures) {
    if (canonical(sig.signersName) !== signing.zone || sig.labels > labelsOf(owner)) continue;
    const keys = signing.keys.filter((one) => one.algorithm === sig.algorithm && keyTag(one) === sig.keyTag);
    if (keys.length === 0) continue;
    const [from, until] = [sig.inception * 1000, sig.expiration * 1000];
    if (signing.now > until) problem = `the signature of ${what} ended on ${dayOf(until)}`;
    else if (signing.now < from) problem = `the signature of ${what} begins on ${dayOf(from)} only`;
    else {
      const data = signedData(sig, set, TYPES[type] ?? 0);
      for (const key of keys) {
        if (signing.budget.left-- <= 0) return { problem: 'it has more keys and signatures than are tried' };
        if (data !== undefined && isSignedBy(key, data, sig.signature)) return { from, until };
      }
      problem = `the signature of ${what} does not fit them`;
    }
  }
  return { problem };
};

/** A wildcard does not count: RFC 4034 3.1.3. */
const labelsOf = (name: string): number => (name === '' ? 0 : name.replace(/^\*\./, '').split('.').length);

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
