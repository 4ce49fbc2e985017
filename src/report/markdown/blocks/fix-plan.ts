import type { Review } from '../../../model/review.ts';
import { beyondSprint } from '../../arrange/beyond-sprint.ts';
import { capFindings, countIn, MOST_IN_FULL, type Capped } from '../../arrange/cap.ts';
import { arrangeFindings, type FindingGroup } from '../../arrange/findings.ts';
import { remediesAbove } from '../../arrange/same-remedy.ts';
import { markdownText } from '../../escape/markdown.ts';
import { money } from '../../words/money.ts';
import { table } from '../table.ts';
import { findingBlocks, findingBullet } from './finding.ts';

const beyond = ({ lines, left }: Capped): readonly string[] =>
  lines.length === 0
    ? []
    : [
        `The first ${MOST_IN_FULL} findings are written out. The next ${lines.length.toLocaleString('en-US')} as lines${left > 0 ? `, and ${left.toLocaleString('en-US')} more in the JSON report only` : ''}:`,
        lines.map(findingBullet).join('\n'),
      ];

const written = (groups: readonly FindingGroup[], from: number): readonly string[] => {
  const above = remediesAbove(groups);
  return groups.flatMap((group, index) => {
    const same = above[index] ?? null;
    return findingBlocks(group, from + index, same === null ? null : from + same);
  });
};

/** What must be fixed now against what can wait, and what is done in which of the 48 hours. */
export const fixPlanBlocks = (review: Review): readonly string[] => {
  const { findings, plan } = review;
  const after = beyondSprint(review);
  const { mustFix, canWait } = arrangeFindings(findings);
  const now = capFindings(mustFix);
  const later = capFindings(canWait, MOST_IN_FULL - countIn(now.full));
  const { currency } = plan.cost;
  return [
    '## Fix plan',
    `${plan.mustFixHours} h must be worked before launch (${markdownText(money(plan.cost.mustFix, currency))}), ${plan.canWaitHours} h can wait; everything together is ${markdownText(money(plan.cost.all, currency))} at ${markdownText(money(plan.cost.ratePerHour, currency))} an hour. 48 hours hold ${plan.capacityHours} working hours.`,
    ...(plan.blocks.length === 0
      ? []
      : [
          table(
            ['Hours', 'What is done', 'Findings'],
            plan.blocks.map((block) => [
              `${block.from}–${block.to}`,
              markdownText(block.title),
              String(block.fingerprints.length),
            ]),
          ),
        ]),
    ...(after === null ? [] : [after]),
    '### Must fix now',
    ...(mustFix.length === 0
      ? ['0: nothing was found that has to be fixed before launch.']
      : [...written(now.full, 1), ...beyond(now)]),
    '### Can wait',
    ...(canWait.length === 0
      ? ['0: nothing was found that could be mended later.']
      : [...written(later.full, mustFix.length + 1), ...beyond(later)]),
  ];
};
