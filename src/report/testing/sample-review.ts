import { BAR, type BarId, type BarState } from '../../model/bar.ts';
import type { Finding } from '../../model/finding.ts';
import { REVIEW_SCHEMA, type CheckResult, type Counts, type Review, type UnprovenItem } from '../../model/review.ts';
import { SEVERITIES } from '../../model/severity.ts';
import { STAGES } from '../../model/stage.ts';
import { sampleFinding } from './sample-finding.ts';
import { sampleBoundary } from './sample-boundary.ts';
import { CAN_WAIT, MUST_FIX, WAIVED } from './sample-findings.ts';

const barOf = (states: Partial<Record<BarId, BarState>>, otherwise: BarState): Record<BarId, BarState> =>
  Object.fromEntries(BAR.map((item) => [item.id, states[item.id] ?? otherwise])) as Record<BarId, BarState>;

const REASONS: Readonly<Record<BarState, string>> = {
  held: '4 checks passed.',
  broken: 'Broken by: a live Stripe secret key is in the client bundle, and 24 more findings.',
  unproven: 'Launch Ready has no check for it yet: make sure of it yourself.',
  waived: 'Waived by ada@bazaar.example until 2027-01-31: our host is the shield until then.',
};

const attest = (id: BarId): UnprovenItem => ({
  check: id,
  reason: 'Launch Ready has no check for it yet: make sure of it yourself.',
  unlock: `If you have made sure of it yourself, add a waiver for ${id} with an owner and an end date to the waivers in launch-ready.config.`,
  bar: [id],
});

const check = (id: string, title: string, outcome: CheckResult['outcome'], detail?: string): CheckResult => ({
  id,
  stage: 'secrets',
  title,
  outcome,
  ...(detail !== undefined && { detail }),
});

const PASSED = [
  check('secrets/private-key-file', 'No private key file is tracked', 'pass'),
  check('secrets/env-ignored', 'Git ignores env files', 'pass'),
  check('secrets/basic-auth-url', 'No URL carries a password', 'pass'),
  check('secrets/ci-secrets', 'No secret stands in a CI file', 'pass'),
];

const countsOf = (findings: readonly Finding[], unproven: number, checks: readonly CheckResult[]): Counts => {
  const open = findings.filter((finding) => finding.state !== 'waived');
  const having = (outcome: CheckResult['outcome']): number => checks.filter((one) => one.outcome === outcome).length;
  return {
    findings: findings.length,
    mustFix: open.filter((finding) => finding.mustFix).length,
    canWait: open.filter((finding) => !finding.mustFix).length,
    waived: findings.length - open.length,
    unproven,
    passed: having('pass'),
    notApplicable: having('not-applicable'),
    crashed: having('crashed'),
    bySeverity: Object.fromEntries(
      SEVERITIES.map((severity) => [severity, open.filter((one) => one.severity === severity).length]),
    ),
  };
};

type Parts = Pick<Review, 'verdict' | 'bar' | 'findings' | 'unproven' | 'checks' | 'score' | 'plan' | 'diff' | 'next'>;

const review = (parts: Parts): Review => ({
  schema: REVIEW_SCHEMA,
  tool: { name: 'launch-ready', version: '0.1.0', policy: '1' },
  target: { name: 'bazaar', path: '/srv/bazaar', commit: '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432', branch: 'main' },
  startedAt: '2026-11-24T03:12:44.120Z',
  barReasons: Object.fromEntries(BAR.map((item) => [item.id, REASONS[parts.bar[item.id]]])) as Record<BarId, string>,
  stages: STAGES.map(({ id, number, title }) => ({
    id,
    number,
    title,
    state: id !== 'secrets' ? 'not-run' : parts.verdict.decision === 'NO-GO' ? 'failed' : 'passed',
    passed: id === 'secrets' ? parts.checks.filter((one) => one.outcome === 'pass').length : 0,
    failed: id === 'secrets' ? parts.checks.filter((one) => one.outcome === 'fail').length : 0,
    unproven: 0,
    notApplicable: 0,
  })),
  counts: countsOf(parts.findings, parts.unproven.length, parts.checks),
  coverage: [
    '1,204 files and 8,312 blobs of the git history were read (214 MB).',
    'Skipped: 3 files larger than 20 MB (read up to that), 41 images and fonts, 2 submodules that are not checked out.',
  ],
  timings: { files: 412, 'git history': 3210, secrets: 1140, environments: 38, checks: 12 },
  ...parts,
});

