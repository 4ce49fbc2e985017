import type { ConfigInput } from './collect/target/config-input.ts';

/** Gives `launch-ready.config.ts` its types. The file is read as data and never run, so only plain values may stand in it. */
export const defineConfig = <const C extends ConfigInput>(config: C): C => config;

export type { ConfigInput } from './collect/target/config-input.ts';
export type {
  Review,
  ReviewTarget,
  StageResult,
  UnprovenItem,
  CheckResult,
  Score,
  SprintPlan,
  PlanBlock,
  ReviewDiff,
  Counts,
  Decision,
  Outcome,
} from './model/review.ts';
export type { Finding, Where, Proof, Fix, CodeFrame } from './model/finding.ts';
export type { Severity } from './model/severity.ts';
export type { StageId } from './model/stage.ts';
export type { BarId, BarState } from './model/bar.ts';
export type { Effort } from './model/effort.ts';
export type { Config, Waiver, SecretAllowance } from './model/target.ts';
export type { EnvironmentName } from './model/evidence/env.ts';
