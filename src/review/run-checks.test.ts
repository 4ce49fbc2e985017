import { expect, test } from 'vitest';
import { defineCheck } from '../model/check.ts';
import { fingerprint } from './fingerprint.ts';
import { runChecks, type CheckRun } from './run-checks.ts';
import { checkOf, defectOf, evidenceOf, runsOf } from './testing/literals.ts';

const only = (runs: readonly CheckRun[]): CheckRun => {
  const [run] = runs;
  if (run === undefined || runs.length !== 1) throw new Error('expected one run');
  return run;
};

test('an empty list passes, and a check may say that it does not apply', () => {
  expect(only(runsOf(checkOf({}, [])))).toMatchObject({ outcome: 'pass', findings: [], unproven: null });
  expect(only(runsOf(checkOf({}, 'not-applicable'))).outcome).toBe('not-applicable');
});

test('a defect becomes a finding with what the check says', () => {
  const run = only(runsOf(checkOf({}, [defectOf('one')])));
  expect(run.outcome).toBe('fail');
  expect(run.findings[0]).toEqual({
    check: 'secrets/tracked-key',
    title: 'A key is tracked',
    severity: 'high',
    mustFix: true,
    stage: 'secrets',
    bar: ['M2'],
    where: { path: 'src/one.ts', line: 3 },
    proof: { kind: 'code', text: 'seen: one' },
    why: 'Whoever reads the code holds the key.',
    fix: { steps: ['Rotate it.'] },
    effort: 'hour',
    fingerprint: fingerprint('secrets/tracked-key', 'one'),
    state: 'new',
    references: ['CWE-798'],
  });
});

test('what a defect says for itself outranks the check', () => {
  const defect = defectOf('one', { title: 'Other', severity: 'low', effort: 'days', why: 'Because.' });
  const found = only(runsOf(checkOf({}, [defect]))).findings[0];
  expect(found).toMatchObject({ title: 'Other', severity: 'low', mustFix: false, effort: 'days', why: 'Because.' });
});

test('a moved line keeps the fingerprint', () => {
  const at = (line: number) =>
    only(runsOf(checkOf({}, [defectOf('one', { where: { path: 'a.ts', line } })]))).findings[0]?.fingerprint;
  expect(at(3)).toBe(at(300));
});

test('missing evidence is unproven with its reason, and the check is not asked', () => {
  let asked = 0;
  const check = checkOf({ needs: ['repo.summary', 'secrets.coverage'] }, () => {
    asked += 1;
    return [];
  });
  const failed = { ok: false, reason: 'no permission', unlock: 'Let it read.' } as const;
  const run = only(runChecks([check], { 'repo.summary': failed }));
  expect(run).toMatchObject({
    outcome: 'unproven',
    unproven: {
      reason: 'no permission; secrets.coverage was not collected in this run',
      unlock: 'Let it read.; Run a full review with this version.',
    },
  });
  expect(asked).toBe(0);
});

test('a check sees the evidence that it declares and no other', () => {
  let seen: readonly string[] = [];
  const check = defineCheck({
    ...checkOf(),
    needs: ['repo.summary'],
    evaluate: (evidence) => {
      seen = Object.keys(evidence);
      return evidence['repo.summary'].files === 2 ? [] : 'not-applicable';
    },
  });
  const extra = { 'secrets.sightings': { ok: true, value: [] } } as const;
  expect(only(runChecks([check], evidenceOf(extra))).outcome).toBe('pass');
  expect(seen).toEqual(['repo.summary']);
});

test('a throwing check has crashed, and the next one still runs', () => {
  const runs = runsOf(
    checkOf({ id: 'a/throws' }, () => {
      throw new RangeError('x'.repeat(9_000));
    }),
    checkOf({ id: 'a/fine' }),
  );
  expect(runs.map((run) => run.outcome)).toEqual(['crashed', 'pass']);
  expect(runs[0]?.crash?.startsWith('RangeError: xxx')).toBe(true);
  expect(runs[0]?.crash).toHaveLength(1_000);
});

test.each([[undefined], [null], ['passed'], [{}], [42]])('an answer that is none (%s) has crashed', (answer) => {
  const run = only(runsOf(checkOf({ evaluate: () => answer as never })));
  expect(run.outcome).toBe('crashed');
});

test('a check that could not tell keeps its entry, and fails when it shows defects', () => {
  const silent = { unproven: 'The clone is shallow', unlock: 'Fetch it.' };
  expect(only(runsOf(checkOf({}, silent)))).toMatchObject({
    outcome: 'unproven',
    findings: [],
    unproven: { reason: 'The clone is shallow', unlock: 'Fetch it.' },
  });
  const run = only(runsOf(checkOf({}, { ...silent, defects: [defectOf('one')] })));
  expect(run.outcome).toBe('fail');
  expect(run.findings).toHaveLength(1);
  expect(run.unproven?.reason).toBe('The clone is shallow');
});

test('a throwing fix does not lose the finding', () => {
  const check = checkOf(
    {
      fix: () => {
        throw new Error('no steps');
      },
    },
    [defectOf('one')],
  );
  const run = only(runsOf(check));
  expect(run.outcome).toBe('fail');
  expect(run.findings[0]?.fix.steps[0]).toContain('could not write the steps');
  expect(run.crash).toBe('the text of its fix: Error: no steps');
});

test('defects of one key are one finding: the worst, with the places of the others', () => {
  const defects = [
    defectOf('one', { severity: 'low', where: { path: 'b.ts', line: 9 } }),
    defectOf('one', { severity: 'blocker', where: { path: 'a.ts', line: 1 } }),
    defectOf('two'),
  ];
  const { findings } = only(runsOf(checkOf({}, defects)));
  expect(findings).toHaveLength(2);
  expect(findings[0]).toMatchObject({ severity: 'blocker', where: { path: 'a.ts' }, proof: { more: ['b.ts:9'] } });
});

test('what the filter leaves out is kept as not run', () => {
  const checks = [checkOf({ id: 'a/one' }), checkOf({ id: 'b/two', stage: 'edge', bar: ['M3'] })];
  const outcomes = (filter: Parameters<typeof runChecks>[2]) =>
    runChecks(checks, evidenceOf(), filter).map((run) => run.outcome);
  expect(outcomes({ only: ['a/one'] })).toEqual(['pass', 'not-run']);
  expect(outcomes({ stages: ['edge'] })).toEqual(['not-run', 'pass']);
  expect(outcomes({ only: ['no/such'] })).toEqual(['not-run', 'not-run']);
  expect(outcomes({})).toEqual(['pass', 'pass']);
});
