import type { Review } from '../../../model/review.ts';
import { SEVERITIES } from '../../../model/severity.ts';
import { BAR_SIGNS, BAR_STATES } from '../../words/bar.ts';
import { counted } from '../../words/count.ts';
import { SEVERITY_SIGNS, type Sign } from '../../words/severity.ts';
import type { Paper } from '../paper.ts';

/** Passed and not applicable as counts, and what every sign means. */
export const countsSection = (paper: Paper, { counts }: Review): readonly string[] => {
  const named = (sign: Sign): string => `${paper.sign(sign)}\u00a0${sign.word.toLowerCase()}`;
  const signs = [
    ...SEVERITIES.map((severity) => named(SEVERITY_SIGNS[severity])),
    ...BAR_STATES.map((state) => named(BAR_SIGNS[state])),
  ];
  return [
    '',
    ...paper.hang(
      'PASSED  ',
      `${counted(counts.passed, 'check')} · not applicable ${counts.notApplicable} · crashed ${counts.crashed}`,
      {
        lead: paper.ink.bold,
      },
    ),
    ...paper.hang('LEGEND  ', `${signs.join(' · ')}. A – was not shown either way; a 0 was looked at and is clean.`, {
      lead: paper.ink.bold,
      text: paper.ink.dim,
    }),
  ];
};
