import type { DnsAnswer, RecordType } from '../dns/answer.ts';
import type { Asker } from '../dns/client.ts';
import { canonical } from '../dns/message.ts';
import { ROOT_ANCHORS, type Ds, type TrustAnchor } from './anchors.ts';
import { checkDenial } from './denial.ts';
import { isKnownAlgorithm, isMeantBy, isZoneKey, keyTag, type DnsKey } from './keys.ts';
import { checkSet, type Judged, type Signing } from './rrset.ts';
import { wireName } from './signed-data.ts';

export interface ChainOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** Keys that are trusted to begin with; the root's when left out. */
  anchors?: readonly TrustAnchor[];
}

/**
 * What stands between an anchor and a zone. `secure`: its keys are those that the parents vouch for. `insecure`: a parent vouches for no keys.
 * `bogus`: what is vouched for does not fit, at `at`. `unknown`: something could not be learnt.
 */
export type ZoneTrust =
  | { state: 'secure'; signing: Signing; keys: readonly DnsKey[]; ownKeys: Judged; anchored: boolean }
  | { state: 'insecure' | 'unknown'; problem?: string; keys: readonly DnsKey[] }
  | { state: 'bogus'; problem: string; at: string; keys: readonly DnsKey[] };

const MOST_KEYS = 20;
const MOST_VERIFICATIONS = 120;
const DIGESTS = [1, 2, 4];

/** From the nearest anchor above down to the zone. Without an anchor that can be reached, the parent's DS is taken as it is told. */
export const followChain = async (
  client: Asker,
  zone: string,
  { now, anchors = ROOT_ANCHORS }: ChainOptions,
): Promise<ZoneTrust> => {
  const steps = stepsTo(zone, anchors);
  const answers = await Promise.all(
    steps.map(async (step, index) => {
      const [ds, keys] = await Promise.all([index === 0 ? null : ask(client, step, 'DS'), ask(client, step, 'DNSKEY')]);
      return { step, ds, keys };
    }),
  );
  const budget = { left: MOST_VERIFICATIONS };
  const [top, ...rest] = answers;
  if (top === undefined) return unknown('no zone was found', undefined);
  const entries = anchors.filter((anchor) => anchor.zone === top.step);
  const start = enter(top.step, top.keys, entries, { now, budget }, true);
  // The user's own anchor does not fit. Of the root's, a network with names of its own may know nothing.
  const isOwn = anchors !== ROOT_ANCHORS && top.keys.outcome === 'answer';
  if (top.step === zone || (isOwn && start.state !== 'secure')) return start;
  let parent = start.state === 'secure' ? start.signing : undefined;
  let isAnchored = parent !== undefined;
  /** A zone on the way of which it could not be told whether it is signed. */
  let isDoubtful = false;
  for (const { step, ds, keys } of rest) {
    const isLast = step === zone;
    if (ds === null || !['answer', 'nodata', 'nxdomain'].includes(ds.outcome)) {
      if (isLast) return unknown(`its DS could not be read (${ds?.outcome})`, keys);
      parent = undefined;
      isAnchored = false;
      isDoubtful = true;
      continue;
    }
    if (ds.outcome !== 'answer') {
      const denial = parent === undefined ? undefined : checkDenial(ds, step, 'DS', parent);
      // Nobody vouches for this one, and so for none below it.
      if (isLast || denial?.state === 'delegated') return { state: 'insecure', keys: keysOf(keys) };
      isDoubtful ||= denial?.state === 'unproven';
      continue;
    }
    const vouched = parent === undefined ? {} : checkSet(ds.records, step, 'DS', parent);
    if (vouched.problem !== undefined && (vouched.absent || isDoubtful))
      return unknown(`the zone above: ${vouched.problem}`, keys);
    if (vouched.problem !== undefined)
      return { state: 'bogus', at: step, problem: `the zone above: ${vouched.problem}`, keys: keysOf(keys) };
    const entered = enter(
      step,
      keys,
      dsIn(ds.records).map((one) => ({ zone: step, ds: one })),
      { now, budget },
      isAnchored,
    );
    if (entered.state !== 'secure' || isLast) return entered;
    parent = entered.signing;
  }
  return unknown('no zone was found', undefined);
};

