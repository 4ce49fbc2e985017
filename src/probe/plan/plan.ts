import { createHash } from 'node:crypto';
import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { BoundaryConfig } from '../../model/target.ts';
import type { AdmittedPlace, Reach } from '../consent/data-places.ts';
import { allows } from '../consent/modes.ts';
import type { Proof } from '../consent/ownership.ts';
import type { Operation } from '../contract/operation.ts';
import type { Probe, ProbeContext } from '../contract/probe.ts';

/** What a run will do, before it does it. */
export interface BoundaryPlan {
  origins: readonly string[];
  environment: BoundaryConfig['environment'];
  mode: ProbeMode;
  /** Where the app's page keeps its data, and how far one goes there. */
  data: readonly { project: string; origin: string; reach: Reach; said: string }[];
  /** How to show that the app is the user's, where nothing does. */
  prove?: string;
  actors: readonly string[];
  operations: readonly string[];
  probes: readonly { id: string; tries: string; mode: ProbeMode; requests: number }[];
  /** Probes that the mode leaves out. */
  left: readonly { id: string; mode: ProbeMode }[];
  /** At most so many requests, the inventory's and the seeding's included. */
  requests: number;
  /** Names this plan: a run with other targets, actors, operations or probes has another. */
  hash: string;
}

/** For finding out what there is, logging in, and making objects to try with. */
const GROUNDWORK = 600;

export const planBoundary = (
  config: BoundaryConfig,
  mode: ProbeMode,
  operations: readonly Operation[],
  probes: readonly Probe[],
  context: ProbeContext,
  { proof, data }: { proof: Proof; data: readonly AdmittedPlace[] },
): BoundaryPlan => {
  const chosen = probes.filter((probe) => allows(mode, probe.mode));
  const plan = {
    origins: config.origins,
    environment: config.environment,
    mode,
    data: data.map(({ place: { project, origin }, reach, said }) => ({ project, origin, reach, said })),
    ...(proof.ok ? {} : { prove: `${proof.reason} ${proof.unlock}` }),
    actors: config.actors.map(({ name, role }) => `${name} (${role})`),
    operations: operations.map(({ id }) => id).sort(),
    probes: chosen.map((probe) => ({
      id: probe.id,
      tries: probe.tries,
      mode: probe.mode,
      requests: counted(probe, context),
    })),
    left: probes.filter((probe) => !chosen.includes(probe)).map(({ id, mode: needed }) => ({ id, mode: needed })),
  };
  const requests = GROUNDWORK + plan.probes.reduce((sum, probe) => sum + probe.requests, 0);
  return { ...plan, requests, hash: createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 16) };
};

/**
 * Whether what was agreed to covers a plan made a moment later: the same places, people, reach and probes. What an app shows of itself wobbles
 * from look to look, and more is found once somebody is logged in, so its operations may differ.
 */
export const isCovered = (made: BoundaryPlan, agreed: BoundaryPlan): boolean => {
  const settled = ({ origins, environment, mode, data, actors, probes }: BoundaryPlan): string =>
    JSON.stringify([origins, environment, mode, data, actors, probes.map(({ id }) => id)]);
  return settled(made) === settled(agreed);
};

const counted = (probe: Probe, context: ProbeContext): number => {
  try {
    return Math.max(0, Math.round(probe.requests(context)));
  } catch {
    return 0;
  }
};
