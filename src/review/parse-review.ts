import { BAR } from '../model/bar.ts';
import { EFFORT_HOURS } from '../model/effort.ts';
import type { CodeFrame, Finding, Fix, Proof, Where } from '../model/finding.ts';
import type * as Model from '../model/review.ts';
import { SEVERITIES } from '../model/severity.ts';
import { STAGES } from '../model/stage.ts';
import { boundaryShape } from './boundary/shape.ts';
import { surfaceShape } from './surface/shape.ts';
import { readJson } from './read-json.ts';
import { success, type Result } from './result.ts';
import { flag, list, members, number, oneOf, orNull, pattern, record, text } from './shape.ts';

const MOST = 100_000;
const strings = list(text(), MOST);
const stage = oneOf(...STAGES.map((one) => one.id));
const barIds = list(oneOf(...BAR.map((item) => item.id)), 100);
const fingerprint = pattern(/^[0-9a-f]{16}$/, 'a fingerprint of 16 hex digits');
const ofBar = (shape: ReturnType<typeof text>) =>
  members<Model.Review['bar']>(Object.fromEntries(BAR.map(({ id }) => [id, shape])));

const where = members<Where>(
  {},
  {
    path: text(),
    line: number,
    column: number,
    commit: text(),
    url: text(),
    method: text(),
    host: text(),
    record: text(),
  },
);
const frame = members<CodeFrame>({ startLine: number, lines: strings, mark: number });
const proof = members<Proof>(
  { kind: oneOf('code', 'git', 'file', 'exchange', 'record', 'absence'), text: text() },
  { frame, more: strings },
);
const fix = members<Fix>(
  { steps: strings },
  {
    verify: text(),
    snippet: members<NonNullable<Fix['snippet']>>({ path: text(), language: text(), content: text(1_000_000) }),
  },
);

const finding = members<Finding>(
  {
    check: text(200),
    title: text(1_000),
    severity: oneOf(...SEVERITIES),
    mustFix: flag,
    stage,
    bar: barIds,
    where,
    proof,
    why: text(),
    fix,
    effort: oneOf(...Object.keys(EFFORT_HOURS)),
    fingerprint,
    state: oneOf('new', 'open', 'waived'),
    references: strings,
  },
  { waiver: members<NonNullable<Finding['waiver']>>({ reason: text(), owner: text(), until: text() }) },
);

const known = list(
  members<Model.ReviewDiff['fixed'][number]>({ fingerprint, check: text(200), title: text(1_000) }),
  MOST,
);

const review = members<Model.Review>(
  {
    tool: members<Model.Review['tool']>({ name: oneOf('launch-ready'), version: text(100), policy: text(100) }),
    target: members<Model.ReviewTarget>({ name: text(), path: text(), commit: orNull(text()), branch: orNull(text()) }),
    startedAt: text(100),
    verdict: members<Model.Review['verdict']>({ decision: oneOf('GO', 'NO-GO', 'UNDECIDED'), reason: text() }),
    bar: ofBar(oneOf('held', 'broken', 'unproven', 'waived')),
    barReasons: ofBar(text()),
    stages: list(
      members<Model.StageResult>({
        id: stage,
        number,
        title: text(),
        state: oneOf('failed', 'unproven', 'passed', 'not-run'),
        passed: number,
        failed: number,
        unproven: number,
        notApplicable: number,
      }),
      100,
    ),
    findings: list(finding, MOST),
    unproven: list(
      members<Model.UnprovenItem>({ check: text(200), reason: text(), unlock: text(), bar: barIds }),
      MOST,
    ),
    checks: list(
      members<Model.CheckResult>(
        {
          id: text(200),
          stage,
          title: text(),
          outcome: oneOf('pass', 'fail', 'not-applicable', 'unproven', 'crashed'),
        },
        { detail: text() },
      ),
      MOST,
    ),
    score: members<Model.Score>({
      risk: members<Model.Score['risk']>({ value: number, sum: text() }),
      readiness: members<Model.Score['readiness']>({ value: number, sum: text() }),
    }),
    plan: members<Model.SprintPlan>({
      sprint: oneOf('deploy-only', 'launch-hardening', 'rescue'),
      answer: text(),
      mustFixHours: number,
      canWaitHours: number,
      capacityHours: number,
      cost: members<Model.SprintPlan['cost']>({
        mustFix: number,
        all: number,
        currency: text(100),
        ratePerHour: number,
      }),
      blocks: list(
        members<Model.PlanBlock>({ from: number, to: number, title: text(), fingerprints: list(fingerprint, MOST) }),
        100,
      ),
    }),
    diff: orNull(
      members<Model.ReviewDiff>({
        since: text(100),
        new: list(fingerprint, MOST),
        fixed: known,
        open: list(fingerprint, MOST),
        unknown: known,
      }),
    ),
    coverage: strings,
    counts: members<Model.Counts>({
      findings: number,
      mustFix: number,
      canWait: number,
      waived: number,
      unproven: number,
      passed: number,
      notApplicable: number,
      crashed: number,
      bySeverity: record(number),
    }),
    timings: record(number),
    next: text(),
  },
  { boundary: boundaryShape, surface: surfaceShape },
);

/** Reads an earlier review's JSON of major version 1, as untrusted text; the error names the member that is wrong. */
export const parseReview = (source: string): Result<Model.Review> => {
  const read = readJson(source, 'a review', 'launch-ready/review', 1, review);
  return read.ok ? success(read.value as unknown as Model.Review) : read;
};
