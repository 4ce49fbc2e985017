import type { Finding } from '../../model/finding.ts';
import type { Decision } from '../../model/review.ts';

/** Class of colour. `stop` (red) means: do not launch. */
export type Tone = 'stop' | 'warn' | 'good' | 'note' | 'plain';

export const decisionTone = (decision: Decision): Tone =>
  decision === 'GO' ? 'good' : decision === 'NO-GO' ? 'stop' : 'warn';

export const findingTone = (finding: Finding): Tone => {
  if (finding.mustFix && finding.state !== 'waived') return 'stop';
  if (finding.severity === 'blocker' || finding.severity === 'high' || finding.severity === 'medium') return 'warn';
  return finding.severity === 'low' ? 'note' : 'plain';
};
