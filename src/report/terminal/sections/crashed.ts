import type { Review } from '../../../model/review.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

/** Checks that came to no answer through a fault of this program. */
export const crashedSection = (paper: Paper, { checks }: Review): readonly string[] => {
  const crashed = checks.filter((check) => check.outcome === 'crashed');
  if (crashed.length === 0) return [];
  return [
    ...heading(paper, 'CRASHED', `${crashed.length} · a fault of launch-ready, not of your app; please report it`),
    ...crashed.flatMap((check) =>
      paper.hang('  ! ', [check.id, check.detail].filter((part) => part !== undefined).join(': ')),
    ),
  ];
};
