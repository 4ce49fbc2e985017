import type { BoundaryRun, Observation, ProbeMode } from '../model/evidence/boundary.ts';
import type { Progress } from '../model/progress.ts';
import { allows, MODES } from './consent/modes.ts';
import type { Probe, ProbeContext } from './contract/probe.ts';
import type { Gate } from './open-gate.ts';

export interface Ran {
  observations: readonly Observation[];
  /** What became of each probe. */
  states: NonNullable<BoundaryRun['probes']>;
  /** Why what was not seen says little; undefined when nearly everything was answered. */
  deaf?: string;
}

type State = Ran['states'][string];

/** Runs the probes one after another, gentle ones first. What the mode leaves out is said, and so is what failed on our side. */
export const runProbes = async (
  probes: readonly Probe[],
  context: ProbeContext,
  mode: ProbeMode,
  { hearing, closed }: Pick<Gate, 'hearing' | 'closed'>,
  progress: Progress,
): Promise<Ran> => {
  const ordered = probes.toSorted((a, b) => MODES.indexOf(a.mode) - MODES.indexOf(b.mode));
  const observations: Observation[] = [];
  const states: Record<string, State> = {};
  const step = progress.step('probing');
  const begun = hearing.mark();
  for (const [index, probe] of ordered.entries()) {
    step.update(`${probe.id} (${index + 1} of ${ordered.length})`, index / ordered.length);
    const before = hearing.mark();
    const { said, state } = await runOne(probe, context, mode, closed);
    states[probe.id] = state;
    const deaf = hearing.deafSince(before);
    observations.push(
      ...said.map((one) => asHeard(one, one.exchanges.map((id) => hearing.why(id)).find(Boolean) ?? deaf)),
    );
  }
  step.end(`${ordered.length} probes`);
  const deaf = hearing.deafSince(begun);
  // Probes share what they read: where most was not heard, it is nobody's proof.
  return deaf === undefined
    ? { observations, states }
    : { observations: observations.map((one) => asHeard(one, deaf)), states, deaf };
};

/** A refusal that was not heard is none. */
const asHeard = (one: Observation, missing: string | undefined): Observation =>
  missing === undefined || one.verdict !== 'refuted'
    ? one
    : {
        ...one,
        verdict: 'inconclusive',
        said: `${one.said.replace(/[.\s]+$/, '')}; but that proves nothing: ${missing}.`,
      };

const runOne = async (
  probe: Probe,
  context: ProbeContext,
  mode: ProbeMode,
  closed: Gate['closed'],
): Promise<{ said: readonly Observation[]; state: State }> => {
  const untried = (said: string): Observation[] => [
    { probe: probe.id, subject: 'the app', verdict: 'not-tested', said, exchanges: [] },
  ];
  if (!allows(mode, probe.mode))
    return {
      said: untried(`It needs mode ${probe.mode}; this run was allowed ${mode}.`).map((one) => ({
        ...one,
        facts: { needs: probe.mode },
      })),
      state: 'mode',
    };
  const over = closed();
  if (over !== null) return { said: untried(`The run was stopped before it was tried: ${over}.`), state: 'stopped' };
  try {
    const said = await probe.run(context);
    return { said, state: closed() === null ? 'ran' : 'stopped' };
  } catch (error) {
    return {
      said: untried(`The probe failed: ${error instanceof Error ? error.message : 'unknown error'}.`),
      state: 'failed',
    };
  }
};
