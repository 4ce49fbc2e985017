import { isDeepStrictEqual } from 'node:util';
import type { Check, Evaluation } from '../../model/check.ts';
import type { EvidenceMap } from '../../model/evidence/map.ts';
import type { Defect, Where } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/severity.ts';
import type { Expectation, Fixture, Kind } from './fixture.ts';

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
};

/** Runs the check on frozen evidence; twice, so that a clock or a die would show. */
export const evaluateFixture = (check: Check, fixture: Fixture): Evaluation => {
  const evidence = freeze(structuredClone(fixture.evidence)) as unknown as EvidenceMap;
  const evaluation = check.evaluate(evidence);
  if (!isDeepStrictEqual(evaluation, check.evaluate(evidence)))
    throw new Error('evaluate gave two answers to one question');
  return evaluation;
};

/** The defects in an evaluation, whatever its outcome. */
export const defectsIn = (evaluation: Evaluation): readonly Defect[] => {
  if (evaluation === 'not-applicable') return [];
  return 'unproven' in evaluation ? (evaluation.defects ?? []) : evaluation;
};

const show = (value: unknown): string => JSON.stringify(value);

/** The members of `where` that the expectation names, or none. */
const chosen = (where: Where, named: Where | undefined): Where =>
  Object.fromEntries(Object.entries(where).filter(([name]) => named !== undefined && name in named));

const compare = (check: Check, defects: readonly Defect[], expected: readonly Expectation[]): string[] => {
  const actual = defects.map((defect, index) => ({
    title: defect.title ?? check.title.fail,
    severity: defect.severity ?? check.severity,
    where: chosen(defect.where, expected[index]?.where),
  }));
  const wanted = expected.map(({ title, severity, where = {} }) => ({ title, severity, where }));
  return isDeepStrictEqual(actual, wanted) ? [] : [`found ${show(actual)}, expected ${show(wanted)}`];
};

const sentence = (what: string, text: string): string[] => (text.trim() === '' ? [`${what} is empty`] : []);

const complaintsAbout = (check: Check, defect: Defect): string[] => {
  const fix = check.fix(defect);
  return [
    ...sentence('a key', defect.key),
    ...sentence('a proof', defect.proof.text),
    ...(defect.title === undefined ? [] : sentence('a title', defect.title)),
    ...(defect.why === undefined || /[.?!]$/.test(defect.why) ? [] : [`why is no sentence: ${defect.why}`]),
    ...(SEVERITIES.includes(defect.severity ?? check.severity) ? [] : [`no such severity: ${defect.severity}`]),
    ...(fix.steps.length === 0 ? ['the fix has no step'] : fix.steps.flatMap((step) => sentence('a step', step))),
    ...(fix.verify === undefined || fix.verify.trim() === '' ? ['the fix has no command that verifies it'] : []),
  ];
};

const outcomeOf = (evaluation: Evaluation): string => {
  if (evaluation === 'not-applicable') return evaluation;
  if ('unproven' in evaluation) return 'unproven';
  return evaluation.length === 0 ? 'pass' : 'fail';
};

const judgeUnproven = (evaluation: Evaluation, reason: string): string[] => {
  if (typeof evaluation === 'string' || !('unproven' in evaluation))
    return [`was ${outcomeOf(evaluation)}, not unproven`];
  return [
    ...(evaluation.unproven.includes(reason) ? [] : [`its reason is ${show(evaluation.unproven)}`]),
    ...sentence('unlock', evaluation.unlock),
  ];
};

const judgeOutcome = (check: Check, fixture: Fixture, kind: Kind, evaluation: Evaluation): string[] => {
  if (kind === 'good') {
    const wanted = fixture.outcome ?? 'pass';
    const outcome = outcomeOf(evaluation);
    return outcome === wanted ? [] : [`was ${outcome}, not ${wanted}: ${show(defectsIn(evaluation))}`];
  }
  const expected = fixture.expect ?? [];
  if (fixture.unproven === undefined && expected.length === 0) return ['states neither `expect` nor `unproven`'];
  return [
    ...(fixture.unproven === undefined
      ? outcomeOf(evaluation) === 'fail'
        ? []
        : [`was ${outcomeOf(evaluation)}, not fail`]
      : judgeUnproven(evaluation, fixture.unproven)),
    ...compare(check, defectsIn(evaluation), expected),
  ];
};

/** Everything that is wrong about a check's answer to one fixture; an empty list is good. */
export const judgeFixture = (check: Check, fixture: Fixture, kind: Kind): string[] => {
  const keys = Object.keys(fixture.evidence).sort();
  const needs = [...check.needs].sort();
  if (!isDeepStrictEqual(keys, needs)) return [`gives ${keys.join(', ')}; the check needs ${needs.join(', ')}`];
  const evaluation = evaluateFixture(check, fixture);
  const defects = defectsIn(evaluation);
  const twice = defects.map((defect) => defect.key).filter((key, index, all) => all.indexOf(key) !== index);
  return [
    ...(fixture.note === undefined || fixture.note.trim() === '' ? ['has no note'] : []),
    ...judgeOutcome(check, fixture, kind, evaluation),
    ...(twice.length === 0 ? [] : [`two defects have the key ${show(twice[0])}`]),
    ...defects.flatMap((defect) => complaintsAbout(check, defect)),
  ];
};
