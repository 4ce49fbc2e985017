import type { Evidence } from '../../model/evidence/map.ts';
import type { Review } from '../../model/review.ts';
import { newSince } from '../../review/baseline.ts';
import { EXIT } from '../cli-error.ts';
import type { FailOn } from '../options/review-options.ts';

/** Exit code of a review: its verdict, or with `--fail-on` only what was asked for. */
export const reviewExit = (review: Review, failOn: FailOn | undefined, evidence: Evidence): number => {
  if (failOn === undefined) {
    return { GO: EXIT.go, 'NO-GO': EXIT.noGo, UNDECIDED: EXIT.undecided }[review.verdict.decision];
  }
  if (offends(review, failOn)) return EXIT.noGo;
  return looked(review, evidence) ? EXIT.go : EXIT.undecided;
};

/** Exit code of a command that looks at one part, as `secrets` and `edge`: 0 nothing to fix now, 1 something to fix now, 3 not everything could be read. */
export const partExit = (review: Review, failOn: FailOn | undefined, evidence: Evidence): number => {
  if (failOn !== undefined) return reviewExit(review, failOn, evidence);
  if (offends(review, 'must-fix')) return EXIT.noGo;
  const settled = review.checks.every((check) => check.outcome !== 'unproven' && check.outcome !== 'crashed');
  const whole =
    review.checks.length > 0 &&
    settled &&
    review.checks.every((check) => check.outcome !== 'fail' || check.detail === undefined);
  return whole && looked(review, evidence) ? EXIT.go : EXIT.undecided;
};

const offends = (review: Review, what: FailOn): boolean => {
  if (what === 'new') return newSince(review).length > 0;
  return review.findings.some((finding) => finding.state !== 'waived' && (what === 'any' || finding.mustFix));
};

/** Nothing crashed and no collector failed: silence means that there is nothing, not that nobody looked. */
const looked = (review: Review, evidence: Evidence): boolean =>
  review.checks.every((check) => check.outcome !== 'crashed') && Object.values(evidence).every((fact) => fact.ok);
