import type { DeltaForest } from '../../git/pack/delta-forest.ts';
import type { Automaton } from '../automaton/build.ts';
import type { Skipped } from '../../../model/evidence/secrets.ts';
import type { ExactValue } from '../finders/exact-value.ts';
import type { Seen } from '../seen.ts';

export interface WorkerSetup {
  automaton: Automaton;
  exact: readonly ExactValue[];
  maxFileBytes: number;
}

/**
 * Files of the working tree: paths relative to `root`. Or blobs of a repository: hex object ids. Or blobs `from` to `to` of a pack:
 * whole families of deltas.
 */
export type Job =
  | { kind: 'files'; root: string; paths: readonly string[] }
  | { kind: 'blobs'; root: string; oids: readonly string[] }
  | { kind: 'packed'; root: string; forest: DeltaForest; from: number; to: number };

/** What was seen in one file (by path) or blob (by object id). */
export interface SeenIn {
  at: string;
  seen: readonly Seen[];
}

export interface JobResult {
  found: readonly SeenIn[];
  items: number;
  bytes: number;
  skipped: readonly { reason: Skipped['reason']; at: string }[];
}
