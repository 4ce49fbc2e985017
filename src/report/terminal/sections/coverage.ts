import type { Review } from '../../../model/review.ts';
import { durationText, timingsOf } from '../../words/time.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

/** What was read and what was not, and where the time went. */
export const coverageSection = (paper: Paper, { coverage, timings }: Review): readonly string[] => {
  const { steps, total, slowest } = timingsOf(timings);
  const named = steps.map(({ name, milliseconds }) => {
    const mark = steps.length > 1 && name === slowest?.name ? ' (slowest)' : '';
    return `${name} ${durationText(milliseconds)}${mark}`;
  });
  return [
    ...heading(paper, 'COVERAGE'),
    ...coverage.flatMap((sentence) => paper.hang('  ', sentence)),
    ...heading(paper, 'TIME', [durationText(total), ...named].join(' · ')),
  ];
};
