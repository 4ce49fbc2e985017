import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

/** A DNSKEY as dns-packet reads it. */
export interface DnsKey {
  flags: number;
  algorithm: number;
  key: Buffer;
}

/** IANA: DNS security algorithm numbers. `weak`: signers must not use it any more (RFC 8624, RFC 9905). */
const ALGORITHMS: Readonly<Record<number, { name: string; hash: string | null; curve?: string; weak?: true }>> = {
  5: { name: 'RSASHA1', hash: 'sha1', weak: true },
  7: { name: 'RSASHA1-NSEC3-SHA1', hash: 'sha1', weak: true },
  8: { name: 'RSASHA256', hash: 'sha256' },
  10: { name: 'RSASHA512', hash: 'sha512' },
  13: { name: 'ECDSAP256SHA256', hash: 'sha256', curve: 'P-256' },
  14: { name: 'ECDSAP384SHA384', hash: 'sha384', curve: 'P-384' },
  15: { name: 'ED25519', hash: null, curve: 'Ed25519' },
  16: { name: 'ED448', hash: null, curve: 'Ed448' },
};

export const algorithmName = (number: number): string => ALGORITHMS[number]?.name ?? `algorithm ${number}`;
export const isWeakAlgorithm = (number: number): boolean => ALGORITHMS[number]?.weak === true;
export const isKnownAlgorithm = (number: number): boolean => ALGORITHMS[number] !== undefined;

/** A key that signs zones; RFC 4034 2.1.1. */
export const isZoneKey = ({ flags }: DnsKey): boolean => (flags & 0x0100) !== 0 && (flags & 0x0080) === 0;

/** RDATA of a DNSKEY. */
export const keyData = ({ flags, algorithm, key }: DnsKey): Buffer =>
  Buffer.concat([Buffer.from([flags >> 8, flags & 255, 3, algorithm]), key]);

/** RFC 4034, appendix B. */
export const keyTag = (key: DnsKey): number => {
  let sum = 0;
  for (const [index, byte] of keyData(key).entries()) sum += (index & 1) === 0 ? byte << 8 : byte;
  return (sum + ((sum >> 16) & 0xffff)) & 0xffff;
};

const DIGESTS: Readonly<Record<number, string>> = { 1: 'sha1', 2: 'sha256', 4: 'sha384' };

/** Whether a DS of the parent means this key: RFC 4034 5.1.4. `owner`: the zone's name in wire form, lower case. */
export const isMeantBy = (
  key: DnsKey,
  owner: Buffer,
  ds: { keyTag: number; algorithm: number; digestType: number; digest: Buffer },
): boolean => {
  const hash = DIGESTS[ds.digestType];
  return (
    hash !== undefined &&
    ds.algorithm === key.algorithm &&
    ds.keyTag === keyTag(key) &&
    createHash(hash).update(owner).update(keyData(key)).digest().equals(ds.digest)
  );
};

/** Bits of an RSA key; undefined for others. */
export const rsaBits = ({ algorithm, key }: DnsKey): number | undefined => {
  if (ALGORITHMS[algorithm]?.curve !== undefined) return undefined;
  const parts = rsaParts(key);
  return parts === undefined
    ? undefined
    : Math.max(0, parts.modulus.length * 8 - Math.clz32(parts.modulus[0] ?? 0) + 24);
};

/** RFC 3110. */
const rsaParts = (key: Buffer): { exponent: Buffer; modulus: Buffer } | undefined => {
  const [first = 0] = key;
  const [head, length] = first === 0 && key.length > 3 ? [3, key.readUInt16BE(1)] : [1, first];
  const modulus = key.subarray(head + length);
  return length === 0 || modulus.length < 32 ? undefined : { exponent: key.subarray(head, head + length), modulus };
};

const publicKeyOf = ({ algorithm, key }: DnsKey): KeyObject | undefined => {
  const known = ALGORITHMS[algorithm];
  if (known === undefined) return undefined;
  const text = (bytes: Buffer): string => bytes.toString('base64url');
  try {
    if (known.curve === undefined) {
      const parts = rsaParts(key);
      return (
        parts &&
        createPublicKey({ key: { kty: 'RSA', n: text(parts.modulus), e: text(parts.exponent) }, format: 'jwk' })
      );
    }
    if (known.hash === null)
      return createPublicKey({ key: { kty: 'OKP', crv: known.curve, x: text(key) }, format: 'jwk' });
    const half = key.length / 2;
    return createPublicKey({
      key: { kty: 'EC', crv: known.curve, x: text(key.subarray(0, half)), y: text(key.subarray(half)) },
      format: 'jwk',
    });
  } catch {
    return undefined;
  }
};

/** Whether the key made that signature of these bytes. A key that cannot be read has made none. */
export const isSignedBy = (dnsKey: DnsKey, data: Buffer, signature: Buffer): boolean => {
  const key = publicKeyOf(dnsKey);
  const hash = ALGORITHMS[dnsKey.algorithm]?.hash;
  if (key === undefined || hash === undefined) return false;
  try {
    return verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
};
