import type { BoundaryOperation, Observation } from '../../model/evidence/boundary.ts';

/** Why an operation was not tested: what a probe said of it tells more than what the inventory can. */
export const whyUntested = ({ reason }: BoundaryOperation, observations: readonly Observation[]): string =>
  observations.find(({ verdict }) => verdict === 'not-tested' || verdict === 'inconclusive')?.said ??
  reason ??
  'It was not tried.';
