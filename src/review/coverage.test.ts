import { expect, test } from 'vitest';
import type { RepoSummary } from '../model/evidence/repo.ts';
import type { ScanCoverage } from '../model/evidence/secrets.ts';
import { coverageSentences } from './coverage.ts';
import { runChecks } from './run-checks.ts';
import { checkOf, configOf, evidenceOf } from './testing/literals.ts';

const scan: ScanCoverage = {
  tree: { files: 1234, bytes: 12_300_000 },
  history: { blobs: 57_000, bytes: 783_000_000 },
  clientOutput: 'scanned',
  skipped: [],
};
const repo: RepoSummary = {
  name: 'bazaar',
  git: { head: null, branch: null, remotes: [], shallow: true, partial: true, bare: false, submodules: [] },
  files: 1,
  bytes: 1,
  frameworks: ['next', 'vercel'],
  clientOutputs: [],
};
const of = (value: Partial<ScanCoverage>, config = configOf()) =>
  coverageSentences({ 'secrets.coverage': { ok: true, value: { ...scan, ...value } } }, config, []);

test('says what was read', () => {
  expect(of({})).toEqual([
    'Read 1,234 files (12.3 MB) and 57,000 versions of files in the git history (783 MB).',
    'Read what is built for browsers.',
  ]);
});

test('says why there is no history and that nothing is built', () => {
  expect(of({ history: null, clientOutput: 'absent' })).toEqual([
    'Read 1,234 files (12.3 MB).',
    'No git history was read.',
    'What browsers receive was not read, because it is not built here: build the app and run the review again.',
  ]);
  const config = configOf();
  expect(of({ history: null }, configOf({ secrets: { ...config.secrets, history: false } }))).toContain(
    'The git history was not read: the config turns it off.',
  );
});

test('says what was skipped, what matters first, with a few bounded examples', () => {
  const skipped = [
    { reason: 'media', count: 900, examples: ['a.png'], matters: false },
    { reason: 'symbolic link', count: 1, examples: ['b'], matters: false },
    { reason: 'too large', count: 12, examples: ['a', 'b', 'x'.repeat(900), 'd'], matters: true },
    { reason: 'time', count: 0, examples: [], matters: true },
  ] as const;
  const [first, , , last, ...rest] = of({ skipped });
  expect(first).toBe(
    `Not read, and a secret could hide there: 12 files larger than the limit, read only up to it: a, b, ${'x'.repeat(199)}… and 9 more.`,
  );
  expect(last).toBe('Passed over as harmless: 900 media files and 1 symbolic link.');
  expect(rest).toEqual([]);
});

test('says what the config leaves out', () => {
  const secrets = {
    ...configOf().secrets,
    exclude: ['vendor/**', 'docs/**'],
    allow: [{ id: 'a', reason: 'r', until: '2026-07-01' }],
  };
  expect(of({}, configOf({ secrets })).slice(2)).toEqual(['Left out by the config: vendor/** and docs/**.']);
});

test('says what was not collected and what the checkout lacks', () => {
  const evidence = {
    'repo.summary': { ok: true, value: repo },
    'env.files': { ok: false, reason: 'no permission.', unlock: '' },
  } as const;
  expect(coverageSentences(evidence, configOf(), [])).toEqual([
    'Not collected, environment files: no permission.',
    'Recognised: next and vercel.',
    'The clone is shallow: older history is not here. `git fetch --unshallow` brings it.',
    'The clone is partial: some file versions are not here.',
  ]);
  expect(coverageSentences(evidenceOf(), configOf(), [])).toEqual([
    'The folder is not a git checkout, so there is no history to look at.',
  ]);
});

test('says once what several kinds of evidence lack for the same reason', () => {
  const fact = { ok: false, reason: 'The scan was stopped before its end.', unlock: '' } as const;
  const evidence = {
    'repo.summary': fact,
    'secrets.sightings': fact,
    'env.files': { ...fact, reason: 'no permission' },
  };
  expect(coverageSentences(evidence, configOf(), [])).toEqual([
    'Not collected, the folder and secrets: The scan was stopped before its end.',
    'Not collected, environment files: no permission.',
  ]);
});

test('says that checks were left out', () => {
  const runs = runChecks([checkOf({ id: 'a/b' }), checkOf({ id: 'a/c' })], {}, { only: ['a/b'] });
  expect(coverageSentences({}, configOf(), runs)).toEqual([
    'Ran 1 of 2 checks; the others were left out by --only or --stage.',
  ]);
});

test('says that no running app was looked at, and why one was not', () => {
  const asking = checkOf({ id: 'boundary/a', stage: 'boundary', needs: ['boundary.run'] });
  expect(coverageSentences({}, configOf(), runChecks([asking], {}))).toEqual([
    'The running app was not looked at: none was named.',
  ]);
  expect(coverageSentences({}, configOf(), runChecks([asking], {}, { stages: ['edge'] })).join()).not.toContain(
    'running app',
  );
  const failed = { ok: false, reason: 'It did not answer.', unlock: 'Start it.' } as const;
  expect(
    coverageSentences({ 'boundary.run': failed, 'boundary.matrix': failed }, configOf(), runChecks([asking], {})),
  ).toEqual(['Not collected, the running app: It did not answer.']);
});
