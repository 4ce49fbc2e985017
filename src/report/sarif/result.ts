import type { Finding } from '../../model/finding.ts';
import type { SarifLimits } from './limits.ts';
import { locations } from './locations.ts';

/** Key of the fingerprint; a new number would open every alert again. */
export const FINGERPRINT = 'launchReady/v1';

const level = ({ mustFix, severity }: Finding): string => {
  if (mustFix) return 'error';
  return severity === 'low' || severity === 'info' ? 'note' : 'warning';
};

const suppression = ({ state, waiver }: Finding): object =>
  state !== 'waived'
    ? {}
    : {
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification:
              waiver === undefined ? 'Waived' : `${waiver.reason} (${waiver.owner}, until ${waiver.until})`,
          },
        ],
      };

/** One finding. `rank` goes from 100, the first, down to 0. */
export const result = (
  finding: Finding,
  index: number,
  count: number,
  ruleIndex: number,
  compared: boolean,
  limits: SarifLimits,
): object => ({
  ruleId: finding.check,
  ruleIndex,
  level: level(finding),
  rank: Math.round((1 - index / Math.max(1, count)) * 1000) / 10,
  message: {
    text: [
      `${finding.title}.`.replace(/\.\.$/, '.'),
      finding.proof.text,
      ...finding.fix.steps.map((step, at) => `${at + 1}. ${step}`),
      // The last step speaks of the request that stands below it.
      ...(finding.proof.kind === 'exchange' && finding.fix.verify !== undefined ? [finding.fix.verify] : []),
    ].join('\n'),
  },
  ...locations(finding, limits),
  partialFingerprints: { [FINGERPRINT]: finding.fingerprint },
  ...(compared && { baselineState: finding.state === 'new' ? 'new' : 'unchanged' }),
  ...suppression(finding),
  properties: { mustFix: finding.mustFix, severity: finding.severity, bar: finding.bar, effort: finding.effort },
});
