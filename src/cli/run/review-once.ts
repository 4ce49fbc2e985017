import type { Check } from '../../model/check.ts';
import type { Review } from '../../model/review.ts';
import { buildReview } from '../../review/build-review.ts';
import type { Previous } from '../../review/diff.ts';
import { runChecks } from '../../review/run-checks.ts';
import { toolVersion } from '../version.ts';
import type { Choice } from './choose-checks.ts';
import type { Gathered } from './gather.ts';

/** Judges what was gathered. */
export const reviewOnce = (
  checks: readonly Check[],
  choice: Choice,
  gathered: Gathered,
  previous: Previous | null,
): Review => {
  const begun = performance.now();
  const runs = runChecks(checks, gathered.evidence, { only: choice.only, stages: choice.stages });
  return buildReview({
    runs,
    target: gathered.target,
    config: gathered.config,
    evidence: gathered.evidence,
    startedAt: gathered.startedAt,
    today: gathered.startedAt.slice(0, 10),
    previous,
    timings: gathered.root === null ? {} : { ...gathered.timings, checks: Math.round(performance.now() - begun) },
    toolVersion: toolVersion(),
    restricted: choice.only.length > 0 || choice.stages.length > 0,
  });
};
