import type { Review } from '../../model/review.ts';

const notification = (level: 'error' | 'warning' | 'note', text: string): object => ({ level, message: { text } });

/** What is no result but must not go unsaid: the verdict, what is unproven, crashed, skipped or left out of the file. */
export const notifications = (review: Review, leftOut: number): readonly object[] => [
  notification(
    review.verdict.decision === 'GO' ? 'note' : 'warning',
    `${review.verdict.decision}: ${review.verdict.reason}`,
  ),
  ...(leftOut > 0
    ? [
        notification(
          'warning',
          `${leftOut} findings of the lowest rank were left out to stay within GitHub's limits; the JSON report has them.`,
        ),
      ]
    : []),
  ...review.checks
    .filter((check) => check.outcome === 'crashed')
    .map((check) => notification('error', `${check.id} crashed: ${check.detail ?? 'no message'}`)),
  ...review.unproven.map((item) =>
    notification('note', `${item.check} is unproven: ${item.reason} ${item.unlock}`.trimEnd()),
  ),
  ...review.coverage.map((sentence) => notification('note', sentence)),
];
