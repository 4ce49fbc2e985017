import type { Finding } from '../../model/finding.ts';
import { counted } from '../words/count.ts';

/** Findings of one check in one file, or on one running app: the best ranked one, and those that are shown under it. */
export interface FindingGroup {
  first: Finding;
  others: readonly Finding[];
}

export interface ArrangedFindings {
  mustFix: readonly FindingGroup[];
  canWait: readonly FindingGroup[];
  waived: readonly Finding[];
}

/** What a request shows has one cause in many places; a file holds many places of its own. */
const groupKey = ({ check, where, proof, fingerprint }: Finding): string => {
  if (where.path !== undefined) return JSON.stringify([check, where.path]);
  return proof.kind === 'exchange' && where.url !== undefined ? check : fingerprint;
};

const grouped = (findings: readonly Finding[]): readonly FindingGroup[] =>
  [...Map.groupBy(findings, groupKey).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, others }],
  );

/** `11 more in .env`, `9 more places`. */
export const moreText = ({ first, others }: FindingGroup): string =>
  first.where.path === undefined
    ? counted(others.length, 'more place')
    : `${others.length.toLocaleString('en-US')} more in ${first.where.path}`;

/** Keeps the ranking: a group stands where its best finding stands. */
export const arrangeFindings = (findings: readonly Finding[]): ArrangedFindings => {
  const open = findings.filter((finding) => finding.state !== 'waived');
  return {
    mustFix: grouped(open.filter((finding) => finding.mustFix)),
    canWait: grouped(open.filter((finding) => !finding.mustFix)),
    waived: findings.filter((finding) => finding.state === 'waived'),
  };
};

/** One sentence, for readers, of how `findings` of a Review are ranked. */
export const RANK_SENTENCE =
  'Ranked by launch impact: what must be fixed now, then the worse severity, then what touches more of the bar, then the quicker fix.';
