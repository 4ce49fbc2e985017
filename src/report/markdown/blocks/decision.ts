import type { Review } from '../../../model/review.ts';
import { firstStep } from '../../arrange/first-step.ts';
import { markdownCode, markdownText } from '../../escape/markdown.ts';
import { DECISION_MEANS, DECISION_SIGNS } from '../../words/decision.ts';
import { dateText } from '../../words/time.ts';
import { prose } from '../prose.ts';
import { table } from '../table.ts';

/** The verdict, its biggest reason, and the numbers behind it. */
export const decisionBlocks = (review: Review): readonly string[] => {
  const { verdict, target, startedAt, tool, score, counts, plan } = review;
  const sign = DECISION_SIGNS[verdict.decision];
  const commit = target.commit === null ? '' : ` at ${markdownCode(target.commit.slice(0, 12))}`;
  const branch = target.branch === null ? '' : `, ${markdownCode(target.branch)}${commit}`;
  return [
    `# ${sign.shape} ${sign.word}: ${markdownText(target.name)} ${DECISION_MEANS[verdict.decision]}`,
    `**${prose(verdict.reason)}**`,
    `${dateText(startedAt)}${branch}, launch-ready ${markdownText(tool.version)}, policy ${markdownText(tool.policy)}`,
    `**Do first:** ${prose(firstStep(review))}`,
    prose(plan.answer),
    table(
      ['', 'Value', 'How it came about'],
      [
        ['Readiness (100 is best)', String(score.readiness.value), markdownText(score.readiness.sum)],
        ['Risk (0 is best)', String(score.risk.value), markdownText(score.risk.sum)],
        ['Must fix now', String(counts.mustFix), ''],
        ['Can wait', String(counts.canWait), ''],
        ['Unproven (–)', String(counts.unproven), ''],
        ['Checks passed, not applicable, crashed', `${counts.passed}, ${counts.notApplicable}, ${counts.crashed}`, ''],
      ],
    ),
  ];
};
