import type { Finding, Proof } from '../../../model/finding.ts';
import type { FindingGroup } from '../../arrange/findings.ts';
import type { LikeFix } from '../../arrange/like-fix.ts';
import { effortText } from '../../words/effort.ts';
import { placeText } from '../../words/place.ts';
import { frameLines } from '../frame.ts';
import type { Paper } from '../paper.ts';
import { severityStyle, severityTag } from '../severity-tag.ts';
import { BODY, INDENT, LEAD, under } from './body.ts';
import { fixLines, likeFixLines } from './fix.ts';
import { otherLines } from './others.ts';

/** What stands above a finding, so that nothing is said twice. */
export interface Above {
  /** Number of a finding whose `why` is the same. */
  why: number | null;
  fix: { like: LikeFix; ordinal: number } | null;
  /** Lines of proof that were printed already. */
  proof: ReadonlySet<string>;
  /** A step in fewer words, where one above says the rest. */
  brief: (step: string) => string;
}

export const NOTHING_ABOVE: Above = { why: null, fix: null, proof: new Set(), brief: (step) => step };

const part = (paper: Paper, name: string, text: string): readonly string[] =>
  paper.hangLines(LEAD + name.padEnd(7), text, { lead: paper.ink.cyan });

const MOST_PLACES = 3;

const morePlaces = (paper: Paper, more: readonly string[]): readonly string[] => {
  const shown = paper.verbose ? more : more.slice(0, MOST_PLACES);
  const rest = more.length - shown.length;
  return more.length === 0 ? [] : under(paper, 'also in ', shown.join(', ') + (rest > 0 ? ` and ${rest} more` : ''));
};

const about = (finding: Finding): string =>
  [finding.bar.join(' '), effortText(finding.effort), finding.state, finding.fingerprint]
    .filter((word) => word !== '')
    .join(' · ');

/** `ordinal`, severity and title on one line, wrapped behind them. */
export const titleLines = (paper: Paper, finding: Finding, ordinal: number): readonly string[] =>
  paper.hang(`${String(ordinal).padStart(INDENT - 1)} ${severityTag(paper, finding)} `, finding.title, {
    lead: severityStyle(paper, finding),
    text: paper.ink.bold,
  });

export const proofTexts = (proof: Proof): readonly string[] => proof.text.split(/\r\n|\n|\r/);

/** An answer is a proof only beside its request, so that what exchanges show is told again, and so is what is indented under a line. */
const proofText = (proof: Proof, above: ReadonlySet<string>): string => {
  let isTold = true;
  return proofTexts(proof)
    .filter((line, index) => {
      if (!line.startsWith(' ')) isTold = index === 0 || proof.kind === 'exchange' || !above.has(line);
      return isTold;
    })
    .join('\n');
};

/** A finding in its five parts: what, where, proof, why, fix. */
export const findingLines = (
  paper: Paper,
  { first, others }: FindingGroup,
  ordinal: number,
  above: Above = NOTHING_ABOVE,
): readonly string[] => {
  const { proof } = first;
  return [
    '',
    ...titleLines(paper, first, ordinal),
    ...paper.hang(LEAD, about(first), { text: paper.ink.dim }),
    ...paper.hang(`${LEAD}where  `, placeText(first.where) || 'the repository as a whole', { lead: paper.ink.cyan }),
    ...part(paper, 'proof', proofText(proof, above.proof)),
    ...(proof.frame === undefined ? [] : frameLines(paper, proof.frame, first.where.column, BODY)),
    ...morePlaces(paper, proof.more ?? []),
    ...part(paper, 'why', above.why === null ? first.why : `as for ${above.why}`),
    ...(above.fix === null
      ? fixLines(paper, first.fix, above.brief)
      : likeFixLines(
          paper,
          above.fix.like,
          above.fix.ordinal,
          proof.kind === 'exchange' ? first.fix.verify : undefined,
        )),
    ...otherLines(paper, first, others, INDENT),
  ];
};
