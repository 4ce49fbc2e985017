import type { Check, Evaluation } from '../model/check.ts';
import type { Evidence, EvidenceKey, EvidenceMap } from '../model/evidence/map.ts';
import type { Defect, Finding } from '../model/finding.ts';
import type { Outcome } from '../model/review.ts';
import { bound, LIMITS } from './bound.ts';
import { errorText } from './error-text.ts';
import { makeFinding } from './make-finding.ts';
import { chooser, type CheckFilter } from './match-checks.ts';
import { mergeDefects } from './merge-defects.ts';
import { missingEvidence } from './missing-evidence.ts';

/** One check and what it came to. `not-run`: the filter left it out. */
export interface CheckRun {
  check: Check;
  outcome: Outcome | 'not-run';
  findings: readonly Finding[];
  /** Kept beside findings too: what was shown is not all there may be. */
  unproven: { reason: string; unlock: string } | null;
  /** Message of a crash. */
  crash: string | null;
}

const blank = { findings: [], unproven: null, crash: null } as const;

const gapsIn = (check: Check, evidence: Evidence): readonly { reason: string; unlock: string }[] =>
  check.needs.flatMap((key) => {
    const fact = evidence[key];
    if (fact === undefined) return [missingEvidence(key)];
    return fact.ok ? [] : [{ reason: fact.reason, unlock: fact.unlock }];
  });

const joined = (texts: readonly string[]): string => bound([...new Set(texts)].join('; '), LIMITS.sentence);

const valueOf = (evidence: Evidence, key: EvidenceKey): unknown => {
  const fact = evidence[key];
  return fact?.ok === true ? fact.value : undefined;
};

const declared = (check: Check, evidence: Evidence): EvidenceMap =>
  Object.fromEntries(check.needs.map((key) => [key, valueOf(evidence, key)])) as unknown as EvidenceMap;

const failed = (check: Check, defects: readonly Defect[], unproven: CheckRun['unproven']): CheckRun => {
  const made = mergeDefects(defects, check.severity).map((defect) => makeFinding(check, defect));
  const crash = made.find((one) => one.crash !== null)?.crash ?? null;
  return {
    check,
    outcome: 'fail',
    findings: made.map((one) => one.finding),
    unproven,
    crash: crash === null ? null : `the text of its fix: ${crash}`,
  };
};

const concluded = (check: Check, evaluation: Evaluation): CheckRun => {
  if (evaluation === 'not-applicable') return { ...blank, check, outcome: 'not-applicable' };
  if ('unproven' in evaluation) {
    const unproven = { reason: joined([evaluation.unproven]), unlock: joined([evaluation.unlock]) };
    const defects = evaluation.defects ?? [];
    return defects.length === 0 ? { ...blank, check, outcome: 'unproven', unproven } : failed(check, defects, unproven);
  }
  if (!Array.isArray(evaluation)) throw new TypeError('the check gave no evaluation');
  return evaluation.length === 0 ? { ...blank, check, outcome: 'pass' } : failed(check, evaluation, null);
};

const runCheck = (check: Check, evidence: Evidence): CheckRun => {
  const gaps = gapsIn(check, evidence);
  if (gaps.length > 0) {
    const unproven = { reason: joined(gaps.map((gap) => gap.reason)), unlock: joined(gaps.map((gap) => gap.unlock)) };
    return { ...blank, check, outcome: 'unproven', unproven };
  }
  try {
    return concluded(check, check.evaluate(declared(check, evidence)));
  } catch (error) {
    return { ...blank, check, outcome: 'crashed', crash: errorText(error) };
  }
};

/**
 * Judges the evidence. One run for each check, in the order given; those that the filter leaves out are `not-run`, so that
 * what was not looked at is known. Never throws: missing evidence is `unproven`, a throwing check is `crashed`.
 */
export const runChecks = (checks: readonly Check[], evidence: Evidence, filter: CheckFilter = {}): CheckRun[] => {
  const chosen = chooser(checks, filter);
  return checks.map((check) => (chosen(check) ? runCheck(check, evidence) : { ...blank, check, outcome: 'not-run' }));
};
