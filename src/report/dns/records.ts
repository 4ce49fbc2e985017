import type { Review } from '../../model/review.ts';
import type { SurfaceDomain, SurfaceRecord } from '../../model/surface.ts';

/** A record as it goes into a file; `note` says what it is for, and why it changes. */
export interface FileRecord extends SurfaceRecord {
  note: string;
  /** It cannot be used as it stands: something is to be filled in, or it is not seen from outside. */
  open: boolean;
}

/** Records at the registrar or of the DNS host itself, which no zone file brings. */
const ELSEWHERE = new Set(['DS', 'NS']);

/** What the zone should hold: what stands there, and what findings ask for in place of what they mean. */
export const fileRecords = ({ domain, records }: SurfaceDomain, review: Review): readonly FileRecord[] =>
  records
    .filter(({ name, type, state }) => state !== 'replaced' && !(ELSEWHERE.has(type) && name === domain))
    .map((record) => {
      const finding = review.findings.find(({ fingerprint }) => fingerprint === record.because);
      const why = record.state === 'wanted' && finding !== undefined ? `new: ${finding.title}` : '';
      const hidden =
        record.state === 'hidden' ? 'an address of the CDN; write the server’s, as the dashboard shows it' : '';
      return {
        ...record,
        ttl: usualTtl(record.ttl),
        note: oneLine([record.purpose, why, hidden].filter((part) => part !== '').join('; ')),
        open: record.state === 'hidden' || /<[^<>]{3,}>/.test(record.value),
      };
    });

const TTLS = [300, 600, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400];

/** A resolver tells what is left of it: up to the next that people write. */
const usualTtl = (seconds: number): number => TTLS.find((one) => one >= seconds) ?? 86_400;

/** Nothing of a comment may end it. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** The strings of a TXT record, unescaped; others as one. */
export const textOf = ({ type, value }: Pick<SurfaceRecord, 'type' | 'value'>): string =>
  type === 'TXT'
    ? textIn(bytesIn([...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner = '']) => inner).join('')))
    : value;

/** `\DDD` and `\X` of RFC 1035 5.1. */
const bytesIn = (text: string): Uint8Array<ArrayBuffer> => {
  const plain = text.replaceAll(/\\(\d{3}|.)/g, (_, part: string) =>
    part.length === 3 ? String.fromCharCode(Number(part) % 256) : part,
  );
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
};

/** UTF-8 where it is that, else a character a byte. */
const textIn = (bytes: Uint8Array<ArrayBuffer>): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
};

/** `@`, or what stands before the domain. */
export const labelOf = (name: string, domain: string): string =>
  name === domain ? '@' : name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : `${name}.`;

/** What every file says first; each line becomes a comment. */
export const preamble = ({ domain }: SurfaceDomain, { startedAt }: Review): readonly string[] => [
  `DNS of ${domain}, as it should be after the review of ${startedAt.slice(0, 10)}.`,
  'It holds what can be seen from outside: names that nobody could know are missing. Compare it with the export of your DNS host',
  'before it takes the place of anything. Lines that are commented out need a value that only you have.',
];

/** A name may hold any byte; what has a meaning in a zone file is escaped (RFC 1035 5.1). */
export const zoneName = (name: string): string =>
  name === '@'
    ? name
    : name.replaceAll(/[^\w.*-]/g, (character) =>
        [...new TextEncoder().encode(character)].map((byte) => `\\${String(byte).padStart(3, '0')}`).join(''),
      );
