import { expect, test } from 'vitest';
import { runChecks, type CheckRun } from './run-checks.ts';
import { stageResults } from './stages.ts';
import { checkOf, defectOf, evidenceOf, runsOf } from './testing/literals.ts';

const secretsOf = (runs: readonly CheckRun[], findings = runs.flatMap((run) => run.findings)) => {
  const stage = stageResults(runs, findings).find((one) => one.id === 'secrets');
  return stage && [stage.state, stage.passed, stage.failed, stage.unproven, stage.notApplicable];
};
const pass = checkOf({ id: 'a/pass' });
const fail = checkOf({ id: 'a/fail' }, [defectOf('x')]);
const silent = { unproven: 'shallow', unlock: 'Fetch.' };
const crash = () => {
  throw new Error('bug');
};

test('all seven stages stand in order; those without a run are not run', () => {
  const stages = stageResults(runsOf(pass), []);
  expect(stages.map((stage) => stage.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(stages.map((stage) => stage.state)).toEqual([
    'not-run',
    'not-run',
    'not-run',
    'passed',
    'not-run',
    'not-run',
    'not-run',
  ]);
});

test('a failure outweighs, what could not tell or crashed is unproven', () => {
  expect(secretsOf(runsOf(pass, fail, checkOf({}, silent)))).toEqual(['failed', 1, 1, 1, 0]);
  expect(secretsOf(runsOf(pass, checkOf({}, silent), checkOf({ evaluate: crash })))).toEqual(['unproven', 1, 0, 2, 0]);
  expect(secretsOf(runsOf(pass, checkOf({}, 'not-applicable')))).toEqual(['passed', 1, 0, 0, 1]);
});

test('nothing applicable is not a pass, nor is a stage that ran in part', () => {
  expect(secretsOf(runsOf(checkOf({}, 'not-applicable')))?.[0]).toBe('unproven');
  expect(secretsOf(runChecks([pass, fail], evidenceOf(), { only: ['a/pass'] }))?.[0]).toBe('unproven');
  expect(secretsOf(runChecks([pass, fail], evidenceOf(), { stages: ['edge'] }))?.[0]).toBe('not-run');
});

test('a check whose findings are all waived does not fail its stage', () => {
  const runs = runsOf(fail);
  const waived = runs.flatMap((run) => run.findings).map((finding) => ({ ...finding, state: 'waived' as const }));
  expect(secretsOf(runs, waived)).toEqual(['passed', 0, 0, 0, 0]);
});
