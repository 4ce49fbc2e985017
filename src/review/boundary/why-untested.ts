import type { BoundaryOperation, Observation } from '../../model/evidence/boundary.ts';

/** Why an operation was not tested: what a probe said of it, and what could not be made to try it with. */
export const whyUntested = ({ reason }: BoundaryOperation, observations: readonly Observation[]): string =>
  [observations.find(({ verdict }) => verdict === 'not-tested' || verdict === 'inconclusive')?.said, reason]
    .filter((part) => part !== undefined)
    .join(' ') || 'No probe had what it needs to try it.';
