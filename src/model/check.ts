import type { BarId } from './bar.ts';
import type { Effort } from './effort.ts';
import type { EvidenceKey, EvidenceMap } from './evidence/map.ts';
import type { Defect, Fix } from './finding.ts';
import type { Severity } from './severity.ts';
import type { StageId } from './stage.ts';

/** The check could not tell; `unlock` is what the user can give to settle it. */
export interface Unproven {
  unproven: string;
  unlock: string;
  /** Defects that were nevertheless shown. */
  defects?: readonly Defect[];
}

/** An empty list is a pass. */
export type Evaluation = readonly Defect[] | 'not-applicable' | Unproven;

export interface Check<K extends EvidenceKey = EvidenceKey> {
  /** `<stage room>/<folder>`; equals the folder that holds it. */
  id: string;
  stage: StageId;
  /** The bar items that this check helps to prove. */
  bar: readonly BarId[];
  /** Severity of its defects, unless a defect says otherwise. */
  severity: Severity;
  effort: Effort;
  title: { pass: string; fail: string };
  /** Why it matters to a marketplace, in one or two sentences. */
  why: string;
  references: readonly string[];
  needs: readonly K[];
  /** Pure: no I/O, no clock, no randomness. Sees only the evidence that `needs` names. */
  evaluate(evidence: Pick<EvidenceMap, K>): Evaluation;
  fix(defect: Defect): Fix;
}

/** Ties `evaluate`'s argument to `needs`, so that reading undeclared evidence is a compile error. */
export const defineCheck = <const K extends EvidenceKey>(check: Check<K>): Check<K> => check;
