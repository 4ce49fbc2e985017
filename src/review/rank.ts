import { BAR } from '../model/bar.ts';
import { compareEffort } from '../model/effort.ts';
import type { Finding } from '../model/finding.ts';
import { compareSeverity } from '../model/severity.ts';
import { isOpen } from './verdict/policy.ts';

/** The order of findings, for reports. */
export const RANK_RULE =
  'What must be fixed now comes first, then the worse severity, then what touches more points of the minimum bar, then the quicker fix; waived findings stand last.';

const points = (finding: Finding): number =>
  BAR.reduce((sum, item) => sum + (finding.bar.includes(item.id) ? item.points : 0), 0);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sort comparator of `RANK_RULE`; ties go by check id, path, line and fingerprint, so that the order is total. */
export const compareFindings = (a: Finding, b: Finding): number =>
  Number(isOpen(b)) - Number(isOpen(a)) ||
  Number(b.mustFix) - Number(a.mustFix) ||
  compareSeverity(a.severity, b.severity) ||
  points(b) - points(a) ||
  compareEffort(a.effort, b.effort) ||
  compareText(a.check, b.check) ||
  compareText(a.where.path ?? '', b.where.path ?? '') ||
  (a.where.line ?? 0) - (b.where.line ?? 0) ||
  compareText(a.fingerprint, b.fingerprint);

export const rank = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted(compareFindings);
