import type { DnsRecord } from './answer.ts';

/** RDATA as a zone file has it (RFC 1035 5.1), names absolute; undefined for types that are not written. */
export const presented = (record: DnsRecord): string | undefined => {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.data;
    case 'CNAME':
    case 'NS':
      return absolute(record.data);
    case 'MX':
      return `${record.data.preference ?? 0} ${absolute(record.data.exchange)}`;
    case 'SRV': {
      const { priority = 0, weight = 0, port, target } = record.data;
      return `${priority} ${weight} ${port} ${absolute(target)}`;
    }
    case 'CAA':
      return `${record.data.flags ?? 0} ${record.data.tag} ${quoted(Buffer.from(record.data.value))}`;
    case 'DS': {
      const { keyTag, algorithm, digestType, digest } = record.data;
      return `${keyTag} ${algorithm} ${digestType} ${digest.toString('hex').toUpperCase()}`;
    }
    case 'TXT':
      return [record.data]
        .flat()
        .map((text) => quoted(Buffer.from(text)))
        .join(' ');
    default:
      return undefined;
  }
};

/** What has a meaning in a zone file is escaped like what cannot be printed. */
const absolute = (name: string): string =>
  `${name
    .toLowerCase()
    .replace(/\.$/, '')
    .replaceAll(/[^\w.*/-]/gu, escaped)}.`;

const escaped = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `\\${String(byte).padStart(3, '0')}`).join('');

/** A character string; bytes that are not printable as `\DDD`. */
const quoted = (bytes: Uint8Array): string =>
  `"${[...bytes]
    .map((byte) =>
      byte === 0x22 || byte === 0x5c
        ? `\\${String.fromCharCode(byte)}`
        : byte < 0x20 || byte > 0x7e
          ? `\\${String(byte).padStart(3, '0')}`
          : String.fromCharCode(byte),
    )
    .join('')}"`;
