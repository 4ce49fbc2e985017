import type { BoundaryTrials } from '../../model/evidence/trials.ts';
import { MOST_TRIALS } from './limits.ts';
import { trialsShape } from './trials-shape.ts';

/** An entry with a longer text in it is left out: half a request is none. */
const LONGEST = 40_000;

/** What a Review carries of the trials: bounded, and only what can be read back. */
export const trialsFor = (trials: BoundaryTrials | undefined): BoundaryTrials | undefined => {
  if (trials === undefined) return undefined;
  const some = <T>(all: readonly T[]): T[] =>
    all.filter((one) => JSON.stringify(one).length <= LONGEST).slice(0, MOST_TRIALS);
  const bounded: BoundaryTrials = {
    origins: trials.origins,
    people: some(trials.people),
    logins: some(trials.logins),
    things: some(trials.things),
    guards: some(trials.guards),
    attempts: some(trials.attempts),
    lists: some(trials.lists),
    members: some(trials.members),
    webhooks: some(trials.webhooks),
    limits: some(trials.limits),
  };
  return trialsShape(bounded, 'trials') === null ? bounded : undefined;
};
