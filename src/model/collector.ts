import type { Evidence, EvidenceKey, EvidenceMap, Fact } from './evidence/map.ts';
import type { Progress } from './progress.ts';
import type { Target } from './target.ts';

export interface CollectContext {
  target: Target;
  progress: Progress;
  /** Aborted on Ctrl-C; a collector stops soon after and says what it did not read. */
  signal: AbortSignal;
}

/** Gathers one or more kinds of evidence; all run at once, and none sees what another finds. Only looks; never throws: what went wrong is a Fact with `ok: false`. */
export interface Collector<K extends EvidenceKey = EvidenceKey> {
  provides: readonly K[];
  collect(context: CollectContext): Promise<{ [P in K]: Fact<EvidenceMap[P]> }>;
}

/** A collector of whatever kind, as the program runs it. */
export interface AnyCollector {
  provides: readonly EvidenceKey[];
  collect(context: CollectContext): Promise<Evidence>;
}
