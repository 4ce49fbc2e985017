import type { Review } from '../../model/review.ts';
import { MOST_IN_FULL } from '../arrange/cap.ts';
import { barBlocks } from './blocks/bar.ts';
import { boundaryBlocks } from './blocks/boundary.ts';
import { surfaceBlock } from './blocks/surface.ts';
import { decisionBlocks } from './blocks/decision.ts';
import { fixPlanBlocks } from './blocks/fix-plan.ts';
import { coverageBlocks, crashedBlocks, nextBlocks, sinceBlocks, unprovenBlocks, waivedBlocks } from './blocks/rest.ts';
import { riskBlocks } from './blocks/risks.ts';

/** Decision, risk list and fix plan to hand over, in GitHub's Markdown. */
export const renderMarkdown = (review: Review): string =>
  `${[
    ...decisionBlocks(review),
    ...riskBlocks(review, MOST_IN_FULL),
    ...fixPlanBlocks(review),
    ...boundaryBlocks(review),
    ...surfaceBlock(review),
    ...barBlocks(review),
    ...crashedBlocks(review),
    ...unprovenBlocks(review),
    ...waivedBlocks(review),
    ...sinceBlocks(review),
    ...coverageBlocks(review),
    ...nextBlocks(review),
  ].join('\n\n')}\n`;
