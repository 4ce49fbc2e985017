import type { Review, UnprovenItem } from '../../model/review.ts';
import { checkNames, countedChecks } from '../arrange/check-names.ts';
import { byReason, groupUnlocks } from '../arrange/unlocks.ts';

const notification = (level: 'error' | 'warning' | 'note', text: string): object => ({ level, message: { text } });

/** Many checks of one stage that have one reason are one notification; which they are stands in its properties. */
const unproven = (items: readonly UnprovenItem[]): readonly object[] =>
  groupUnlocks(items).flatMap((group) =>
    byReason(group.items).flatMap(([reason, checks]) => {
      const counted = countedChecks(checks);
      const named = new Set(counted);
      const single = group.items.filter((item) => item.reason === reason && !named.has(item.check));
      return [
        ...single.map((item) =>
          notification('note', `${item.check} is unproven: ${item.reason} ${item.unlock}`.trimEnd()),
        ),
        ...checkNames(counted).map((name) => ({
          ...notification('note', `${name} are unproven: ${stopped(reason)} ${group.unlock}`.trimEnd()),
          properties: { checks: counted.filter((check) => name.endsWith(` ${check.split('/')[0]} stage`)) },
        })),
      ];
    }),
  );

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

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
  ...unproven(review.unproven),
  ...review.coverage.map((sentence) => notification('note', sentence)),
];
