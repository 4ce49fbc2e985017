import type { Evidence } from '../model/evidence/map.ts';
import { REVIEW_SCHEMA, type CheckResult, type Review, type ReviewTarget } from '../model/review.ts';
import type { Config } from '../model/target.ts';
import { allowanceNotes, allowanceWaivers } from './allowances.ts';
import { bound, LIMITS } from './bound.ts';
import { lookAgain } from './boundary/look-again.ts';
import { boundaryOf } from './boundary/build-boundary.ts';
import { countAll } from './counts.ts';
import { coverageSentences } from './coverage.ts';
import { compare, type Previous } from './diff.ts';
import { nextCommand } from './next.ts';
import { planSprint } from './plan/plan.ts';
import { rank } from './rank.ts';
import type { CheckRun } from './run-checks.ts';
import { score } from './score.ts';
import { surfaceOf } from './surface/build-surface.ts';
import { stageResults } from './stages.ts';
import { unprovenChecks } from './unproven.ts';
import { judgeBar } from './verdict/bar.ts';
import { POLICY_VERSION } from './verdict/policy.ts';
import { verdict } from './verdict/verdict.ts';
import { applyWaivers } from './waivers.ts';

export interface ReviewInput {
  runs: readonly CheckRun[];
  target: ReviewTarget;
  config: Config;
  evidence: Evidence;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** ISO date that waivers are compared with. */
  today: string;
  /** An earlier review, `asPrevious` of a baseline, or null. */
  previous: Previous | null;
  /** Milliseconds by step. */
  timings: Readonly<Record<string, number>>;
  toolVersion: string;
  /** True when --only or --stage was given. */
  restricted: boolean;
}

const checkResults = (runs: readonly CheckRun[]): readonly CheckResult[] =>
  runs.flatMap(({ check, outcome, unproven, crash }) => {
    if (outcome === 'not-run') return [];
    const detail = crash ?? unproven?.reason;
    const title = outcome === 'fail' ? check.title.fail : check.title.pass;
    return [{ id: check.id, stage: check.stage, title, outcome, ...(detail !== undefined && { detail }) }];
  });

const boundTarget = (target: ReviewTarget): ReviewTarget => ({
  name: bound(target.name, LIMITS.title),
  path: bound(target.path, LIMITS.path),
  commit: target.commit,
  branch: target.branch === null ? null : bound(target.branch, LIMITS.title),
});

/** Assembles the whole review from the runs. Pure: the same input gives the same document. */
export const buildReview = (input: ReviewInput): Review => {
  const { runs, config, evidence } = input;
  const found = rank(runs.flatMap((run) => run.findings));
  const { allow } = config.secrets;
  const waived = applyWaivers(found, [...config.waivers, ...allowanceWaivers(found, allow)], input.today);
  const compared = compare(rank(waived.findings), runs, input.previous);
  const findings = compared.findings;
  const bar = judgeBar(runs, findings, waived, input.restricted);
  const decided = verdict(findings, bar.states, bar.reasons, bar.leftOut);
  const unproven = [...unprovenChecks(runs), ...bar.unproven];
  const boundary = boundaryOf(evidence, config.boundary?.roles);
  const surface = surfaceOf(evidence, findings);
  const unprovenItems = Object.values(bar.states).filter((state) => state === 'unproven').length;
  return {
    schema: REVIEW_SCHEMA,
    tool: { name: 'launch-ready', version: input.toolVersion, policy: POLICY_VERSION },
    target: boundTarget(input.target),
    startedAt: input.startedAt,
    verdict: decided,
    bar: bar.states,
    barReasons: bar.reasons,
    stages: stageResults(runs, findings),
    findings,
    unproven,
    checks: checkResults(runs),
    score: score(findings, bar.states),
    plan: planSprint(findings, config.plan, unprovenItems),
    diff: compared.diff,
    coverage: [
      ...coverageSentences(evidence, config, runs),
      ...allowanceNotes(evidence, allow, input.today),
      ...(input.restricted ? [] : waived.notes),
    ],
    counts: countAll(findings, unproven, runs),
    timings: input.timings,
    ...(boundary === undefined ? {} : { boundary }),
    ...(surface === undefined ? {} : { surface }),
    next: nextCommand(decided.decision, findings, unproven, bar.states, lookAgain(evidence, config)),
  };
};
