import { BAR, type BarId, type BarState } from '../../model/bar.ts';
import { defineCheck, type Check, type Evaluation } from '../../model/check.ts';
import type { Evidence } from '../../model/evidence/map.ts';
import type { Defect, Finding } from '../../model/finding.ts';
import type { Config, Waiver } from '../../model/target.ts';
import type { ReviewInput } from '../build-review.ts';
import { runChecks, type CheckRun } from '../run-checks.ts';

/** A check that needs the repo summary and answers with `evaluation`. */
export const checkOf = (over: Partial<Check> = {}, evaluation: Evaluation | (() => Evaluation) = []): Check =>
  defineCheck({
    id: 'secrets/tracked-key',
    stage: 'secrets',
    bar: ['M2'],
    severity: 'high',
    effort: 'hour',
    title: { pass: 'No key is tracked', fail: 'A key is tracked' },
    why: 'Whoever reads the code holds the key.',
    references: ['CWE-798'],
    needs: ['repo.summary'],
    evaluate: () => (typeof evaluation === 'function' ? evaluation() : evaluation),
    fix: () => ({ steps: ['Rotate it.'] }),
    ...over,
  });

export const defectOf = (key: string, over: Partial<Defect> = {}): Defect => ({
  key,
  where: { path: `src/${key}.ts`, line: 3 },
  proof: { kind: 'code', text: `seen: ${key}` },
  ...over,
});

export const evidenceOf = (over: Evidence = {}): Evidence => ({
  'repo.summary': {
    ok: true,
    value: { name: 'bazaar', git: null, files: 2, bytes: 100, frameworks: [], clientOutputs: [] },
  },
  ...over,
});

/** Runs of the given checks over evidence that all of them find. */
export const runsOf = (...checks: readonly Check[]): CheckRun[] => runChecks(checks, evidenceOf());

export const findingOf = (over: Partial<Finding> = {}): Finding => ({
  check: 'secrets/tracked-key',
  title: 'A key is tracked',
  severity: 'high',
  mustFix: true,
  stage: 'secrets',
  bar: ['M2'],
  where: { path: 'src/a.ts', line: 3 },
  proof: { kind: 'code', text: 'seen' },
  why: 'Whoever reads the code holds the key.',
  fix: { steps: ['Rotate it.'] },
  effort: 'hour',
  fingerprint: '0000000000000001',
  state: 'new',
  references: [],
  ...over,
});

export const waiverOf = (finding: string, over: Partial<Waiver> = {}): Waiver => ({
  finding,
  reason: 'Known and watched.',
  owner: 'Ann',
  until: '2026-06-30',
  ...over,
});

export const configOf = (over: Partial<Config> = {}): Config => ({
  secrets: { history: true, exclude: [], maxFileMegabytes: 50, allow: [] },
  env: { files: {}, undocumented: [] },
  waivers: [],
  plan: { engineers: 1, hoursPerDay: 8, ratePerHour: 120, currency: 'USD' },
  ...over,
});

export const barOf = (state: BarState, over: Partial<Record<BarId, BarState>> = {}): Record<BarId, BarState> => ({
  ...(Object.fromEntries(BAR.map(({ id }) => [id, state])) as Record<BarId, BarState>),
  ...over,
});

/** A passing check for each bar item, so that a review of them is GO. */
export const passingChecks: readonly Check[] = BAR.map(({ id, stage }) =>
  checkOf({ id: `${stage}/proves-${id.toLowerCase()}`, stage, bar: [id] }),
);

export const inputOf = (runs: readonly CheckRun[], over: Partial<ReviewInput> = {}): ReviewInput => ({
  runs,
  target: { name: 'bazaar', path: '/tmp/bazaar', commit: null, branch: null },
  config: configOf(),
  evidence: evidenceOf(),
  startedAt: '2026-06-01T10:00:00.000Z',
  today: '2026-06-01',
  previous: null,
  timings: { collect: 12 },
  toolVersion: '0.1.0',
  restricted: false,
  ...over,
});
