import type { Review } from '../../../model/review.ts';
import { countIn } from '../../arrange/cap.ts';
import { arrangeFindings, RANK_SENTENCE, type FindingGroup } from '../../arrange/findings.ts';
import { fixesAbove } from '../../arrange/like-fix.ts';
import { counted } from '../../words/count.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';
import { findingLines, proofTexts } from './finding.ts';
import { SaidSteps } from './said-steps.ts';
import { shortLines } from './short.ts';

const MOST_IN_FULL = 6;
const MOST_SHORT = { mustFix: 20, canWait: 8 } as const;

const left = (paper: Paper, groups: readonly FindingGroup[]): readonly string[] =>
  groups.length === 0
    ? []
    : paper.hang('    ', `… and ${counted(countIn(groups), 'more finding')}: --format html=report.html shows all`, {
        text: paper.ink.dim,
      });

/** Why, fix and lines of proof are written out once; the same ones further down refer to the number above. */
const fullLines = (paper: Paper, groups: readonly FindingGroup[], from: number): readonly string[] => {
  const fixes = fixesAbove(groups);
  const reasons = new Map<string, number>();
  const proofs = new Set<string>();
  const said = new SaidSteps();
  return groups.flatMap((group, index) => {
    const { why, proof } = group.first;
    const like = fixes[index] ?? null;
    const lines = findingLines(paper, group, from + index, {
      why: reasons.get(why) ?? null,
      fix: like === null ? null : { like, ordinal: from + like.index },
      proof: proofs,
      brief: (step) => said.brief(step),
    });
    if (!reasons.has(why)) reasons.set(why, from + index);
    if (like === null) said.add(from + index, group.first.fix.steps);
    for (const text of proofTexts(proof)) proofs.add(text);
    return lines;
  });
};

const listed = (
  paper: Paper,
  groups: readonly FindingGroup[],
  from: number,
  most: { full: number; short: number },
): readonly string[] => {
  const inFull = paper.verbose ? groups.length : most.full;
  const short = groups.slice(inFull, inFull + most.short);
  return [
    ...fullLines(paper, groups.slice(0, inFull), from),
    ...(short.length > 0 && inFull > 0 ? [''] : []),
    ...short.flatMap((group, index) => shortLines(paper, group, from + inFull + index)),
    ...left(paper, groups.slice(inFull + most.short)),
  ];
};

/** What must be fixed now, the worst in full; then what can wait, in brief. */
export const findingsSection = (paper: Paper, review: Review): readonly string[] => {
  const { mustFix, canWait } = arrangeFindings(review.findings);
  const { counts } = review;
  const stop = counts.mustFix > 0 ? (text: string): string => paper.ink.bold(paper.ink.red(text)) : paper.ink.bold;
  return [
    ...heading(paper, 'MUST FIX NOW', String(counts.mustFix), stop),
    ...(counts.mustFix > 1 ? paper.hang('  ', RANK_SENTENCE, { text: paper.ink.dim }) : []),
    ...listed(paper, mustFix, 1, { full: MOST_IN_FULL, short: MOST_SHORT.mustFix }),
    ...heading(paper, 'CAN WAIT', String(counts.canWait)),
    ...listed(paper, canWait, mustFix.length + 1, { full: 0, short: MOST_SHORT.canWait }),
  ];
};
