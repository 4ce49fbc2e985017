import type { Review } from '../../../model/review.ts';
import { BAR_SIGNS } from '../../words/bar.ts';
import { counted } from '../../words/count.ts';
import type { Paper } from '../paper.ts';

/** Passed and not applicable as counts, and what a dash and a zero mean. Every other sign stands beside its word. */
export const countsSection = (paper: Paper, { counts }: Review): readonly string[] => [
  '',
  ...paper.hang(
    'PASSED  ',
    `${counted(counts.passed, 'check')} · not applicable ${counts.notApplicable} · crashed ${counts.crashed}`,
    { lead: paper.ink.bold },
  ),
  ...paper.hang(
    'LEGEND  ',
    `${paper.sign(BAR_SIGNS.unproven)} was not shown either way · 0 was looked at and is clean`,
    { lead: paper.ink.bold, text: paper.ink.dim },
  ),
];
