import type { Decision, Review } from '../../../model/review.ts';
import { firstStep } from '../../arrange/first-step.ts';
import { DECISION_MEANS, DECISION_SIGNS } from '../../words/decision.ts';
import { counted } from '../../words/count.ts';
import { dateText } from '../../words/time.ts';
import type { Style } from '../ink.ts';
import type { Paper } from '../paper.ts';

const badge = (paper: Paper, decision: Decision): Style =>
  ({ 'NO-GO': paper.ink.onRed, UNDECIDED: paper.ink.onYellow, GO: paper.ink.onGreen })[decision];

const about = ({ target, startedAt, tool }: Review): string =>
  [
    [target.branch, target.commit?.slice(0, 12)].filter((part) => part != null).join(' at '),
    dateText(startedAt),
    `${tool.name} ${tool.version}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

const found = ({ counts }: Review): string =>
  [
    `${counts.mustFix} must fix now`,
    `${counts.canWait} can wait`,
    `${counts.unproven} unproven`,
    `${counted(counts.passed, 'check')} passed`,
  ].join(' · ');

/** Line one is the verdict, line two the biggest reason; then what to do first, and whether it fits into 48 hours. */
export const verdictSection = (paper: Paper, review: Review): readonly string[] => {
  const { decision, reason } = review.verdict;
  const sign = DECISION_SIGNS[decision];
  const word = `${paper.sign(sign)} ${sign.word}`;
  const means = ` ${DECISION_MEANS[decision]}`;
  const name = paper.cutEnd(review.target.name, paper.width - word.length - means.length - 4);
  return [
    `${badge(paper, decision)(` ${word} `).trimStart()} ${paper.ink.bold(name + means)}`,
    ...paper.hang('', reason),
    '',
    ...paper.hang('Do first   ', firstStep(review), { lead: paper.ink.bold }),
    ...paper.hang('48 hours   ', review.plan.answer, { lead: paper.ink.bold }),
    ...paper.hang('Found      ', found(review), { lead: paper.ink.bold }),
    ...paper.hang('Looked at  ', about(review), { lead: paper.ink.bold, text: paper.ink.dim }),
  ];
};
