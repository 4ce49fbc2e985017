import { BAR, type BarId, type BarState } from '../model/bar.ts';
import type { Finding } from '../model/finding.ts';
import type { Score } from '../model/review.ts';
import { SEVERITIES } from '../model/severity.ts';
import { isOpen } from './verdict/policy.ts';

/** What one open finding adds to the risk. */
export const RISK_WEIGHTS = { blocker: 40, high: 15, medium: 4, low: 1, info: 0 } as const;

const HIGHEST_RISK = 100;

const riskOf = (findings: readonly Finding[]): Score['risk'] => {
  const terms = SEVERITIES.map((severity) => ({
    name: severity,
    count: findings.filter((finding) => finding.severity === severity && isOpen(finding)).length,
    weight: RISK_WEIGHTS[severity],
  })).filter((term) => term.count > 0);
  const total = terms.reduce((sum, term) => sum + term.count * term.weight, 0);
  const named = (term: { name: string; count: number }): string =>
    term.name === 'blocker' && term.count > 1 ? 'blockers' : term.name;
  const text = terms.map((term) => `${term.count} ${named(term)} × ${term.weight}`).join(' + ') || 'no open findings';
  const cap = total > HIGHEST_RISK ? `, counted as ${HIGHEST_RISK}, the highest risk` : '';
  return { value: Math.min(HIGHEST_RISK, total), sum: `${text} = ${total}${cap}` };
};

const readinessOf = (bar: Record<BarId, BarState>): Score['readiness'] => {
  const terms = BAR.flatMap((item) => {
    if (bar[item.id] === 'held') return [{ value: item.points, text: `${item.id} ${item.points}` }];
    if (bar[item.id] === 'waived')
      return [{ value: item.points / 2, text: `${item.id} ${item.points / 2} (waived, half)` }];
    return [];
  });
  const value = terms.reduce((sum, term) => sum + term.value, 0);
  return { value, sum: `${terms.map((term) => term.text).join(' + ') || 'no bar item held'} = ${value} of 100` };
};

/** Both scores with the sums that make them. */
export const score = (findings: readonly Finding[], bar: Record<BarId, BarState>): Score => ({
  risk: riskOf(findings),
  readiness: readinessOf(bar),
});
