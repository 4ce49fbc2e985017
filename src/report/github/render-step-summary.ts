import type { Review } from '../../model/review.ts';
import { barBlocks } from '../markdown/blocks/bar.ts';
import { boundaryBlocks } from '../markdown/blocks/boundary.ts';
import { decisionBlocks } from '../markdown/blocks/decision.ts';
import {
  coverageBlocks,
  crashedBlocks,
  nextBlocks,
  sinceBlocks,
  unprovenBlocks,
  waivedBlocks,
} from '../markdown/blocks/rest.ts';
import { riskBlocks } from '../markdown/blocks/risks.ts';

/** GitHub refuses a step summary above 1 MiB as a whole; some room is left for what else the step writes. */
export const STEP_SUMMARY_BYTES = 1023 * 1024;

const MOST_ROWS = 200;
const CUT = '_Cut here: the whole does not fit into a step summary. See the HTML or JSON report._';

const bytes = (text: string): number => Buffer.byteLength(text);

/** Leaves out the first block that does not fit and all behind it, and says so; `last` always stands at the end. */
const fitted = (blocks: readonly string[], last: string, most: number): string => {
  const kept: string[] = [];
  let left = most - bytes(last) - bytes(CUT) - 6;
  for (const block of blocks) {
    left -= bytes(block) + 2;
    if (left < 0) return `${[...kept, CUT, last].join('\n\n')}\n`;
    kept.push(block);
  }
  return `${[...kept, last].join('\n\n')}\n`;
};

/** Markdown for $GITHUB_STEP_SUMMARY, at most 1 MiB. */
export const renderStepSummary = (review: Review): string =>
  fitted(
    [
      ...decisionBlocks(review),
      ...riskBlocks(review, MOST_ROWS),
      ...barBlocks(review),
      ...boundaryBlocks(review),
      ...crashedBlocks(review),
      ...unprovenBlocks(review),
      ...waivedBlocks(review),
      ...sinceBlocks(review),
      ...coverageBlocks(review),
    ],
    nextBlocks(review).join('\n\n'),
    STEP_SUMMARY_BYTES,
  );
