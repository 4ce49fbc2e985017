import { BAR } from '../model/bar.ts';
import type { Check } from '../model/check.ts';
import { STAGES, type StageId } from '../model/stage.ts';
import { bound } from './bound.ts';
import { nearest } from './nearest.ts';
import { failure, success, type Result } from './result.ts';

/** What restricts a run. An absent or empty list restricts nothing. */
export interface CheckFilter {
  only?: readonly string[];
  stages?: readonly StageId[];
}

type Test = (check: Check) => boolean;

const testFor = (name: string, checks: readonly Check[]): Test | null => {
  const bar = BAR.find((item) => item.id === name.toUpperCase());
  if (bar !== undefined) return (check) => check.bar.includes(bar.id);
  const stage = STAGES.find((one) => one.id === name.toLowerCase() || `S${one.number}` === name.toUpperCase());
  if (stage !== undefined) return (check) => check.stage === stage.id;
  const test: Test = name.endsWith('/*')
    ? (check) => check.id.startsWith(name.slice(0, -1))
    : (check) => check.id === name;
  return checks.some(test) ? test : null;
};

const namesOf = (checks: readonly Check[]): readonly string[] => {
  const ids = checks.map((check) => check.id);
  const folders = ids.map((id) => `${id.slice(0, id.lastIndexOf('/'))}/*`);
  return [...new Set([...ids, ...folders, ...STAGES.map((one) => one.id), ...BAR.map((one) => one.id)])];
};

const complaint = (name: string, checks: readonly Check[]): string => {
  const all = namesOf(checks);
  const near = nearest(
    name,
    all.filter((one) => one.endsWith('/*') === name.endsWith('/*')),
  );
  const hint = near.length === 0 ? 'See `npx launch-ready list`.' : `Did you mean ${near.join(', ')}?`;
  return `There is no check, stage or bar item named ${JSON.stringify(bound(name, 100))}. ${hint}`;
};

/**
 * The checks that the names choose: a check id, a prefix ending in `/*`, a bar id (`M2`) or a roadmap stage (`secrets`, `S4`).
 * A name that nothing answers to is an error that offers the nearest names.
 */
export const matchChecks = (checks: readonly Check[], only: readonly string[]): Result<readonly Check[]> => {
  const tests = only.map((name) => testFor(name, checks));
  const unknown = only.filter((_, index) => tests[index] === null);
  if (unknown.length > 0) return failure(unknown.map((name) => complaint(name, checks)).join('\n'));
  return success(checks.filter((check) => tests.some((test) => test?.(check) === true)));
};

/** Whether a check runs under the filter. Names that nothing answers to choose nothing; `matchChecks` reports them. */
export const chooser = (checks: readonly Check[], filter: CheckFilter): Test => {
  const only = filter.only ?? [];
  const stages = filter.stages ?? [];
  const tests = only.map((name) => testFor(name, checks));
  return (check) =>
    (only.length === 0 || tests.some((test) => test?.(check) === true)) &&
    (stages.length === 0 || stages.includes(check.stage));
};
