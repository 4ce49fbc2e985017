import type { EvidenceMap } from '../../model/evidence/map.ts';

/** What every check of the boundary reads. */
export const NEEDS = [
  'boundary.run',
  'boundary.actors',
  'boundary.operations',
  'boundary.observations',
  'boundary.exchanges',
] as const;

export type BoundaryEvidence = Pick<EvidenceMap, (typeof NEEDS)[number]>;
