import type { Finding } from '../../model/finding.ts';

/** Findings of one check in one file: the best ranked one, and those that are shown under it. */
export interface FindingGroup {
  first: Finding;
  others: readonly Finding[];
}

export interface ArrangedFindings {
  mustFix: readonly FindingGroup[];
  canWait: readonly FindingGroup[];
  waived: readonly Finding[];
}

const groupKey = (finding: Finding): string =>
  finding.where.path === undefined ? finding.fingerprint : JSON.stringify([finding.check, finding.where.path]);

const grouped = (findings: readonly Finding[]): readonly FindingGroup[] =>
  [...Map.groupBy(findings, groupKey).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, others }],
  );

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
