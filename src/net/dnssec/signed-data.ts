import * as packet from 'dns-packet';
import type { RrsigData } from 'dns-packet';
import type { DnsRecord } from '../dns/answer.ts';
import { canonical } from '../dns/message.ts';

/** What the types of dns-packet leave out. */
const { name: nameCodec, record: codecOf } = packet as unknown as {
  name: { encodingLength: (name: string) => number; encode: (name: string, to: Buffer, at: number) => Buffer };
  record: (type: string) => { encode: (data: unknown) => Buffer };
};

/** A name in wire form, lower case, without compression. */
export const wireName = (name: string): Buffer => {
  const plain = canonical(name);
  // dns-packet counts two bytes for the root.
  if (plain === '') return Buffer.alloc(1);
  const bytes = Buffer.alloc(nameCodec.encodingLength(plain));
  nameCodec.encode(plain, bytes, 0);
  return bytes;
};

/** What a signature covers: RFC 4034 3.1.8.1. `types`: number of the covered type. Undefined for records that cannot be written again. */
export const signedData = (sig: RrsigData, records: readonly DnsRecord[], typeNumber: number): Buffer | undefined => {
  const [first] = records;
  if (first === undefined) return undefined;
  const head = Buffer.alloc(18);
  head.writeUInt16BE(typeNumber, 0);
  head[2] = sig.algorithm;
  head[3] = sig.labels;
  head.writeUInt32BE(sig.originalTTL, 4);
  head.writeUInt32BE(sig.expiration, 8);
  head.writeUInt32BE(sig.inception, 12);
  head.writeUInt16BE(sig.keyTag, 16);
  const owner = wireName(ownerOf(first.name, sig.labels));
  const all: Buffer[] = [];
  for (const one of records) {
    const data = dataOf(one);
    if (data === undefined) return undefined;
    all.push(data);
  }
  // In order of their bytes, each once: RFC 4034 6.3.
  const sorted = all
    .toSorted((a, b) => Buffer.compare(a, b))
    .filter((data, index, list) => index === 0 || !data.equals(list[index - 1]!));
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(typeNumber, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt32BE(sig.originalTTL, 4);
  return Buffer.concat([
    head,
    wireName(sig.signersName),
    ...sorted.flatMap((data) => {
      const length = Buffer.from(fixed);
      length.writeUInt16BE(data.length, 8);
      return [owner, length, data];
    }),
  ]);
};

/** Made from a wildcard when it has more labels than were signed: RFC 4035 5.3.2. */
const ownerOf = (name: string, labels: number): string => {
  const parts = canonical(name)
    .split('.')
    .filter((part) => part !== '');
  return parts.length > labels ? ['*', ...parts.slice(parts.length - labels)].join('.') : parts.join('.');
};

/** RDATA, names in it in lower case: RFC 4034 6.2. */
const dataOf = (one: DnsRecord): Buffer | undefined => {
  try {
    const bytes = codecOf(one.type).encode(lowered(one));
    return Buffer.from(bytes.subarray(2));
  } catch {
    return undefined;
  }
};

const lowered = (one: DnsRecord): unknown => {
  switch (one.type) {
    case 'NS':
    case 'CNAME':
    case 'PTR':
    case 'DNAME':
      return canonical(one.data);
    case 'MX':
      return { ...one.data, exchange: canonical(one.data.exchange) };
    case 'SOA':
      return { ...one.data, mname: canonical(one.data.mname), rname: canonical(one.data.rname) };
    case 'SRV':
      return { ...one.data, target: canonical(one.data.target) };
    default:
      return one.data;
  }
};
