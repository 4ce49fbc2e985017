import type { Finding } from '../model/finding.ts';
import type { Counts, UnprovenItem } from '../model/review.ts';
import { SEVERITIES } from '../model/severity.ts';
import type { CheckRun } from './run-checks.ts';
import { isOpen } from './verdict/policy.ts';

/** `findings` = `mustFix` + `canWait` + `waived`; `bySeverity` counts those that are not waived. */
export const countAll = (
  findings: readonly Finding[],
  unproven: readonly UnprovenItem[],
  runs: readonly CheckRun[],
): Counts => {
  const open = findings.filter(isOpen);
  const mustFix = open.filter((finding) => finding.mustFix).length;
  const having = (outcome: CheckRun['outcome']): number => runs.filter((run) => run.outcome === outcome).length;
  return {
    findings: findings.length,
    mustFix,
    canWait: open.length - mustFix,
    waived: findings.length - open.length,
    unproven: unproven.length,
    passed: having('pass'),
    notApplicable: having('not-applicable'),
    crashed: having('crashed'),
    bySeverity: Object.fromEntries(
      SEVERITIES.map((severity) => [severity, open.filter((finding) => finding.severity === severity).length]),
    ),
  };
};
