import type { Decision, Review } from '../../../model/review.ts';
import { DECISION_MEANS, DECISION_SIGNS } from '../../words/decision.ts';
import { dateText } from '../../words/time.ts';
import type { Style } from '../ink.ts';
import type { Paper } from '../paper.ts';

const badge = (paper: Paper, decision: Decision): Style =>
  ({ 'NO-GO': paper.ink.onRed, UNDECIDED: paper.ink.onYellow, GO: paper.ink.onGreen })[decision];

const about = ({ target, startedAt, tool }: Review): string =>
  [
    [target.branch, target.commit?.slice(0, 12)].filter((part) => part != null).join(' at '),
    dateText(startedAt),
    `${tool.name} ${tool.version}, policy ${tool.policy}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** Line one is the verdict, line two the biggest reason. */
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
    ...paper.hang('', about(review), { text: paper.ink.dim }),
  ];
};
