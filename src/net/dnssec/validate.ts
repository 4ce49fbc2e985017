import type { DnsSecurity } from '../../model/evidence/edge/dns.ts';
import type { DnsAnswer, RecordType } from '../dns/answer.ts';
import type { Asker } from '../dns/client.ts';
import { canonical } from '../dns/message.ts';
import { ask, followChain, isBelow, type ChainOptions } from './chain.ts';
import { checkDenial } from './denial.ts';
import { algorithmName, isWeakAlgorithm, rsaBits, type DnsKey } from './keys.ts';
import { checkSet, type Judged, type Signing } from './rrset.ts';

export interface ValidateOptions extends ChainOptions {
  /** Names of the zone whose addresses are judged too; the first 40. */
  names?: readonly string[];
}

const AT_APEX: readonly RecordType[] = ['SOA', 'NS', 'A', 'AAAA', 'MX', 'TXT', 'CAA'];
const MOST_NAMES = 40;
const MOST_PROBLEMS = 5;

/** Judges one zone as a validating resolver would: the chain to it, the sets at its name, proofs of what is not there, and addresses of its names. */
export const validateZone = async (client: Asker, zone: string, options: ValidateOptions): Promise<DnsSecurity> => {
  const names = (options.names ?? []).filter((name) => name !== zone && isBelow(name, zone)).slice(0, MOST_NAMES);
  const [trust, apex, hosts] = await Promise.all([
    followChain(client, zone, options),
    Promise.all(AT_APEX.map((type) => ask(client, zone, type))),
    Promise.all(names.map((name) => ask(client, name, 'A'))),
  ]);
  const strength = strengthOf(trust.keys);
  if (trust.state === 'bogus')
    return {
      ...strength,
      state: 'bogus',
      problems: [trust.problem],
      anchored: false,
      ...(trust.at === zone ? {} : { brokenAt: trust.at === '' ? '.' : trust.at }),
    };
  if (trust.state !== 'secure')
    return {
      ...strength,
      state: trust.state,
      problems: trust.problem === undefined ? [] : [trust.problem],
      anchored: false,
    };
  const own = ownServer(client, apex);
  const judged = [
    trust.ownKeys,
    ...(
      await Promise.all(apex.map((answer) => confirmed(answer, own, (one) => judgeAnswer(one, trust.signing))))
    ).flat(),
    ...(
      await Promise.all(hosts.map((answer) => confirmed(answer, own, (one) => judgeName(client, one, trust.signing))))
    ).flat(),
  ];
  const problems = [...new Set(judged.flatMap(({ problem }) => problem ?? []))].slice(0, MOST_PROBLEMS);
  const signed = judged
    .flatMap(({ from, until }) => (from === undefined || until === undefined ? [] : [{ from, until }]))
    .toSorted((a, b) => a.until - b.until)[0];
  return {
    ...strength,
    state: problems.length === 0 ? 'secure' : 'bogus',
    problems,
    anchored: trust.anchored,
    ...(signed === undefined ? {} : { signed: { ...signed, at: options.now } }),
  };
};

/** Asks a server of the zone itself; null where none answers. */
type AskOwn = (name: string, type: RecordType) => Promise<DnsAnswer | null>;

/**
 * Many resolvers leave signatures and proofs out, of what they kept above all. Where something is missing, a server of the zone itself is asked;
 * only what it lacks too is said against the zone.
 */
const confirmed = async (
  answer: DnsAnswer,
  own: AskOwn,
  judge: (answer: DnsAnswer) => Judged[] | Promise<Judged[]>,
): Promise<Judged[]> => {
  const judged = await judge(answer);
  if (!judged.some(({ absent }) => absent)) return judged;
  const again = await own(answer.name, answer.type);
  return again === null ? judged.filter(({ absent }) => !absent) : judge(again);
};

const MOST_SERVERS = 3;

const ownServer = (client: Asker, apex: readonly DnsAnswer[]): AskOwn => {
  const names = apex
    .flatMap(({ records }) => records.flatMap((one) => (one.type === 'NS' ? [canonical(one.data)] : [])))
    .slice(0, MOST_SERVERS);
  let addresses: Promise<string[]> | undefined;
  const found = async (): Promise<string[]> => {
    const answers = await Promise.all(names.map((name) => client.ask(name, 'A')));
    return answers.flatMap(({ records }) => records.flatMap((one) => (one.type === 'A' ? [one.data] : [])));
  };
  return async (name, type) => {
    addresses ??= found();
    for (const address of (await addresses).slice(0, MOST_SERVERS)) {
      const answer = await client.ask(name, type, { server: { address, port: 53 }, dnssec: true, recurse: false });
      if (answer.outcome === 'answer' || answer.outcome === 'nodata') return answer;
    }
    return null;
  };
};

/** A set must be signed; that there is none must be proven. Servers that did not answer are another check's matter. */
const judgeAnswer = (answer: DnsAnswer, signing: Signing): Judged[] => {
  const { name, type, outcome, records } = answer;
  if (outcome === 'answer') return [checkSet(records, name, type, signing)];
  if (outcome !== 'nodata' || records.length > 0) return [];
  const denial = checkDenial(answer, name, type, signing);
  return denial.state === 'unproven'
    ? [
        {
          problem: `that ${canonical(name)} has no ${type} records is not proven: ${denial.problem}`,
          ...(denial.absent === undefined ? {} : { absent: denial.absent }),
        },
      ]
    : [];
};

/** Each set of an answer that this zone must have signed: aliases, and addresses where they end. */
const judgeName = async (client: Asker, answer: DnsAnswer, signing: Signing): Promise<Judged[]> => {
  if (answer.outcome !== 'answer' && answer.outcome !== 'nodata') return [];
  const sets = new Map<string, { name: string; type: RecordType }>();
  for (const { name, type } of answer.records)
    if ((type === 'A' || type === 'CNAME') && isBelow(name, signing.zone))
      sets.set(`${canonical(name)} ${type}`, { name: canonical(name), type });
  const judged = [...sets.values()].map(async ({ name, type }): Promise<Judged[]> => {
    const signers = answer.records.flatMap((one) =>
      one.type === 'RRSIG' && canonical(one.name) === name && one.data.typeCovered === type
        ? [canonical(one.data.signersName)]
        : [],
    );
    // A zone of its own below this one signs itself, or does not.
    const isOthers =
      signers.length > 0 ? !signers.includes(signing.zone) : (await zoneOf(client, name)) !== signing.zone;
    return isOthers ? [] : [checkSet(answer.records, name, type, signing)];
  });
  return (await Promise.all(judged)).flat();
};

/** The zone that a name belongs to, as the SOA that comes with an answer says. */
const zoneOf = async (client: Asker, name: string): Promise<string | undefined> => {
  const { records, authority } = await client.ask(name, 'SOA');
  const soa = [...records, ...authority].find(({ type }) => type === 'SOA');
  return soa === undefined ? undefined : canonical(soa.name);
};

const strengthOf = (keys: readonly DnsKey[]): Pick<DnsSecurity, 'weak' | 'smallestRsa'> => {
  const algorithms = [...new Set(keys.map(({ algorithm }) => algorithm))];
  const bits = keys.flatMap((key) => rsaBits(key) ?? []);
  return {
    weak: algorithms.filter(isWeakAlgorithm).map(algorithmName),
    ...(bits.length === 0 ? {} : { smallestRsa: Math.min(...bits) }),
  };
};
