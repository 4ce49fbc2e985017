import type { DkimFact } from '../../../model/evidence/mail.ts';
import type { Asker } from '../../../net/dns/client.ts';
import { canonical } from '../../../net/dns/message.ts';
import { isDkim, parseDkim } from '../dkim/key-record.ts';
import { textsIn } from '../dns-texts.ts';
import type { DomainInput } from './read-domain.ts';

export interface Selector {
  selector: string;
  from: string;
}

/** Looks at selectors that somebody named: none is guessed. A made-up one shows whether any name would answer. */
export const dkimFacts = async (
  client: Asker,
  domain: string,
  selectors: readonly Selector[],
  made: DomainInput['made'],
): Promise<DkimFact[]> => {
  if (selectors.length === 0) return [];
  const [control, ...facts] = await Promise.all([
    client.ask(`${made(`selector ${domain}`)}._domainkey.${domain}`, 'TXT'),
    ...selectors.map((one) => factOf(client, domain, one)),
  ]);
  const everywhere = new Set(textsIn(control));
  return facts.map(({ texts, fact }) => ({
    ...fact,
    wildcard: texts.length > 0 && texts.every((text) => everywhere.has(text)),
  }));
};

const factOf = async (
  client: Asker,
  domain: string,
  { selector, from }: Selector,
): Promise<{ texts: string[]; fact: DkimFact }> => {
  const name = `${selector}._domainkey.${domain}`;
  const answer = await client.ask(name, 'TXT');
  const texts = textsIn(answer);
  const alias = answer.records.flatMap((one) =>
    one.type === 'CNAME' && canonical(one.name) === canonical(name) ? [one.data] : [],
  )[0];
  const base = { selector, from, name, wildcard: false, ...(alias === undefined ? {} : { alias }) };
  const keys = texts.filter(isDkim);
  const [only] = keys;
  if (only === undefined) {
    const isKnown = ['answer', 'nodata', 'nxdomain'].includes(answer.outcome);
    const state = texts.length > 0 ? 'faulty' : isKnown ? 'none' : 'error';
    return { texts, fact: { ...base, state, ...(texts.length > 0 ? { problem: 'what stands there is no key' } : {}) } };
  }
  if (keys.length > 1) return { texts, fact: { ...base, state: 'faulty', problem: 'several keys stand there' } };
  const key = parseDkim(only);
  if (key.kind !== 'key')
    return { texts, fact: { ...base, state: key.kind, ...(key.kind === 'faulty' ? { problem: key.problem } : {}) } };
  const { algorithm, bits, testing, hashes } = key;
  return { texts, fact: { ...base, state: 'key', algorithm, bits, testing, hashes } };
};
