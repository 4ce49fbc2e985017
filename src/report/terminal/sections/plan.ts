import type { PlanBlock, Review } from '../../../model/review.ts';
import { beyondSprint } from '../../arrange/beyond-sprint.ts';
import { counted } from '../../words/count.ts';
import { money } from '../../words/money.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

const MOST_LINES = 8;

const blockLine = (paper: Paper, { from, to, title, fingerprints }: PlanBlock): string => {
  const mends = fingerprints.length > 0 ? ` (${counted(fingerprints.length, 'finding')})` : '';
  const hours = paper.text(`  hour ${`${from}–${to}`.padEnd(9)}  `);
  return hours + paper.cutEnd(title, Math.max(8, paper.width - hours.length - mends.length)) + mends;
};

/** The sprint in at most eight lines: what it costs, and what is done when. */
export const planSection = (paper: Paper, review: Review): readonly string[] => {
  const { plan } = review;
  const { mustFix, all, currency, ratePerHour } = plan.cost;
  const cost = `Must fix ${plan.mustFixHours} h, ${money(mustFix, currency)} · can wait ${plan.canWaitHours} h · all ${money(all, currency)} at ${money(ratePerHour, currency)} an hour`;
  const head = [
    ...heading(paper, '48-HOUR PLAN', plan.sprint.replace('-', ' ')).slice(1),
    ...paper.hang('  ', cost, { text: paper.ink.dim }).slice(0, 2),
  ];
  const beyond = beyondSprint(review);
  const room = MOST_LINES - head.length - (beyond === null ? 0 : 1);
  const shown = plan.blocks.length <= room ? plan.blocks : plan.blocks.slice(0, room - 1);
  const rest = plan.blocks.length - shown.length;
  return [
    '',
    ...head,
    ...shown.map((block) => blockLine(paper, block)),
    ...(rest > 0 ? [paper.text(`  … and ${counted(rest, 'more block')} in the HTML report`)] : []),
    ...(beyond === null ? [] : paper.hang('  ', beyond)),
  ];
};