/** NO-GO with many findings, among them hostile text; a waiver, a crash, and a run before this one. */
export const noGoReview = (): Review => {
  const bar = barOf({ M2: 'broken', M7: 'broken', M5: 'waived' }, 'unproven');
  const unproven: UnprovenItem[] = [
    {
      check: 'secrets/rotated-keys',
      reason: 'Whether the exposed keys were rotated cannot be seen from the repository.',
      unlock: 'Run `npx launch-ready secrets --verify`, which asks each provider read-only.',
      bar: ['M2'],
    },
    ...BAR.filter((item) => bar[item.id] === 'unproven').map((item) => attest(item.id)),
  ];
  const failed = [...new Map([...MUST_FIX, ...CAN_WAIT].map((finding) => [finding.check, finding])).values()];
  const checks = [
    ...failed.map((finding) => check(finding.check, finding.title, 'fail')),
    ...PASSED,
    check('secrets/rotated-keys', 'Exposed keys are rotated', 'unproven', unproven[0]?.reason),
    check('secrets/terraform-state', 'No Terraform state is tracked', 'not-applicable'),
    check('secrets/har-files', 'No HAR file holds a session', 'crashed', 'TypeError: entries is not iterable'),
  ];
  return review({
    verdict: {
      decision: 'NO-GO',
      reason:
        'A live Stripe secret key is in the client bundle (.next/static/chunks/app/checkout/page-8c1f2ab93d0e.js:1), and 26 more must be fixed before launch.',
    },
    bar,
    findings: [...MUST_FIX, ...CAN_WAIT, ...WAIVED],
    unproven,
    checks,
    score: {
      risk: {
        value: 100,
        sum: '13 blockers × 40 + 14 high × 15 + 3 medium × 4 + 1 low × 1 = 743, counted as 100, the highest risk',
      },
      readiness: { value: 2.5, sum: 'M5 2.5 (waived, half) = 2.5 of 100' },
    },
    plan: {
      sprint: 'rescue',
      answer:
        'It does not fit into 48 hours: 44.25 hours of fixes against 16 working hours. Plan a rescue sprint of 6 working days.',
      mustFixHours: 44.25,
      canWaitHours: 4.5,
      capacityHours: 16,
      cost: { mustFix: 5310, all: 5850, currency: 'USD', ratePerHour: 120 },
      blocks: [
        {
          from: 0,
          to: 8,
          title: 'Rotate exposed secrets and close the leaks',
          fingerprints: MUST_FIX.slice(0, 14).map((one) => one.fingerprint),
        },
        { from: 24, to: 29, title: 'Fix what must be fixed', fingerprints: ['d41d8cd98f00b204'] },
        { from: 29, to: 30, title: 'Settle what is unproven and run the review again', fingerprints: [] },
        { from: 30, to: 32, title: 'Deploy and watch', fingerprints: [] },
      ],
    },
    diff: {
      since: '2026-11-22T18:40:00.000Z',
      new: MUST_FIX.filter((one) => one.state === 'new').map((one) => one.fingerprint),
      fixed: [
        {
          fingerprint: '1111111111111111',
          check: 'secrets/in-tracked-file',
          title: 'A Twilio auth token is tracked by git',
        },
        { fingerprint: '2222222222222222', check: 'secrets/ci-secrets', title: 'A secret stands in a CI file' },
      ],
      open: MUST_FIX.filter((one) => one.state === 'open').map((one) => one.fingerprint),
      unknown: [
        { fingerprint: '3333333333333333', check: 'secrets/har-files', title: 'A HAR file holds a session cookie' },
      ],
    },
    next: 'npx launch-ready explain secrets/in-client-bundle',
  });
};

const QUIET_PLAN = {
  mustFixHours: 0,
  canWaitHours: 0.25,
  capacityHours: 16,
  cost: { mustFix: 0, all: 30, currency: 'USD', ratePerHour: 120 },
} as const;

/** UNDECIDED: nothing must be fixed, most of the bar is not proven; a first run. */
export const undecidedReview = (): Review => {
  const bar = barOf({ M2: 'held', M7: 'held' }, 'unproven');
  const unproven = BAR.filter((item) => bar[item.id] === 'unproven').map((item) => attest(item.id));
  const findings = CAN_WAIT.slice(0, 1);
  return review({
    verdict: {
      decision: 'UNDECIDED',
      reason:
        'Nothing found that must stop the launch, but 11 of 13 bar items are not proven: M1 Real authentication and authorization boundaries, M10 User isolation between sellers and 9 more.',
    },
    bar,
    findings,
    unproven,
    checks: [...PASSED, ...findings.map((finding) => check(finding.check, finding.title, 'fail'))],
    score: { risk: { value: 4, sum: '1 medium × 4 = 4' }, readiness: { value: 19, sum: 'M2 12 + M7 7 = 19 of 100' } },
    plan: {
      ...QUIET_PLAN,
      sprint: 'deploy-only',
      answer:
        'Not decided: nothing must be fixed first so far, but 11 bar items are unproven and may need more than a deploy-only sprint.',
      blocks: [
        { from: 0, to: 1, title: 'Settle what is unproven and run the review again', fingerprints: [] },
        { from: 1, to: 3, title: 'Deploy and watch', fingerprints: [] },
      ],
    },
    diff: null,
    next: 'npx launch-ready init',
  });
};

