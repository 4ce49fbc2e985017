import type { Check } from '../../model/check.ts';
import type { Review } from '../../model/review.ts';
import { withAllowances } from '../../review/allowances.ts';
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
  const today = gathered.startedAt.slice(0, 10);
  const evidence = withAllowances(gathered.evidence, gathered.config.secrets.allow, today);
  const runs = runChecks(checks, evidence, { only: choice.only, stages: choice.stages });
  return buildReview({
    runs,
    target: gathered.target,
    config: gathered.config,
    evidence,
    startedAt: gathered.startedAt,
    today,
    previous,
    // Steps run at once, so their sum says nothing.
    timings:
      gathered.root === null
        ? {}
        : {
            ...gathered.timings,
            checks: Math.round(performance.now() - begun),
            total: Math.max(0, Date.now() - Date.parse(gathered.startedAt)),
          },
    toolVersion: toolVersion(),
    restricted: choice.only.length > 0 || choice.stages.length > 0,
  });
};
