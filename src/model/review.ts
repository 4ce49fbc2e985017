import type { BarId, BarState } from './bar.ts';
import type { AccessCell, BoundaryActor, MadeObject, ProbeMode } from './evidence/boundary.ts';
import type { BoundaryTrials } from './evidence/trials.ts';
import type { Finding } from './finding.ts';
import type { StageId } from './stage.ts';
import type { ReviewSurface } from './surface.ts';

/** Version of the Review's JSON; the minor number grows with additions, the major one with breaks. */
export const REVIEW_SCHEMA = 'launch-ready/review@1.3';

export type Decision = 'GO' | 'NO-GO' | 'UNDECIDED';

export type Outcome = 'pass' | 'fail' | 'not-applicable' | 'unproven' | 'crashed';

/** The whole result: one versioned JSON document from which every report is drawn. */
export interface Review {
  schema: typeof REVIEW_SCHEMA;
  /** Version of the program that made it. */
  tool: { name: 'launch-ready'; version: string; policy: string };
  target: ReviewTarget;
  /** ISO 8601, UTC. */
  startedAt: string;
  verdict: { decision: Decision; reason: string };
  bar: Record<BarId, BarState>;
  /** Why each bar item is in its state, one sentence each. */
  barReasons: Record<BarId, string>;
  stages: readonly StageResult[];
  /** Ranked: what must be fixed first stands first. */
  findings: readonly Finding[];
  unproven: readonly UnprovenItem[];
  checks: readonly CheckResult[];
  score: Score;
  plan: SprintPlan;
  /** Against the last run or the baseline; null on a first run. */
  diff: ReviewDiff | null;
  /** What was read and what was skipped, in sentences. */
  coverage: readonly string[];
  counts: Counts;
  /** Milliseconds by step. */
  timings: Readonly<Record<string, number>>;
  /** What was seen of the running app; absent when none was looked at. Since 1.1. */
  boundary?: ReviewBoundary;
  /** The map of the public surface; absent when none was looked at. Since 1.3. */
  surface?: ReviewSurface;
  /** The one command to run next. */
  next: string;
}

export interface ReviewTarget {
  name: string;
  path: string;
  commit: string | null;
  branch: string | null;
}

export interface StageResult {
  id: StageId;
  number: number;
  title: string;
  state: 'failed' | 'unproven' | 'passed' | 'not-run';
  passed: number;
  failed: number;
  unproven: number;
  notApplicable: number;
}

export interface UnprovenItem {
  /** Check id, or a bar id where no check exists yet. */
  check: string;
  reason: string;
  /** What the user can give to settle it. */
  unlock: string;
  bar: readonly BarId[];
}

export interface CheckResult {
  id: string;
  stage: StageId;
  title: string;
  outcome: Outcome;
  /** Message of a crash or the reason of an unproven. */
  detail?: string;
}

export interface Score {
  /** 0 is best. `sum` prints how it came about, e.g. `2 blockers × 40 + 1 medium × 4 = 84`. */
  risk: { value: number; sum: string };
  /** 0 to 100, 100 is best. */
  readiness: { value: number; sum: string };
}

export interface SprintPlan {
  /** Which sprint fits: nothing to mend, fits in 48 hours, or does not. */
  sprint: 'deploy-only' | 'launch-hardening' | 'rescue';
  /** The plain answer in one sentence. */
  answer: string;
  mustFixHours: number;
  canWaitHours: number;
  /** Working hours that 48 hours hold. */
  capacityHours: number;
  cost: { mustFix: number; all: number; currency: string; ratePerHour: number };
  /** What is done in which hours of the 48. */
  blocks: readonly PlanBlock[];
}

export interface PlanBlock {
  /** Hours since the start of the sprint. */
  from: number;
  to: number;
  title: string;
  /** Fingerprints of the findings it mends. */
  fingerprints: readonly string[];
}

export interface ReviewDiff {
  /** ISO 8601 of the run it is compared with. */
  since: string;
  new: readonly string[];
  fixed: readonly { fingerprint: string; check: string; title: string }[];
  open: readonly string[];
  /** In the other run, but its check did not come to an answer this time. */
  unknown: readonly { fingerprint: string; check: string; title: string }[];
}

export interface Counts {
  findings: number;
  mustFix: number;
  canWait: number;
  waived: number;
  unproven: number;
  passed: number;
  notApplicable: number;
  crashed: number;
  bySeverity: Readonly<Record<string, number>>;
}

/** The running app as the reports draw it. Every list is bounded. */
export interface ReviewBoundary {
  run: BoundaryFacts;
  operations: {
    found: number;
    tested: number;
    /** The first of them, with the reason. */
    untested: readonly { id: string; reason: string }[];
  };
  /** Role × operation. Each row has a cell for each role, in the order of the roles. */
  matrix: {
    roles: readonly string[];
    rows: readonly MatrixRow[];
    /** Operations that are left out because there are too many. */
    left: number;
  };
  /** What could do harm in the wrong hands, and what was seen to keep it. */
  sensitive: readonly SensitiveAction[];
  /** What cells and findings are proven by. */
  exchanges: Readonly<Record<string, ShownExchange>>;
  /** What was tried, as templates from which `launch-ready tests` writes tests. Since 1.2. */
  trials?: BoundaryTrials;
}

export interface BoundaryFacts {
  origins: readonly string[];
  environment: 'development' | 'staging' | 'production';
  mode: ProbeMode;
  requests: number;
  /** Why the run ended early, when it did. */
  stopped?: string;
  actors: readonly Pick<BoundaryActor, 'name' | 'role' | 'tenant' | 'via' | 'state'>[];
  /** Objects that the run made in the app, and how many of them it removed. */
  made: number;
  removed: number;
  /** What an earlier run that was killed had left behind, and how much of it this run removed. */
  earlier?: { found: number; removed: number };
  /** The first of those that are still there. */
  left: readonly Pick<MadeObject, 'type' | 'id' | 'owner' | 'state' | 'remove'>[];
}

export interface MatrixRow {
  operation: string;
  cells: readonly MatrixCell[];
}

export interface MatrixCell {
  role: string;
  outcome: AccessCell['outcome'];
  /** HTTP status, where an answer came. */
  status?: number;
  /** Key in `exchanges`. */
  exchange?: string;
}

export interface SensitiveAction {
  operation: string;
  /** What it does, e.g. `pays out`. */
  what: string;
  /** One sentence: what was seen to go wrong, or who gets in and who does not. Empty when only the guards tell. */
  protection: string;
  /** The worst of its guards; `open` to everybody, or `unproven` when one of them is not proven. */
  state: 'broken' | 'doubtful' | 'protected' | 'open' | 'unproven';
  /** What keeps it, each with how that was seen to hold. */
  guards: readonly SensitiveGuard[];
}

export interface SensitiveGuard {
  /** `login`, `owner`, `present password`. */
  name: string;
  state: 'proven' | 'broken' | 'doubtful' | 'not proven';
}

/** One request and its answer as text, credentials masked. */
export interface ShownExchange {
  /** `customer-b (customer)`, or `nobody`. */
  actor: string;
  request: string;
  answer: string;
}
