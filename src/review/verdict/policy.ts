import type { Finding } from '../../model/finding.ts';
import type { BarState } from '../../model/bar.ts';
import type { Decision } from '../../model/review.ts';

/** Grows whenever the same evidence could lead to another decision. */
export const POLICY_VERSION = '1';

/** The whole rule, for reports. */
export const POLICY_RULE =
  'A blocker, or a finding of high severity that concerns an item of the minimum bar, must be fixed now: while one is open ' +
  'and not waived the answer is NO-GO; else, while an item of the bar is unproven, it is UNDECIDED; else GO.';

/** Whether the launch has to wait for it. A waiver does not change that; it changes the finding's state. */
export const mustFix = (finding: Pick<Finding, 'severity' | 'bar'>): boolean =>
  finding.severity === 'blocker' || (finding.severity === 'high' && finding.bar.length > 0);

export const isOpen = (finding: Pick<Finding, 'state'>): boolean => finding.state !== 'waived';

/** Applies the rule. */
export const decide = (findings: readonly Finding[], states: readonly BarState[]): Decision => {
  if (findings.some((finding) => finding.mustFix && isOpen(finding))) return 'NO-GO';
  return states.includes('unproven') ? 'UNDECIDED' : 'GO';
};
