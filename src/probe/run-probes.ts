import type { Observation, ProbeMode } from '../model/evidence/boundary.ts';
import type { Progress } from '../model/progress.ts';
import { allows, MODES } from './consent/modes.ts';
import type { Probe, ProbeContext } from './contract/probe.ts';

/** Runs the probes one after another, gentle ones first. What the mode leaves out is said, and so is what failed on our side. */
export const runProbes = async (
  probes: readonly Probe[],
  context: ProbeContext,
  mode: ProbeMode,
  progress: Progress,
): Promise<Observation[]> => {
  const ordered = probes.toSorted((a, b) => MODES.indexOf(a.mode) - MODES.indexOf(b.mode));
  const observations: Observation[] = [];
  const step = progress.step('probing');
  for (const [index, probe] of ordered.entries()) {
    step.update(`${probe.id} (${index + 1} of ${ordered.length})`, index / ordered.length);
    observations.push(...(await runOne(probe, context, mode)));
  }
  step.end(`${ordered.length} probes`);
  return observations;
};

const runOne = async (probe: Probe, context: ProbeContext, mode: ProbeMode): Promise<readonly Observation[]> => {
  const untried = (said: string): Observation[] => [
    { probe: probe.id, subject: 'the app', verdict: 'not-tested', said, exchanges: [] },
  ];
  if (context.signal.aborted) return untried('The run was stopped before it was tried.');
  if (!allows(mode, probe.mode)) return untried(`It needs mode ${probe.mode}; this run was allowed ${mode}.`);
  try {
    return await probe.run(context);
  } catch (error) {
    return untried(`The probe failed: ${error instanceof Error ? error.message : 'unknown error'}.`);
  }
};
