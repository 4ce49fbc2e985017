import { constants, generateKeyPairSync, sign, createHash, type KeyObject } from 'node:crypto';
import type { RrsigData } from 'dns-packet';
import type { DnsRecord } from '../dns/answer.ts';
import { keyData, keyTag, type DnsKey } from '../dnssec/keys.ts';
import { TYPES } from '../dnssec/rrset.ts';
import { signedData, wireName } from '../dnssec/signed-data.ts';
import type { ZoneName, ZoneRecord } from './dns-server.ts';

export type SigningAlgorithm = 'ECDSAP256SHA256' | 'RSASHA1' | 'RSASHA256';

export interface SignerSpec {
  algorithm: SigningAlgorithm;
  /** Of an RSA key. Default 2,048. */
  bits?: number;
  /** Milliseconds since 1970. */
  from: number;
  until: number;
}

export interface ZoneSigner {
  key: DnsKey;
  ds: { keyTag: number; algorithm: number; digestType: number; digest: Buffer };
  /** Signatures of one set. */
  sign(records: readonly DnsRecord[]): ZoneRecord;
}

const NUMBERS = { RSASHA1: 5, RSASHA256: 8, ECDSAP256SHA256: 13 } as const;

/** One key for a zone, made anew. */
export const makeSigner = (zone: string, { algorithm, bits = 2_048, from, until }: SignerSpec): ZoneSigner => {
  const { publicKey, privateKey } =
    algorithm === 'ECDSAP256SHA256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: bits });
  const key: DnsKey = { flags: 257, algorithm: NUMBERS[algorithm], key: publicBytes(publicKey) };
  const tag = keyTag(key);
  return {
    key,
    ds: {
      keyTag: tag,
      algorithm: key.algorithm,
      digestType: 2,
      digest: createHash('sha256').update(wireName(zone)).update(keyData(key)).digest(),
    },
    sign: (records) => {
      const [first] = records;
      if (first === undefined) throw new Error('an empty set');
      const sig: RrsigData = {
        typeCovered: first.type,
        algorithm: key.algorithm,
        labels: first.name.split('.').length,
        originalTTL: first.ttl ?? 300,
        expiration: Math.floor(until / 1000),
        inception: Math.floor(from / 1000),
        keyTag: tag,
        signersName: zone,
        signature: Buffer.alloc(0),
      };
      const data = signedData(sig, records, TYPES[first.type as keyof typeof TYPES] ?? 0);
      if (data === undefined) throw new Error(`${first.type} cannot be signed`);
      return { type: 'RRSIG', data: { ...sig, signature: signatureOf(privateKey, algorithm, data) } };
    },
  };
};

const signatureOf = (key: KeyObject, algorithm: SigningAlgorithm, data: Buffer): Buffer =>
  algorithm === 'ECDSAP256SHA256'
    ? sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })
    : sign(algorithm === 'RSASHA1' ? 'sha1' : 'sha256', data, { key, padding: constants.RSA_PKCS1_PADDING });

/** RFC 6605 4, RFC 3110 2. */
const publicBytes = (key: KeyObject): Buffer => {
  const { x = '', y = '', n = '', e = '' } = key.export({ format: 'jwk' });
  const [exponent, modulus] = [Buffer.from(e, 'base64url'), Buffer.from(n, 'base64url')];
  return n === ''
    ? Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
    : Buffer.concat([Buffer.from([exponent.length]), exponent, modulus]);
};

/** From the right: RFC 4034 6.1. */
const byLabels = (a: string, b: string): number => {
  const [left, right] = [a, b].map((name) => name.split('.').toReversed().join('\0')) as [string, string];
  return left < right ? -1 : 1;
};

/** The zone with its keys, the signature of each set, and at each name what it has and nothing else (NSEC). */
export const signedZone = (
  zones: ReadonlyMap<string, ZoneName>,
  zone: string,
  signer: ZoneSigner,
): Map<string, ZoneName> => {
  const names = [...zones.keys()].filter((name) => name === zone || name.endsWith(`.${zone}`)).toSorted(byLabels);
  const out = new Map(zones);
  for (const [index, name] of names.entries()) {
    const own = [
      ...(zones.get(name)?.records ?? []),
      ...(name === zone ? [{ type: 'DNSKEY', data: signer.key, ttl: 300 }] : []),
    ];
    const types = [...new Set(own.map(({ type }) => type))];
    const nsec: ZoneRecord = {
      type: 'NSEC',
      data: { nextDomain: names[index + 1] ?? zone, rrtypes: [...types, 'NSEC', 'RRSIG'] },
      ttl: 300,
    };
    const sets = [...types.map((type) => own.filter((one) => one.type === type)), [nsec]];
    const signatures = sets.map((set) => signer.sign(set.map((one) => ({ ...one, name }) as DnsRecord)));
    out.set(name, { ...zones.get(name), records: [...own, nsec, ...signatures] });
  }
  return out;
};
