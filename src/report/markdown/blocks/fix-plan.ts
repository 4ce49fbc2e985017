import type { Review } from '../../../model/review.ts';
import { arrangeFindings, type FindingGroup } from '../../arrange/findings.ts';
import { remediesAbove } from '../../arrange/same-remedy.ts';
import { markdownText } from '../../escape/markdown.ts';
import { money } from '../../words/money.ts';
import { table } from '../table.ts';
import { findingBlocks } from './finding.ts';

const listed = (groups: readonly FindingGroup[], from: number): readonly string[] => {
  const above = remediesAbove(groups);
  return groups.flatMap((group, index) => {
    const same = above[index] ?? null;
    return findingBlocks(group, from + index, same === null ? null : from + same);
  });
};

/** What must be fixed now against what can wait, and what is done in which of the 48 hours. */
export const fixPlanBlocks = ({ findings, plan }: Review): readonly string[] => {
  const { mustFix, canWait } = arrangeFindings(findings);
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
    '### Must fix now',
    ...(mustFix.length === 0 ? ['0: nothing was found that has to be fixed before launch.'] : listed(mustFix, 1)),
    '### Can wait',
    ...(canWait.length === 0
      ? ['0: nothing was found that could be mended later.']
      : listed(canWait, mustFix.length + 1)),
  ];
};
