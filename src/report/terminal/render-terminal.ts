import type { Review } from '../../model/review.ts';
import { defuseCommand } from '../escape/github.ts';
import { paper as paperOf, type TerminalOptions } from './paper.ts';
import { barSection } from './sections/bar.ts';
import { boundarySection } from './sections/boundary.ts';
import { surfaceSection } from './sections/surface.ts';
import { countsSection } from './sections/counts.ts';
import { coverageSection } from './sections/coverage.ts';
import { crashedSection } from './sections/crashed.ts';
import { diffSection } from './sections/diff.ts';
import { findingsSection } from './sections/findings.ts';
import { planSection } from './sections/plan.ts';
import { scoreSection } from './sections/score.ts';
import { unprovenSection } from './sections/unproven.ts';
import { verdictSection } from './sections/verdict.ts';
import { waivedSection } from './sections/waived.ts';

const SECTIONS = [
  verdictSection,
  barSection,
  findingsSection,
  boundarySection,
  surfaceSection,
  waivedSection,
  crashedSection,
  unprovenSection,
  countsSection,
  diffSection,
  planSection,
  scoreSection,
  coverageSection,
] as const;

/**
 * The Review for a terminal: line one is the verdict, line two the biggest reason, the last line one command to copy.
 * Prose is wrapped at `width`; commands and snippets are never broken. Ends with a line break.
 */
export const renderTerminal = (review: Review, options: TerminalOptions): string => {
  const paper = paperOf(options);
  const lines = SECTIONS.flatMap((section) => section(paper, review));
  return [...lines, '', paper.ink.bold('NEXT'), paper.text(review.next), ''].map(defuseCommand).join('\n');
};