/** GO: all thirteen held, nothing found. */
export const goReview = (): Review =>
  review({
    verdict: { decision: 'GO', reason: 'All 13 bar items are held and nothing open must be fixed first.' },
    bar: barOf({}, 'held'),
    findings: [],
    unproven: [],
    checks: PASSED,
    score: {
      risk: { value: 0, sum: 'no open findings = 0' },
      readiness: { value: 100, sum: `${BAR.map((item) => `${item.id} ${item.points}`).join(' + ')} = 100 of 100` },
    },
    plan: {
      ...QUIET_PLAN,
      canWaitHours: 0,
      cost: { ...QUIET_PLAN.cost, all: 0 },
      sprint: 'deploy-only',
      answer: 'Nothing found has to be fixed first: deploy.',
      blocks: [{ from: 0, to: 2, title: 'Deploy and watch', fingerprints: [] }],
    },
    diff: { since: '2026-11-23T09:00:00.000Z', new: [], fixed: [], open: [], unknown: [] },
    next: 'npx launch-ready review --html report.html',
  });

const NO_APP = {
  reason: 'No running app was named, so nothing was asked of it.',
  unlock:
    'Start the app and run `npx launch-ready --target http://localhost:3000`. Name two accounts of each role, with their password variables, under boundary.actors in launch-ready.config.',
};

const BOUNDARY_CHECKS = Array.from({ length: 86 }, (_, index) => `boundary/question-${index + 1}`);

/** UNDECIDED as most first reviews are: nobody named a running app, so a whole stage is unproven for one reason. */
export const noAppReview = (): Review => {
  const base = undecidedReview();
  const silent = BOUNDARY_CHECKS.map((id): UnprovenItem => ({ check: id, ...NO_APP, bar: ['M1', 'M10'] }));
  const known = new Set(['M1', 'M6', 'M10', 'M11', 'M12', 'M13']);
  const unproven = [...silent, ...base.unproven.filter((item) => !known.has(item.check))];
  const checks = [
    ...base.checks,
    ...BOUNDARY_CHECKS.map((id): CheckResult => ({
      id,
      stage: 'boundary',
      title: `Question ${id.replace(/\D/g, '')} of the running app`,
      outcome: 'unproven',
      detail: NO_APP.reason,
    })),
  ];
  return {
    ...base,
    unproven,
    checks,
    stages: base.stages.map((stage) =>
      stage.id === 'boundary' ? { ...stage, state: 'unproven', unproven: silent.length } : stage,
    ),
    counts: { ...base.counts, unproven: unproven.length },
    next: 'npx launch-ready --target http://localhost:3000',
  };
};

const REACHED = sampleFinding({
  fingerprint: 'b0b0b0b0b0b0b0b0',
  check: 'boundary/object-read',
  stage: 'boundary',
  title: 'Private data of another account can be read by its id',
  severity: 'blocker',
  bar: ['M1', 'M10'],
  where: { url: 'http://localhost:3000/api/orders/{orderId}', method: 'GET' },
  proof: {
    kind: 'exchange',
    text: 'customer-b read the shipping address of customer-a.\ncustomer-b (customer): GET http://localhost:3000/api/orders/ord_8f3a\n  → 200  "shippingAddress":"12 lr-canary-9d01 Street, 1050 Brussels"',
  },
  why: 'Ids travel in links, mails and lists, so whoever changes one in a request reads what somebody else bought, wrote or earned.',
  fix: {
    steps: [
      'In GET /api/orders/{orderId}, put the owner into the database query itself.',
      'Answer 404 for what belongs to others.',
    ],
    verify: 'curl -si http://localhost:3000/api/orders/ord_8f3a',
  },
});

/** NO-GO by the running app: 95 operations as seven roles. */
export const boundaryReview = (): Review => {
  const base = undecidedReview();
  const findings = [REACHED, ...base.findings];
  return {
    ...base,
    verdict: {
      decision: 'NO-GO',
      reason: `${REACHED.title} (GET http://localhost:3000/api/orders/{orderId}) must be fixed before launch.`,
    },
    bar: { ...base.bar, M1: 'broken', M10: 'broken' },
    findings,
    counts: countsOf(findings, base.unproven.length, base.checks),
    stages: base.stages.map((stage) => (stage.id === 'boundary' ? { ...stage, state: 'failed', failed: 4 } : stage)),
    plan: {
      ...base.plan,
      sprint: 'launch-hardening',
      answer:
        'Yes: 1 must-fix finding takes about 1 hour ($120 at $120 an hour), which together with 3 hours to check and deploy fits the 16 working hours of 1 engineer in 48 hours.',
      mustFixHours: 1,
      cost: { mustFix: 120, all: 150, currency: 'USD', ratePerHour: 120 },
    },
    boundary: sampleBoundary(),
    next: 'npx launch-ready explain boundary/object-read',
  };
};

export const sampleReviews = (): readonly Review[] => [noGoReview(), undecidedReview(), goReview()];

/** Those too in which the running app has a part. */
export const everySample = (): readonly Review[] => [...sampleReviews(), noAppReview(), boundaryReview()];
