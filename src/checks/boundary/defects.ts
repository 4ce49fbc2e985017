import type { Exchange, Observation } from '../../model/evidence/boundary.ts';
import type { Defect, Where } from '../../model/finding.ts';
import { compareSeverity, type Severity } from '../../model/severity.ts';
import { plural, printable } from '../secrets/leak/text.ts';
import type { CurlOptions, Need } from './curl.ts';
import type { BoundaryEvidence } from './evidence.ts';
import { attackOf, exchangeLines, factLine, roleOf, type Shown } from './exchange-text.ts';
import { replayOf } from './replay.ts';

export interface Told extends Shown {
  probe: string;
  severity: Severity;
  title: { fail: string };
  /** Another severity, by what was reached. */
  weigh?: (observation: Observation) => Severity | undefined;
  replay?: CurlOptions;
}

/** What a check's `fix` is given, and what regression tests are written from. */
export interface ObservedData {
  /** The operation, or what else it is about. */
  subject: string;
  verdict: 'confirmed' | 'likely';
  /** Role that tried it; `nobody` without a login. */
  role: string;
  owner: string | null;
  /** The attack to be sent again, after a write with what its owner reads then. Null when no exchange was kept. */
  curl: string | null;
  /** What has to be filled in before it works. */
  needs: readonly Need[];
  exchanges: readonly string[];
  frameworks: readonly string[];
}

/** More than these of one check are told in one finding. */
const MOST = 20;
const MOST_NAMED = 60;

export const isObservedData = (data: unknown): data is ObservedData =>
  typeof data === 'object' && data !== null && 'subject' in data && 'frameworks' in data;

const whereOf = (
  { subject }: Observation,
  { 'boundary.operations': operations }: BoundaryEvidence,
  attack: Exchange | undefined,
): Where => {
  const operation = operations.find((one) => one.id === subject);
  if (operation !== undefined) return { url: operation.origin + operation.path, method: operation.method };
  if (attack === undefined) return { record: subject };
  return { url: attack.url, method: attack.method };
};

/** The app says itself what it is made of. */
const frameworksOf = (evidence: BoundaryEvidence): readonly string[] => {
  const { frameworks } = evidence['boundary.run'];
  if (frameworks !== undefined && frameworks.length > 0) return frameworks;
  const powered = Object.values(evidence['boundary.exchanges']).flatMap(({ headers }) =>
    headers.filter(([name]) => name.toLowerCase() === 'x-powered-by').map(([, value]) => value.toLowerCase()),
  );
  return ['next', 'express'].filter((name) => powered.some((value) => value.startsWith(name)));
};

const atMostMedium = (severity: Severity): Severity => (compareSeverity(severity, 'medium') < 0 ? 'medium' : severity);

const severityOf = (told: Told, observation: Observation): Severity => {
  const severity = told.weigh?.(observation) ?? told.severity;
  return observation.verdict === 'likely' ? atMostMedium(severity) : severity;
};

const pairOf = ({ actor = 'nobody', owner }: Observation, evidence: BoundaryEvidence): string => {
  const actors = evidence['boundary.actors'];
  const role = roleOf(actor, actors);
  return owner === undefined || owner === actor ? role : `${role} → ${roleOf(owner, actors)}`;
};

const proofText = (
  observation: Observation,
  exchanges: readonly Exchange[],
  others: readonly Observation[],
  evidence: BoundaryEvidence,
  told: Told,
): string => {
  const own = pairOf(observation, evidence);
  const pairs = [...new Set(others.map((other) => pairOf(other, evidence)))].filter((pair) => pair !== own);
  const ways = [...new Set(others.map(({ subject }) => subject))].filter((subject) => subject !== observation.subject);
  const facts = factLine(observation);
  return [
    (observation.verdict === 'likely' ? 'The answer says so, but the effect was not shown: ' : '') +
      printable(observation.said),
    ...exchangeLines(observation, exchanges, evidence['boundary.actors'], told),
    ...(facts === null ? [] : [facts]),
    ...(pairs.length === 0 ? [] : [`The same for: ${printable(pairs.join(', '))}`]),
    ...(ways.length === 0 ? [] : [`The same through: ${printable(ways.join(', '))}`]),
  ].join('\n');
};

