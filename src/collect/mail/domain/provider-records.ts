import type { DkimFact, MailRecord, MxFacts } from '../../../model/evidence/mail.ts';
import type { DnsAnswer } from '../../../net/dns/answer.ts';
import type { Asker } from '../../../net/dns/client.ts';
import { canonical } from '../../../net/dns/message.ts';
import { isDkim, parseDkim } from '../dkim/key-record.ts';
import { textsIn } from '../dns-texts.ts';
import type { MailProvider, RecordTemplate } from '../providers/provider.ts';

/** What a provider asks a domain to publish, and whether it stands there. Records for the inbox only where mail goes to it, or to nobody. */
export const providerRecords = async (
  client: Asker,
  domain: string,
  provider: MailProvider,
  mx: MxFacts,
  dkim: readonly DkimFact[],
): Promise<MailRecord[]> => {
  const isInbox = mx.state === 'none' || mx.hosts.some(({ name }) => provider.mx.some((pattern) => pattern.test(name)));
  return Promise.all(
    provider.records
      .filter((one) => one.for !== 'inbox' || isInbox)
      .map(async (template) => {
        const fill = (text: string): string =>
          text.replaceAll('{domain}', domain).replaceAll('{dashed}', domain.replaceAll('.', '-'));
        const name = template.name === '' ? domain : `${fill(template.name)}.${domain}`;
        const value = fill(template.value);
        const base = { for: template.for, name, type: template.type, value, optional: template.optional === true };
        if (name.includes('<')) return { ...base, state: 'unknown' as const };
        // A DNS host that answers for an alias itself shows the key alone.
        if (dkim.some((fact) => fact.name === name && fact.state === 'key' && !fact.wildcard))
          return { ...base, state: 'there' as const };
        // Another set of servers of the same provider takes mail just as well.
        if (template.for === 'inbox' && mx.hosts.length > 0) return { ...base, state: 'there' as const };
        return { ...base, ...stateOf(template, name, value, await client.ask(name, template.type)) };
      }),
  );
};

const stateOf = (
  template: RecordTemplate,
  name: string,
  value: string,
  answer: DnsAnswer,
): Pick<MailRecord, 'state' | 'found'> => {
  if (!['answer', 'nodata', 'nxdomain'].includes(answer.outcome)) return { state: 'unknown' };
  const found = valuesIn(answer, name, template.type);
  if (found.some((one) => isMeant(template, value, one))) return { state: 'there', found: found.join(', ') };
  // At a name of its own, what is not the record is another; the domain itself has texts of many.
  return found.length === 0 || template.name === ''
    ? { state: 'missing' }
    : { state: 'other', found: found.join(', ') };
};

const valuesIn = (answer: DnsAnswer, name: string, type: MailRecord['type']): string[] => {
  if (type === 'TXT') return textsIn(answer);
  return answer.records.flatMap((one) => {
    if (canonical(one.name) !== canonical(name)) return [];
    if (type === 'CNAME') return one.type === 'CNAME' ? [canonical(one.data)] : [];
    return one.type === 'MX' ? [`${one.data.preference ?? 0} ${canonical(one.data.exchange)}`] : [];
  });
};

/** Whether what stands there is what the provider wants: a key for a key, the include for SPF, else the value, `<…>` standing for anything. */
const isMeant = (template: RecordTemplate, value: string, found: string): boolean => {
  if (template.type === 'TXT' && template.for === 'dkim') return isDkim(found) && parseDkim(found).kind === 'key';
  const [, include] = /^v=spf1 include:(\S+)/.exec(value) ?? [];
  if (include !== undefined) return /^v=spf1\s/i.test(found) && found.toLowerCase().includes(`include:${include}`);
  const pattern = value
    .toLowerCase()
    .split(/<[^<>]*>/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.+');
  return new RegExp(`^${pattern}$`).test(found.toLowerCase());
};
