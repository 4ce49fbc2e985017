import { randomBytes } from 'node:crypto';
import type { DkimFact } from '../../../model/evidence/mail.ts';
import type { DnsClient } from '../../../net/dns/client.ts';
import { canonical } from '../../../net/dns/message.ts';
import { isDkim, parseDkim } from '../dkim/key-record.ts';
import { textsIn } from '../dns-texts.ts';

export interface Selector {
  selector: string;
  from: string;
}

/** Looks at selectors that somebody named: none is guessed. A made-up one shows whether any name would answer. */
export const dkimFacts = async (
  client: DnsClient,
  domain: string,
  selectors: readonly Selector[],
): Promise<DkimFact[]> => {
  if (selectors.length === 0) return [];
  const [control, ...facts] = await Promise.all([
    client.ask(`lr${randomBytes(6).toString('hex')}._domainkey.${domain}`, 'TXT'),
    ...selectors.map((one) => factOf(client, domain, one)),
  ]);
  const everywhere = new Set(textsIn(control));
  return facts.map(({ texts, fact }) => ({
    ...fact,
    wildcard: texts.length > 0 && texts.every((text) => everywhere.has(text)),
  }));
};

const factOf = async (
  client: DnsClient,
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
