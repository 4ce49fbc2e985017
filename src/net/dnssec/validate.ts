import type { DsData } from 'dns-packet';
import type { DnsAnswer, DnsRecord, RecordType } from '../dns/answer.ts';
import type { DnsClient } from '../dns/client.ts';
import { canonical } from '../dns/message.ts';
import {
  algorithmName,
  isKnownAlgorithm,
  isMeantBy,
  isSignedBy,
  isWeakAlgorithm,
  isZoneKey,
  keyTag,
  rsaBits,
  type DnsKey,
} from './keys.ts';
import { signedData, wireName } from './signed-data.ts';

/** A delegation signer, as a parent or a trust anchor has it. */
export type DelegationSigner = Pick<DsData, 'keyTag' | 'algorithm' | 'digestType' | 'digest'>;

/**
 * `secure`: the parent's DS, the keys and the signatures fit. `insecure`: the parent has no DS. `bogus`: they do not fit, and resolvers that
 * validate answer SERVFAIL. `unknown`: something could not be learnt.
 */
export interface ZoneSecurity {
  zone: string;
  state: 'secure' | 'insecure' | 'bogus' | 'unknown';
  /** Why it is bogus or unknown. */
  problem?: string;
  /** Keys that sign; names of algorithms. */
  algorithms: readonly string[];
  weak: readonly string[];
  smallestRsa?: number;
  /** Milliseconds since 1970: when the first of the signatures that were looked at ends. */
  signedUntil?: number;
}

const TYPES: Readonly<Partial<Record<RecordType, number>>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  DNSKEY: 48,
  CAA: 257,
};
const MOST_KEYS = 20;
const MOST_SIGNATURES = 40;

export interface ValidateOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** DS of a zone from elsewhere than its parent: of the root, or in tests. */
  anchor?: readonly DelegationSigner[];
  /** Sets of records at the zone's own name that must be signed. */
  types?: readonly RecordType[];
}

/** Judges one zone: its parent's DS against its keys, its keys against their signature, and the signatures of some of its records. */
export const validateZone = async (
  client: DnsClient,
  zone: string,
  { now, anchor, types = ['SOA', 'NS'] }: ValidateOptions,
): Promise<ZoneSecurity> => {
  const ask = (type: RecordType): Promise<DnsAnswer> => client.ask(zone, type, { dnssec: true });
  const [dsAnswer, keyAnswer, ...sets] = await Promise.all([
    anchor === undefined ? ask('DS') : Promise.resolve(null),
    ask('DNSKEY'),
    ...types.map(ask),
  ]);
  const base = { zone, algorithms: [], weak: [] };
  const unknown = (problem: string): ZoneSecurity => ({ ...base, state: 'unknown', problem });
  if (dsAnswer !== null && dsAnswer.outcome !== 'answer' && dsAnswer.outcome !== 'nodata')
    return unknown(`its DS could not be read (${dsAnswer.outcome})`);
  const signers = anchor ?? dsOf(dsAnswer?.records ?? []);
  const keys = keysOf(keyAnswer.records).slice(0, MOST_KEYS);
  if (signers.length === 0) return { ...base, state: 'insecure', ...strengthOf(keys) };
  if (!signers.some(({ algorithm, digestType }) => isKnownAlgorithm(algorithm) && [1, 2, 4].includes(digestType)))
    return { ...base, state: 'insecure', problem: 'nobody knows the algorithm of its DS' };
  if (keyAnswer.outcome !== 'answer')
    return keyAnswer.outcome === 'nodata'
      ? { ...base, state: 'bogus', problem: 'the parent has a DS, and the zone has no DNSKEY' }
      : unknown(`its DNSKEY could not be read (${keyAnswer.outcome})`);
  const owner = wireName(zone);
  const entries = keys.filter((key) => signers.some((ds) => isMeantBy(key, owner, ds)));
  const told = { zone, ...strengthOf(keys) };
  if (entries.length === 0)
    return {
      ...told,
      state: 'bogus',
      problem: `no DNSKEY of the zone is the one that the parent's DS names (key tag ${signers[0]?.keyTag})`,
    };
  const zoneKeys = keys.filter(isZoneKey);
  const judged = [
    checkSet(keyAnswer, 'DNSKEY', zone, entries, now),
    ...sets.flatMap((answer, index) => {
      const type = types[index];
      return type === undefined || answer.outcome !== 'answer' ? [] : [checkSet(answer, type, zone, zoneKeys, now)];
    }),
  ];
  const wrong = judged.find(({ problem }) => problem !== undefined);
  const ends = judged.flatMap(({ until }) => until ?? []);
  return {
    ...told,
    state: wrong === undefined ? 'secure' : 'bogus',
    ...(wrong?.problem === undefined ? {} : { problem: wrong.problem }),
    ...(ends.length === 0 ? {} : { signedUntil: Math.min(...ends) }),
  };
};

interface Judged {
  problem?: string;
  until?: number;
}

/** One good signature is enough: RFC 4035 5.3. What is told is why the best of the others is none. */
const checkSet = (answer: DnsAnswer, type: RecordType, zone: string, keys: readonly DnsKey[], now: number): Judged => {
  const records = answer.records.filter(
    (one) => one.type === (type as string) && canonical(one.name) === canonical(zone),
  );
  const signatures = answer.records
    .flatMap((one) => (one.type === 'RRSIG' ? [one.data] : []))
    .filter(({ typeCovered }) => typeCovered === type)
    .slice(0, MOST_SIGNATURES);
  if (signatures.length === 0) return { problem: `its ${type} records are not signed` };
  const number = TYPES[type] ?? 0;
  let problem = `no key of the zone made a signature of its ${type} records`;
  for (const sig of signatures) {
    const key = keys.find((one) => one.algorithm === sig.algorithm && keyTag(one) === sig.keyTag);
    if (key === undefined || canonical(sig.signersName) !== canonical(zone)) continue;
    const [from, until] = [sig.inception * 1000, sig.expiration * 1000];
    if (now > until) problem = `the signature of its ${type} records ended on ${dayOf(until)}`;
    else if (now < from) problem = `the signature of its ${type} records begins on ${dayOf(from)} only`;
    else {
      const data = signedData(sig, records, number);
      if (data !== undefined && isSignedBy(key, data, sig.signature)) return { until };
      problem = `the signature of its ${type} records does not fit them`;
    }
  }
  return { problem };
};

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const dsOf = (records: readonly DnsRecord[]): DelegationSigner[] =>
  records.flatMap((one) => (one.type === 'DS' ? [one.data] : []));
const keysOf = (records: readonly DnsRecord[]): DnsKey[] =>
  records.flatMap((one) => (one.type === 'DNSKEY' ? [one.data] : []));

const strengthOf = (keys: readonly DnsKey[]): Pick<ZoneSecurity, 'algorithms' | 'weak' | 'smallestRsa'> => {
  const algorithms = [...new Set(keys.map(({ algorithm }) => algorithm))];
  const bits = keys.flatMap((key) => rsaBits(key) ?? []);
  return {
    algorithms: algorithms.map(algorithmName),
    weak: algorithms.filter(isWeakAlgorithm).map(algorithmName),
    ...(bits.length === 0 ? {} : { smallestRsa: Math.min(...bits) }),
  };
};
