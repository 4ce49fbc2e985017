import type { DnsAnswer } from '../../net/dns/answer.ts';

/** TXT records of an answer, the strings of each joined, one character a byte. */
export const textsIn = ({ records }: Pick<DnsAnswer, 'records'>): string[] =>
  records.flatMap((one) => (one.type === 'TXT' ? [textOf(one.data)] : []));

const textOf = (data: unknown): string =>
  (Array.isArray(data) ? data : [data])
    .map((part) => (Buffer.isBuffer(part) ? part.toString('latin1') : String(part)))
    .join('');