/** A question whose answer is judged here and not by the resolver. */
export const ask = (client: Asker, name: string, type: RecordType): Promise<DnsAnswer> =>
  client.ask(name === '' ? '.' : name, type, { dnssec: true });

/** The anchor's zone first, then each name down to the zone. */
const stepsTo = (zone: string, anchors: readonly TrustAnchor[]): string[] => {
  const labels = zone.split('.');
  const names = [...labels.map((_, index) => labels.slice(index).join('.')), ''];
  const start = names.findIndex((name) => anchors.some((anchor) => anchor.zone === name));
  return names.slice(0, start === -1 ? names.length : start + 1).toReversed();
};

/** Into a zone for whose keys somebody vouches: RFC 4035 5.2. */
const enter = (
  zone: string,
  answer: DnsAnswer,
  entries: readonly TrustAnchor[],
  { now, budget }: Pick<Signing, 'now' | 'budget'>,
  anchored: boolean,
): ZoneTrust => {
  const keys = keysOf(answer);
  // RFC 4035 5.2, RFC 6840 5.2: nobody can follow these, and the zone counts as unsigned.
  if (!entries.some(isUsable)) return { state: 'insecure', problem: 'nobody knows the algorithm of its DS', keys };
  if (answer.outcome === 'nodata' || answer.outcome === 'nxdomain')
    return { state: 'bogus', at: zone, problem: 'the parent has a DS, and the zone has no DNSKEY', keys };
  if (answer.outcome !== 'answer') return unknown(`its DNSKEY could not be read (${answer.outcome})`, answer);
  const owner = wireName(zone);
  const trusted = keys.filter((key) =>
    entries.some((entry) =>
      'ds' in entry
        ? isMeantBy(key, owner, entry.ds)
        : keyTag(entry.key) === keyTag(key) && entry.key.key.equals(key.key),
    ),
  );
  const [first] = entries;
  const tag = first === undefined ? 0 : 'ds' in first ? first.ds.keyTag : keyTag(first.key);
  if (trusted.length === 0)
    return {
      state: 'bogus',
      at: zone,
      problem: `no DNSKEY of the zone is the one that the parent's DS names (key tag ${tag})`,
      keys,
    };
  const ownKeys = checkSet(answer.records, zone, 'DNSKEY', { zone, keys: trusted, now, budget });
  if (ownKeys.absent) return unknown('its DNSKEY records came without signatures', answer);
  if (ownKeys.problem !== undefined) return { state: 'bogus', at: zone, problem: ownKeys.problem, keys };
  return { state: 'secure', signing: { zone, keys: keys.filter(isZoneKey), now, budget }, keys, ownKeys, anchored };
};

const isUsable = (entry: TrustAnchor): boolean =>
  'ds' in entry
    ? isKnownAlgorithm(entry.ds.algorithm) && DIGESTS.includes(entry.ds.digestType)
    : isKnownAlgorithm(entry.key.algorithm);

const unknown = (problem: string, answer: DnsAnswer | undefined): ZoneTrust => ({
  state: 'unknown',
  problem,
  keys: answer === undefined ? [] : keysOf(answer),
});

const dsIn = (records: DnsAnswer['records']): Ds[] => records.flatMap((one) => (one.type === 'DS' ? [one.data] : []));

const keysOf = ({ records }: DnsAnswer): DnsKey[] =>
  records.flatMap((one) => (one.type === 'DNSKEY' ? [one.data] : [])).slice(0, MOST_KEYS);

export const isBelow = (name: string, zone: string): boolean =>
  zone === '' || canonical(name) === zone || canonical(name).endsWith(`.${zone}`);
