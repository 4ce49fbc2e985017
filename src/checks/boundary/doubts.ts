import type { BoundaryOperation, BoundaryRun, Observation, ProbeMode } from '../../model/evidence/boundary.ts';
import { plural, printable } from '../secrets/leak/text.ts';
import { again } from './again.ts';
import type { BoundaryEvidence } from './evidence.ts';
import { NO_SERVER } from './no-server.ts';
import { lacking, type Doubt, type Requirement } from './requires.ts';

export interface Asked {
  /** Also the name of the check's folder. */
  probe: string;
  requires?: Requirement;
  /** What settles it, where that is not plain from the reason. */
  settle?: string;
}

const SAID = 3;
/** The subject of a probe that was not run at all. */
const WHOLE = 'the app';

const MODES: readonly ProbeMode[] = ['passive', 'read', 'write', 'destructive', 'burst'];

/** What lets a probe send as much as it needs: production is never written to. */
const allowMore = (run: BoundaryRun, probe: string, own: readonly Observation[]): string => {
  const needed = MODES.find((mode) => own.some(({ facts }) => facts?.['needs'] === mode)) ?? 'write';
  return run.environment === 'production' && needed !== 'read'
    ? `Try it on a copy on this machine, where it may write: \`${again({ origins: ['http://localhost:3000'] }, probe)}\`; or on a staging copy, with \`environment: 'staging'\` under boundary in launch-ready.config.`
    : `Allow it what it needs: \`${again(run, probe, needed)}\`.`;
};

/** Nothing private is behind it, says the app's own description; that it was not tried is no gap. */
const isIdle = (
  operations: readonly BoundaryOperation[],
  { requires }: Asked,
  { subject, verdict }: Observation,
): boolean => {
  if (requires === undefined || (verdict !== 'not-tested' && verdict !== 'inconclusive')) return false;
  const operation = operations.find((one) => one.id === subject);
  return operation?.declared === 'public' && /^(?:GET|HEAD|OPTIONS)$/.test(operation.method);
};

/** The observations of a probe that count. */
export const ofProbe = (evidence: BoundaryEvidence, asked: Asked): readonly Observation[] =>
  evidence['boundary.observations'].filter(
    (one) => one.probe === asked.probe && !isIdle(evidence['boundary.operations'], asked, one),
  );

const notRun = (
  { 'boundary.run': run }: BoundaryEvidence,
  { probe }: Asked,
  own: readonly Observation[],
): Doubt | null => {
  const any = own.length > 0;
  const state = Object.hasOwn(run.probes ?? {}, probe) ? run.probes?.[probe] : undefined;
  const rerun = `Run it again and let it finish: \`${again(run, probe)}\`.`;
  if (!any && run.deaf !== undefined)
    return { reason: `Too little was answered to find anything to try: ${printable(run.deaf)}`, unlock: rerun };
  if (state === 'ran' && (any || run.stopped === undefined)) return null;
  if (state === 'mode')
    return {
      reason: `It sends more than this run was allowed to (${run.mode})`,
      unlock: run.prove ?? allowMore(run, probe, own),
    };
  if (state === 'failed') {
    return {
      reason: 'The probe failed, which is a fault of this program',
      unlock: 'Report it with the file that --save-evidence writes.',
    };
  }
  if (run.stopped !== undefined)
    return { reason: `The run was stopped before it was through: ${printable(run.stopped)}`, unlock: rerun };
  if (state === 'stopped') return { reason: 'The run was stopped before it was through', unlock: rerun };
  return any
    ? null
    : { reason: 'This run did not try it', unlock: `Probe the app again with this version: \`${again(run, probe)}\`.` };
};

const unsettled = (
  open: readonly Observation[],
  all: number,
  { probe, settle }: Asked,
  run: BoundaryRun,
): Doubt | null => {
  if (open.length === 0) return null;
  const told = open
    .slice(0, SAID)
    .map(({ subject, said }) => `${printable(subject)} (${printable(said).replace(/[.\s]+$/, '')})`);
  const more = open.length - told.length;
  return {
    reason: `Not settled for ${open.length} of ${plural(all, 'case')}: ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    unlock: settle ?? `The reason names what was in the way. Mend it, and ask again: \`${again(run, probe)}\`.`,
  };
};

const isOpen = (verdict: Observation['verdict']): boolean => verdict === 'inconclusive' || verdict === 'not-tested';

/** Everything that keeps a check from saying that all is well. */
export const doubtsOf = (evidence: BoundaryEvidence, asked: Asked, own: readonly Observation[]): readonly Doubt[] => {
  const state = evidence['boundary.run'].probes?.[asked.probe];
  const isSaid = state === 'mode' || state === 'stopped';
  const open = own.filter(({ verdict, subject }) => isOpen(verdict) && !(isSaid && subject === WHOLE));
  const doubts = [
    notRun(evidence, asked, own),
    lacking(asked.requires, evidence['boundary.actors']),
    unsettled(open, own.length, asked, evidence['boundary.run']),
  ].filter((doubt) => doubt !== null);
  const { serverless, probes } = evidence['boundary.run'];
  const isTheirs = serverless === true && probes?.[asked.probe] === 'ran' && !asked.probe.startsWith('data-');
  return isTheirs && doubts.length > 0 ? [NO_SERVER] : doubts;
};
