import type { Finding } from '../model/finding.ts';
import type { ReviewDiff } from '../model/review.ts';
import { bound, LIMITS } from './bound.ts';
import type { CheckRun } from './run-checks.ts';
import { isOpen } from './verdict/policy.ts';

/** What a review is compared with: an earlier Review as it is, or `asPrevious` of a baseline. */
export interface Previous {
  startedAt: string;
  findings: readonly { fingerprint: string; check: string; title: string }[];
}

/** A check came to an answer when it saw everything it needs: only then does a missing finding mean that it is fixed. */
const answered = (run: CheckRun): boolean =>
  run.unproven === null && (run.outcome === 'pass' || run.outcome === 'fail' || run.outcome === 'not-applicable');

/**
 * Compares by fingerprint and sets each finding's state; `findings` have their waivers applied. Waived findings are in
 * neither list of the diff. A finding that is gone is `unknown`, not fixed, when its check did not come to an answer.
 */
export const compare = (
  findings: readonly Finding[],
  runs: readonly CheckRun[],
  previous: Previous | null,
): { findings: readonly Finding[]; diff: ReviewDiff | null } => {
  if (previous === null) return { findings, diff: null };
  const before = new Map(
    previous.findings.map(({ fingerprint, check, title }) => [
      fingerprint,
      { fingerprint, check, title: bound(title, LIMITS.title) },
    ]),
  );
  const now = new Set(findings.map((finding) => finding.fingerprint));
  const settled = new Set(runs.filter(answered).map((run) => run.check.id));
  const gone = [...before.values()].filter((one) => !now.has(one.fingerprint));
  const stated = findings.map((finding): Finding =>
    isOpen(finding) ? { ...finding, state: before.has(finding.fingerprint) ? 'open' : 'new' } : finding,
  );
  const fingerprintsIn = (state: Finding['state']): readonly string[] =>
    stated.filter((finding) => finding.state === state).map((finding) => finding.fingerprint);
  return {
    findings: stated,
    diff: {
      since: previous.startedAt,
      new: fingerprintsIn('new'),
      fixed: gone.filter((one) => settled.has(one.check)),
      open: fingerprintsIn('open'),
      unknown: gone.filter((one) => !settled.has(one.check)),
    },
  };
};
