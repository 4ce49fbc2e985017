import type { MailDomain } from '../../../model/evidence/mail.ts';
import type { Asker } from '../../../net/dns/client.ts';
import { textsIn } from '../dns-texts.ts';
import { parseBimi, parseStsPolicy, parseStsRecord, parseTlsReporting } from '../policies.ts';
import type { MailProvider } from '../providers/provider.ts';
import { MAIL_PROVIDERS } from '../providers/registry.ts';
import { spfDns } from '../spf/spf-dns.ts';
import { lookupsOf, nodesOf } from '../../../model/judge/spf.ts';
import { spfTree } from '../spf/tree.ts';
import { alignmentOf } from './alignment.ts';
import { dkimFacts, type Selector } from './dkim-facts.ts';
import { dmarcFacts } from './dmarc-facts.ts';
import { mxFacts } from './mx-facts.ts';
import { providerRecords } from './provider-records.ts';

export interface ToldSender {
  provider: string;
  seenIn: string;
  /** It is known to send from this very domain. */
  certain: boolean;
}

export interface DomainInput {
  domain: string;
  client: Asker;
  /** A label that nobody has, for `what`. */
  made: (what: string) => string;
  /** Providers that the code or the config names, with what names them. */
  senders: readonly ToldSender[];
  /** Selectors that the config names. */
  selectors: readonly string[];
  /** The policy file of `mta-sts.<domain>`; null when it could not be had, with why. */
  fetchPolicy: (url: string) => Promise<{ ok: true; text: string } | { ok: false; problem: string }>;
}

/** All that DNS says of a domain's mail, asked side by side. */
export const readMailDomain = async (input: DomainInput): Promise<MailDomain> => {
  const { domain, client } = input;
  const [spf, dmarc, mx, sts, tls, bimi] = await Promise.all([
    spfTree(domain, spfDns(client)),
    dmarcFacts(client, domain),
    mxFacts(client, domain),
    stsFacts(input),
    recordAt(
      client,
      `_smtp._tls.${domain}`,
      (text) => /^v=TLSRPTv1/i.test(text),
      (text) => parseTlsReporting(text) !== undefined,
    ),
    recordAt(
      client,
      `default._bimi.${domain}`,
      (text) => /^v=BIMI1/i.test(text),
      (text) => parseBimi(text) !== undefined,
    ),
  ]);
  const seen = sendersOf(
    input,
    nodesOf(spf).map((node) => node.domain),
    mx.hosts.map(({ name }) => name),
  );
  const dkim = await dkimFacts(client, domain, selectorsOf(input, seen), input.made);
  const senders = await Promise.all(
    seen.map(async ({ provider, ...facts }) => {
      const [aligned, records, includeCosts] = await Promise.all([
        alignmentOf({ domain, client, provider, spf, dkim, dmarc }),
        providerRecords(client, domain, provider, mx, dkim),
        costsOf(input, provider),
      ]);
      return {
        ...facts,
        provider: provider.id,
        name: provider.name,
        includes: provider.spf,
        spfAtApex: provider.spfAtApex,
        aligned,
        records,
        shownAt: provider.shownAt,
        ...(includeCosts === undefined || aligned.spf !== 'no' ? {} : { includeCosts }),
      };
    }),
  );
  return { domain, senders, spf, dmarc, mx, mtaSts: sts, tlsReporting: tls, bimi, dkim };
};

/** What it would cost to include a provider into the domain's SPF record. */
const costsOf = async ({ client }: DomainInput, { spf, spfAtApex }: MailProvider): Promise<number | undefined> => {
  const [include] = spf;
  return include === undefined || !spfAtApex ? undefined : 1 + lookupsOf(await spfTree(include, spfDns(client)));
};

interface Seen {
  provider: MailProvider;
  seenIn: readonly string[];
  ofDomain: boolean;
}

const sendersOf = ({ senders }: DomainInput, included: readonly string[], hosts: readonly string[]): Seen[] =>
  MAIL_PROVIDERS.flatMap((provider) => {
    const { id, spf, mx, spfAtApex } = provider;
    const told = senders.filter((one) => one.provider === id);
    const inDns = [
      // Several send through the machines of one: an include tells only where it is nobody else's.
      ...(MAIL_PROVIDERS.filter((one) => one.spf.some((of) => spf.includes(of))).length === 1
        ? spf.filter((of) => included.includes(of)).map((of) => `SPF include:${of}`)
        : []),
      ...(spfAtApex
        ? hosts.filter((host) => mx.some((pattern) => pattern.test(host))).map((host) => `MX ${host}`)
        : []),
    ];
    const seenIn = [...told.map((one) => one.seenIn), ...inDns];
    const ofDomain = inDns.length > 0 || told.some(({ certain }) => certain);
    return seenIn.length === 0 ? [] : [{ provider, seenIn, ofDomain }];
  });

const selectorsOf = ({ selectors }: DomainInput, senders: readonly Seen[]): Selector[] => {
  const own = selectors.map((selector) => ({ selector, from: 'config' }));
  const usual = senders.flatMap(({ provider: { name, selectors: fixed } }) =>
    fixed.map((selector) => ({ selector, from: name })),
  );
  return [...new Map([...usual, ...own].map((one) => [one.selector, one])).values()];
};

type State = 'none' | 'faulty' | 'good' | 'unknown';

const recordAt = async (
  client: Asker,
  name: string,
  isMeant: (text: string) => boolean,
  isGood: (text: string) => boolean,
): Promise<{ state: State; record?: string }> => {
  const answer = await client.ask(name, 'TXT');
  const records = textsIn(answer).filter(isMeant);
  const [record] = records;
  if (record === undefined)
    return { state: ['answer', 'nodata', 'nxdomain'].includes(answer.outcome) ? 'none' : 'unknown' };
  return { state: records.length === 1 && isGood(record) ? 'good' : 'faulty', record };
};

const stsFacts = async ({ client, domain, fetchPolicy }: DomainInput): Promise<MailDomain['mtaSts']> => {
  const found = await recordAt(
    client,
    `_mta-sts.${domain}`,
    (text) => /^v=STSv1/i.test(text),
    (text) => parseStsRecord(text) !== undefined,
  );
  if (found.state !== 'good') return found;
  const fetched = await fetchPolicy(`https://mta-sts.${domain}/.well-known/mta-sts.txt`);
  if (!fetched.ok) return { ...found, state: 'faulty', problem: fetched.problem };
  const policy = parseStsPolicy(fetched.text);
  return typeof policy === 'string' ? { ...found, state: 'faulty', problem: policy } : { ...found, ...policy };
};
