import type { Review } from '../../../model/review.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

const line = (paper: Paper, name: string, value: number, sum: string): readonly string[] =>
  paper.hang(`  ${name.padEnd(9)} ${String(value).padStart(5)}  `, sum, { lead: paper.ink.bold, text: paper.ink.dim });

/** Both scores with the sums that make them. */
export const scoreSection = (paper: Paper, { score, tool }: Review): readonly string[] => [
  ...heading(paper, 'SCORES', `policy ${tool.policy}`),
  ...line(paper, 'Readiness', score.readiness.value, `100 is best: ${score.readiness.sum}`),
  ...line(paper, 'Risk', score.risk.value, `0 is best: ${score.risk.sum}`),
];
