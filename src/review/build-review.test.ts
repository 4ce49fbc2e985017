import { expect, test } from 'vitest';
import { buildReview } from './build-review.ts';
import { runChecks } from './run-checks.ts';
import {
  checkOf,
  configOf,
  defectOf,
  evidenceOf,
  inputOf,
  passingChecks,
  runsOf,
  waiverOf,
} from './testing/literals.ts';

test('GO when every bar item is held', () => {
  const review = buildReview(inputOf(runsOf(...passingChecks)));
  expect(review.verdict.decision).toBe('GO');
  expect(new Set(Object.values(review.bar))).toEqual(new Set(['held']));
  expect(review).toMatchObject({
    schema: 'launch-ready/review@1.3',
    tool: { name: 'launch-ready', version: '0.1.0', policy: '1' },
    unproven: [],
    findings: [],
    diff: null,
    next: 'npx launch-ready --save-baseline',
    score: { risk: { value: 0 }, readiness: { value: 100 } },
    plan: { sprint: 'deploy-only' },
  });
});

test('one unproven item is UNDECIDED and shows in every part', () => {
  const review = buildReview(inputOf(runsOf(...passingChecks.slice(1))));
  expect(review.verdict.decision).toBe('UNDECIDED');
  expect(review.bar.M1).toBe('unproven');
  expect(review.unproven.map((item) => item.check)).toEqual(['M1']);
  expect(review.counts.unproven).toBe(1);
  expect(review.plan.answer).toContain('1 bar item is unproven');
  expect(review.next).toBe('npx launch-ready init');
});

test('nothing run at all is UNDECIDED, never GO', () => {
  const review = buildReview(inputOf([]));
  expect(review.verdict.decision).toBe('UNDECIDED');
  expect(review.score.readiness.value).toBe(0);
});

test('a crash makes its items unproven', () => {
  const crash = checkOf({
    id: 'secrets/crashes',
    evaluate: () => {
      throw new Error('bug');
    },
  });
  const review = buildReview(inputOf(runsOf(...passingChecks, crash)));
  expect(review.verdict.decision).toBe('UNDECIDED');
  expect(review.bar.M2).toBe('unproven');
  expect(review.checks.at(-1)).toEqual({
    id: 'secrets/crashes',
    stage: 'secrets',
    title: 'No key is tracked',
    outcome: 'crashed',
    detail: 'Error: bug',
  });
});

const bad = checkOf({ id: 'secrets/bad' }, [
  defectOf('one', { severity: 'medium' }),
  defectOf('two', { severity: 'blocker' }),
]);

test('NO-GO: ranked findings, counts, plan and next agree', () => {
  const review = buildReview(inputOf(runsOf(...passingChecks, bad)));
  expect(review.verdict).toEqual({
    decision: 'NO-GO',
    reason: 'A key is tracked (src/two.ts:3) must be fixed before launch.',
  });
  expect(review.findings.map((finding) => finding.severity)).toEqual(['blocker', 'medium']);
  expect(review.bar.M2).toBe('broken');
  expect(review.counts).toMatchObject({ findings: 2, mustFix: 1, canWait: 1 });
  expect(review.plan).toMatchObject({ sprint: 'launch-hardening', mustFixHours: 1, canWaitHours: 1 });
  expect(review.plan.blocks[0]?.fingerprints).toEqual([review.findings[0]?.fingerprint]);
  expect(review.score.risk).toEqual({ value: 44, sum: '1 blocker × 40 + 1 medium × 4 = 44' });
  expect(review.stages.find((stage) => stage.id === 'secrets')?.state).toBe('failed');
  expect(review.next).toBe('npx launch-ready explain secrets/bad');
});

test('a waiver turns it into a GO that still shows the finding, until it ends', () => {
  const config = configOf({ waivers: [waiverOf('secrets/bad')] });
  const runs = runsOf(...passingChecks, bad);
  const review = buildReview(inputOf(runs, { config }));
  expect(review.verdict.decision).toBe('GO');
  expect(review.bar.M2).toBe('waived');
  expect(review.findings.map((finding) => finding.state)).toEqual(['waived', 'waived']);
  expect(review.score.readiness.value).toBe(94);

  const later = buildReview(inputOf(runs, { config, today: '2026-07-01' }));
  expect(later.verdict.decision).toBe('NO-GO');
  expect(later.findings[0]?.proof.text).toContain('The waiver of Ann ended on 2026-06-30.');
  expect(later.coverage).toContain('The waiver for secrets/bad (Ann) ended on 2026-06-30.');
});

test('a restricted run cannot be GO, says what it left out, and does not doubt waivers', () => {
  const runs = runChecks(passingChecks, evidenceOf(), { only: ['M2'] });
  const config = configOf({ waivers: [waiverOf('secrets/elsewhere')] });
  const review = buildReview(inputOf(runs, { restricted: true, config }));
  expect(review.verdict.decision).toBe('UNDECIDED');
  expect(review.bar.M2).toBe('held');
  expect(review.barReasons.M1).toBe('Not looked at in this run.');
  expect(review.checks).toHaveLength(1);
  expect(review.next).toBe('npx launch-ready review');
  expect(review.coverage[0]).toBe('Ran 1 of 13 checks; the others were left out by --only or --stage.');
  expect(review.coverage.join()).not.toContain('secrets/elsewhere');
});

test('compares with an earlier review as it was read', () => {
  const earlier = buildReview(inputOf(runsOf(...passingChecks, bad)));
  const better = checkOf({ id: 'secrets/bad' }, [defectOf('one', { severity: 'medium' }), defectOf('three')]);
  const review = buildReview(inputOf(runsOf(...passingChecks, better), { previous: earlier }));
  expect(review.diff?.fixed.map((one) => one.check)).toEqual(['secrets/bad']);
  expect(review.diff?.new).toHaveLength(1);
  expect(review.diff?.open).toHaveLength(1);
  expect(review.diff?.since).toBe(earlier.startedAt);
});

test('the same input gives the same document, and the document is plain JSON', () => {
  const input = inputOf(runsOf(...passingChecks, bad));
  const review = buildReview(input);
  expect(buildReview(input)).toEqual(review);
  expect(JSON.parse(JSON.stringify(review))).toEqual(review);
});

test('bounds what an attacker could have named', () => {
  const long = 'n'.repeat(50_000);
  const huge = checkOf({ id: 'secrets/bad' }, [defectOf(long, { title: long })]);
  const review = buildReview(inputOf(runsOf(huge), { target: { name: long, path: long, commit: null, branch: long } }));
  expect(review.target.name).toHaveLength(200);
  expect(review.verdict.reason.length).toBeLessThan(500);
  expect(review.barReasons.M2.length).toBeLessThan(500);
});

test('carries what was seen of the running app, and nothing of it when none was looked at', () => {
  expect(buildReview(inputOf([]))).not.toHaveProperty('boundary');
  const run = {
    id: 'r',
    origins: ['http://localhost:3000'],
    environment: 'development',
    mode: 'read',
    planHash: 'h',
    proof: 'loopback',
    requests: 3,
    refused: {},
    made: [],
    stopped: 'it was stopped',
    milliseconds: 1,
  } as const;
  const review = buildReview(inputOf([], { evidence: evidenceOf({ 'boundary.run': { ok: true, value: run } }) }));
  expect(review.boundary?.run).toMatchObject({ requests: 3, stopped: 'it was stopped' });
  expect(review.coverage).toContain('The running app was not looked at to the end: it was stopped.');
});
