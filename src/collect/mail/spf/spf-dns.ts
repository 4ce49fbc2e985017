import type { DnsAnswer, DnsRecord } from '../../../net/dns/answer.ts';
import type { Asker } from '../../../net/dns/client.ts';
import { canonical } from '../../../net/dns/message.ts';
import { textsIn } from '../dns-texts.ts';
import type { Looked, SpfDns } from './lookup.ts';

/** SPF's questions over a DNS client. Within one check the same question is asked once. */
export const spfDns = (client: Asker): SpfDns => {
  const known = new Map<string, Promise<Looked<unknown>>>();
  const ask = <T>(
    name: string,
    type: 'A' | 'AAAA' | 'MX' | 'PTR' | 'TXT',
    read: (records: readonly DnsRecord[]) => T[],
  ): Promise<Looked<T>> => {
    const key = `${type} ${canonical(name)}`;
    const asked = known.get(key) ?? client.ask(name, type).then((answer) => looked(answer, read));
    known.set(key, asked);
    return asked as Promise<Looked<T>>;
  };
  const texts = (type: string) => (records: readonly DnsRecord[]) =>
    records.flatMap((one) => (one.type === type && typeof one.data === 'string' ? [one.data] : []));
  return {
    a: (name) => ask(name, 'A', texts('A')),
    aaaa: (name) => ask(name, 'AAAA', texts('AAAA')),
    ptr: (name) => ask(name, 'PTR', texts('PTR')),
    mx: (name) =>
      ask(name, 'MX', (records) =>
        records
          .flatMap((one) => (one.type === 'MX' ? [one.data] : []))
          .toSorted((a, b) => (a.preference ?? 0) - (b.preference ?? 0))
          .map(({ exchange }) => exchange.replace(/^\.$/, '')),
      ),
    txt: (name) => ask(name, 'TXT', (records) => textsIn({ records })),
  };
};

const looked = <T>(answer: DnsAnswer, read: (records: readonly DnsRecord[]) => T[]): Looked<T> => {
  switch (answer.outcome) {
    case 'answer':
      return { found: 'records', records: read(answer.records) };
    case 'nodata':
      return { found: 'void', isMissing: false };
    // A name that cannot be asked for does not exist.
    case 'nxdomain':
    case 'bad-name':
      return { found: 'void', isMissing: true };
    default:
      return { found: 'error' };
  }
};
