import { randomInt } from 'node:crypto';
import {
  AUTHENTIC_DATA,
  AUTHORITATIVE_ANSWER,
  CHECKING_DISABLED,
  decode,
  encode,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
  type Answer,
} from 'dns-packet';
import type { DnsOutcome, DnsRecord, RecordType } from './answer.ts';

/** RFC 1035 2.3.4, by bytes. */
const LONGEST_LABEL = 63;
const LONGEST_NAME = 253;
/** What passes every path unfragmented (DNS flag day 2020). */
const UDP_PAYLOAD = 1_232;
const DO = 1 << 15;

export interface Question {
  name: string;
  type: RecordType;
  /** Ask for signatures (RFC 3225), also of what a validating resolver would hide (RFC 4035 3.2.2): they are judged here. */
  dnssec: boolean;
  /** Ask for recursion; authoritative servers are asked without. */
  recurse: boolean;
  /** Without EDNS for servers that do not know it. */
  edns: boolean;
}

export interface Message {
  outcome: DnsOutcome;
  truncated: boolean;
  /** The server does not know EDNS, as it seems. */
  isFormatError: boolean;
  records: readonly DnsRecord[];
  authority: readonly DnsRecord[];
  additional: readonly DnsRecord[];
  authoritative: boolean;
  authenticated: boolean;
  recursive: boolean;
}

/** Without the dot of the root; comparable. */
export const canonical = (name: string): string => name.replace(/\.$/, '').toLowerCase();

/** Whether a name can be asked for. The root is `.`. */
export const isAskable = (name: string): boolean => {
  const plain = name.replace(/\.$/, '');
  return (
    (plain !== '' || name === '.') &&
    Buffer.byteLength(plain) <= LONGEST_NAME &&
    (name === '.' ||
      plain
        .split('.')
        .every((label) => label !== '' && Buffer.byteLength(label) <= LONGEST_LABEL && !label.includes('\0')))
  );
};

/** A query with an id of its own; RFC 5452 wants it random. */
export const encodeQuery = ({ name, type, dnssec, recurse, edns }: Question): { id: number; bytes: Buffer } => {
  const id = randomInt(0x1_00_00);
  const bytes = encode({
    type: 'query',
    id,
    flags: (recurse ? RECURSION_DESIRED : 0) | (dnssec ? CHECKING_DISABLED : 0),
    // The types of dns-packet do not list all that it reads.
    questions: [{ name, type: type as 'A' }],
    ...(edns
      ? {
          additionals: [
            {
              type: 'OPT',
              name: '.',
              udpPayloadSize: UDP_PAYLOAD,
              flags: dnssec ? DO : 0,
              options: [],
            } as unknown as Answer,
          ],
        }
      : {}),
  });
  return { id, bytes };
};

const OUTCOMES: Readonly<Record<string, DnsOutcome>> = {
  NXDOMAIN: 'nxdomain',
  SERVFAIL: 'servfail',
  REFUSED: 'refused',
};

/** Reads an answer to that question; undefined for what is none. Never throws: the bytes may be anybody's. */
export const decodeAnswer = (bytes: Buffer, id: number, { name, type }: Question): Message | undefined => {
  let packet;
  try {
    packet = decode(bytes);
  } catch {
    return undefined;
  }
  const { flags = 0, questions = [], answers = [], authorities = [], additionals = [] } = packet;
  const [asked] = questions;
  if (packet.id !== id || packet.type !== 'response') return undefined;
  const rcode = (packet as { rcode?: string }).rcode ?? '';
  const isFormatError = rcode === 'FORMERR' || rcode === 'NOTIMP' || rcode === 'BADVERS';
  // Servers that cannot read a question do not repeat it.
  if (
    asked === undefined ? !isFormatError : asked.type !== (type as string) || canonical(asked.name) !== canonical(name)
  )
    return undefined;
  const records = plain(answers);
  const outcome = rcode === 'NOERROR' ? (hasType(records, type) ? 'answer' : 'nodata') : (OUTCOMES[rcode] ?? 'other');
  return {
    outcome,
    truncated: (flags & TRUNCATED_RESPONSE) !== 0,
    isFormatError,
    records,
    authority: plain(authorities),
    additional: plain(additionals),
    authoritative: (flags & AUTHORITATIVE_ANSWER) !== 0,
    authenticated: (flags & AUTHENTIC_DATA) !== 0,
    recursive: (flags & RECURSION_AVAILABLE) !== 0,
  };
};

const plain = (answers: readonly Answer[]): DnsRecord[] =>
  answers.filter((one): one is DnsRecord => one.type !== 'OPT');

const hasType = (records: readonly DnsRecord[], type: RecordType): boolean =>
  records.some((one) => one.type === (type as string));
