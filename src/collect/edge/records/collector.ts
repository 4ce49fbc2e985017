import type { EdgeRecords, SeenRecord } from '../../../model/evidence/edge/records.ts';
import type { RecordType } from '../../../net/dns/answer.ts';
import { canonical } from '../../../net/dns/message.ts';
import { presented } from '../../../net/dns/present.ts';
import type { Net } from '../../../net/net.ts';
import { MAIL_PROVIDERS } from '../../mail/providers/registry.ts';
import type { EdgeCollector, EdgeContext } from '../edge-collector.ts';

type Question = readonly [name: string, types: readonly SeenRecord['type'][]];

const MOST_HOSTS = 60;
const MOST_RECORDS = 400;
const LONGEST = 5_000;
const AT_APEX: readonly SeenRecord['type'][] = ['A', 'AAAA', 'MX', 'TXT', 'CAA', 'NS', 'DS'];
/** Names below a domain that mail looks for (RFC 9989, 8461, 8460, the BIMI draft). */
const OF_MAIL = ['_dmarc', '_mta-sts', '_smtp._tls', 'default._bimi'];

/** Names that mail programs and senders look for. */
const OF_PROGRAMS = ['mta-sts', 'autodiscover', 'autoconfig'];

/** What stands in the zones, as far as names can be known: for the map of them, and for its copy in a file. */
export const recordsCollector: EdgeCollector<'edge.records'> = {
  provides: ['edge.records'],
  collect: async (context) => {
    const value = await Promise.all(context.hosts.domains.map((domain) => readRecords(context, domain)));
    return { 'edge.records': { ok: true, value } };
  },
};

const readRecords = async ({ net, hosts, config }: EdgeContext, domain: string): Promise<EdgeRecords> => {
  const selectors = [...new Set([...config.mail.selectors, ...MAIL_PROVIDERS.flatMap((one) => one.selectors)])];
  const bounces = [...new Set(MAIL_PROVIDERS.flatMap(({ returnPath }) => returnPath ?? []))];
  const below = hosts.hosts.filter((one) => one.domain === domain && one.host !== domain).slice(0, MOST_HOSTS);
  const questions: Question[] = [
    [domain, AT_APEX],
    ...below.map(({ host }): Question => [host, ['A', 'AAAA']]),
    ...OF_PROGRAMS.map((label): Question => [`${label}.${domain}`, ['A', 'AAAA']]),
    ...OF_MAIL.map((label): Question => [`${label}.${domain}`, ['TXT']]),
    ...bounces.map((label): Question => [`${label}.${domain}`, ['MX', 'TXT']]),
    ...selectors.map((selector): Question => [`${selector}._domainkey.${domain}`, ['TXT']]),
  ];
  const controls = ['', '_domainkey.'].map((at): Question => [
    `${net.made(`records ${at}`)}.${at}${domain}`,
    ['A', 'TXT'],
  ]);
  const [made, found] = await Promise.all(
    [controls, questions].map((list) => Promise.all(list.map(([name, types]) => askAll(net, name, types)))),
  );
  // A wildcard answers for names that nobody set up.
  const invented = new Set((made ?? []).flat().map(({ value }) => value));
  const isGuess = (name: string): boolean =>
    name.includes('._domainkey.') || OF_PROGRAMS.some((label) => name === `${label}.${domain}`);
  const records = new Map(
    (found ?? [])
      .flat()
      .filter(({ name, value }) => !(isGuess(name) && invented.has(value)))
      .map((one) => [`${one.name} ${one.type} ${one.value}`, one]),
  );
  return { domain, records: [...records.values()].slice(0, MOST_RECORDS) };
};

/** What stands at the very name: of an alias the alias, and not what it leads to. */
const askAll = async (net: Net, name: string, types: readonly SeenRecord['type'][]): Promise<SeenRecord[]> => {
  const answers = await Promise.all(types.map((type) => net.dns.ask(name, type as RecordType)));
  return answers.flatMap(({ records }) =>
    records.flatMap((record): SeenRecord[] => {
      const type = record.type as SeenRecord['type'];
      const value = canonical(record.name) === canonical(name) ? presented(record) : undefined;
      const isWanted = types.includes(type) || type === 'CNAME';
      return value === undefined || !isWanted || value.length > LONGEST
        ? []
        : [{ name: canonical(name), type, ttl: 'ttl' in record ? (record.ttl ?? 0) : 0, value }];
    }),
  );
};