const defectOf = (
  [observation, ...others]: readonly [Observation, ...Observation[]],
  evidence: BoundaryEvidence,
  told: Told,
): Defect => {
  const all = evidence['boundary.exchanges'];
  const exchanges = observation.exchanges.flatMap((id) => (Object.hasOwn(all, id) ? (all[id] ?? []) : []));
  const attack = attackOf(observation, exchanges, evidence['boundary.actors'], told.attack);
  const likely = observation.verdict === 'likely';
  const replay = attack === undefined ? undefined : replayOf(observation, attack, exchanges, evidence, told.replay);
  const data: ObservedData = {
    subject: observation.subject,
    verdict: likely ? 'likely' : 'confirmed',
    role: roleOf(observation.actor ?? 'nobody', evidence['boundary.actors']),
    owner: observation.owner === undefined ? null : roleOf(observation.owner, evidence['boundary.actors']),
    curl: replay?.text ?? null,
    needs: replay?.needs ?? [],
    exchanges: observation.exchanges,
    frameworks: frameworksOf(evidence),
  };
  return {
    key: observation.subject,
    where: whereOf(observation, evidence, attack),
    proof: { kind: 'exchange', text: proofText(observation, exchanges, others, evidence, told) },
    severity: severityOf(told, observation),
    ...(likely ? { title: `Likely: ${told.title.fail}` } : {}),
    data,
  };
};

const summary = (rest: readonly Defect[], told: Told): Defect => ({
  key: 'the rest',
  where: {},
  title: `${told.title.fail}: ${plural(rest.length, 'more place')}`,
  severity: rest.map((defect) => defect.severity ?? told.severity).toSorted(compareSeverity)[0] ?? told.severity,
  proof: {
    kind: 'exchange',
    text: [
      `The same was seen in ${plural(rest.length, 'more place')}, which one cause may explain:`,
      ...rest.slice(0, MOST_NAMED).map((defect) => printable(defect.key)),
      ...(rest.length > MOST_NAMED ? [`and ${rest.length - MOST_NAMED} more`] : []),
    ].join('\n'),
  },
  data: rest[0]?.data,
});

/** What a page lets through as the API behind it does is told with the API's. */
const toldUnder = (
  shown: readonly Observation[],
  { 'boundary.operations': operations }: BoundaryEvidence,
): ((observation: Observation) => string) => {
  const subjects = new Set(shown.map(({ subject }) => subject));
  const twins = new Map(operations.flatMap(({ id, twin }) => (twin === undefined ? [] : [[id, twin] as const])));
  return ({ subject }) => {
    const twin = twins.get(subject);
    return twin !== undefined && subjects.has(twin) ? twin : subject;
  };
};

/** One defect for each subject, the worst first; role pairs and repetitions of one subject are one defect, and so are ways to the same thing. */
export const defectsOf = (shown: readonly Observation[], evidence: BoundaryEvidence, told: Told): readonly Defect[] => {
  const under = toldUnder(shown, evidence);
  const worst = shown.toSorted(
    (a, b) =>
      compareSeverity(severityOf(told, a), severityOf(told, b)) ||
      rank(a) - rank(b) ||
      Number(under(a) !== a.subject) - Number(under(b) !== b.subject),
  );
  const defects = [...Map.groupBy(worst, under).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [defectOf([first, ...others], evidence, told)],
  );
  if (defects.length <= MOST) return defects;
  return [...defects.slice(0, MOST), summary(defects.slice(MOST), told)];
};

const rank = ({ verdict }: Observation): number => (verdict === 'confirmed' ? 0 : 1);
