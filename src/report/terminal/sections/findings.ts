import type { Review } from '../../../model/review.ts';
import { arrangeFindings, RANK_SENTENCE, type FindingGroup } from '../../arrange/findings.ts';
import { remediesAbove } from '../../arrange/same-remedy.ts';
import { counted } from '../../words/count.ts';
import { effortText } from '../../words/effort.ts';
import { placeText } from '../../words/place.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';
import { findingLines, titleLines } from './finding.ts';

const MOST_IN_FULL = 10;
const MOST_SHORT = 20;

/** Two lines: what, and where with how long it takes. */
const shortLines = (paper: Paper, { first, others }: FindingGroup, ordinal: number): readonly string[] => {
  const more = others.length > 0 ? ` and ${others.length} more in this file` : '';
  const tail = `${more} · ${effortText(first.effort)} · ${first.state}`;
  const place = paper.cutStart(placeText(first.where) || 'the repository as a whole', paper.width - 4 - tail.length);
  return [...titleLines(paper, first, ordinal), ...paper.hang('    ', `${place}${tail}`, { text: paper.ink.dim })];
};

const left = (paper: Paper, groups: readonly FindingGroup[]): readonly string[] => {
  const count = groups.reduce((sum, group) => sum + 1 + group.others.length, 0);
  return count === 0
    ? []
    : [
        '',
        ...paper.hang('    ', `… and ${counted(count, 'more finding')} in the HTML report`, { text: paper.ink.dim }),
      ];
};

/** Why and fix are written out once; the same ones further down refer to the number above. */
const fullLines = (paper: Paper, groups: readonly FindingGroup[], from: number): readonly string[] => {
  const above = remediesAbove(groups);
  return groups.flatMap((group, index) => {
    const same = above[index] ?? null;
    return findingLines(paper, group, from + index, same === null ? null : from + same);
  });
};

const listed = (paper: Paper, groups: readonly FindingGroup[], from: number, full: number): readonly string[] => {
  const inFull = paper.verbose ? groups.length : full;
  const short = groups.slice(inFull, inFull + MOST_SHORT);
  return [
    ...fullLines(paper, groups.slice(0, inFull), from),
    ...(short.length > 0 && inFull > 0 ? [''] : []),
    ...short.flatMap((group, index) => shortLines(paper, group, from + inFull + index)),
    ...left(paper, groups.slice(inFull + MOST_SHORT)),
  ];
};

/** What must be fixed now, in full; then what can wait, in brief. */
export const findingsSection = (paper: Paper, review: Review): readonly string[] => {
  const { mustFix, canWait } = arrangeFindings(review.findings);
  const { counts } = review;
  const stop = counts.mustFix > 0 ? (text: string): string => paper.ink.bold(paper.ink.red(text)) : paper.ink.bold;
  return [
    ...heading(paper, 'MUST FIX NOW', String(counts.mustFix), stop),
    ...(counts.mustFix > 1 ? paper.hang('  ', RANK_SENTENCE, { text: paper.ink.dim }) : []),
    ...listed(paper, mustFix, 1, MOST_IN_FULL),
    ...heading(paper, 'CAN WAIT', String(counts.canWait)),
    ...listed(paper, canWait, mustFix.length + 1, 0),
  ];
};
