import type { Evidence } from '../model/evidence/map.ts';
import type { RepoSummary } from '../model/evidence/repo.ts';
import type { ScanCoverage, Skipped } from '../model/evidence/secrets.ts';
import { skippedWords } from '../model/evidence/skipped-words.ts';
import type { Config } from '../model/target.ts';
import { bound } from './bound.ts';
import type { CheckRun } from './run-checks.ts';
import { counted, listed, unstopped } from './words.ts';

const SHOWN = 3;

/** `12.3 MB`, decimal units. */
const size = (bytes: number): string => {
  const [unit, name] =
    bytes >= 1e9 ? [1e9, 'GB'] : bytes >= 1e6 ? [1e6, 'MB'] : bytes >= 1e3 ? [1e3, 'kB'] : [1, 'bytes'];
  return `${(bytes / unit).toLocaleString('en-US', { maximumFractionDigits: 1 })} ${name}`;
};

const names = (items: readonly string[], total: number): string =>
  listed(
    items.map((item) => bound(item, 200)),
    SHOWN,
    Math.max(total, items.length),
  );

const gapText = (gap: Skipped): string => {
  const examples = gap.examples.length === 0 ? '' : `: ${names(gap.examples, gap.count)}`;
  return `Not read, and a secret could hide there: ${skippedWords(gap)}${examples}.`;
};

/** What holds no secret of the app, or is read where it belongs: one sentence for all of it. */
const harmlessText = (harmless: readonly Skipped[]): readonly string[] =>
  harmless.length === 0 ? [] : [`Passed over as harmless: ${listed(harmless.map(skippedWords), harmless.length)}.`];

const readText = (coverage: ScanCoverage, history: boolean): readonly string[] => {
  const tree = `Read ${counted(coverage.tree.files, 'file')} (${size(coverage.tree.bytes)})`;
  if (coverage.history !== null) {
    return [
      `${tree} and ${counted(coverage.history.blobs, 'version')} of files in the git history (${size(coverage.history.bytes)}).`,
    ];
  }
  return [`${tree}.`, history ? 'No git history was read.' : 'The git history was not read: the config turns it off.'];
};

const CLIENT = {
  scanned: 'Read what is built for browsers.',
  absent: 'What browsers receive was not read, because it is not built here: build the app and run the review again.',
  'no client': 'Found nothing that is built for browsers.',
} as const;

const repoText = (repo: RepoSummary): readonly string[] => [
  ...(repo.frameworks.length > 0
    ? [
        `Recognised: ${listed(
          repo.frameworks.map((name) => bound(name, 60)),
          12,
        )}.`,
      ]
    : []),
  ...(repo.git === null ? ['The folder is not a git checkout, so there is no history to look at.'] : []),
  ...(repo.git?.shallow === true
    ? ['The clone is shallow: older history is not here. `git fetch --unshallow` brings it.']
    : []),
  ...(repo.git?.partial === true ? ['The clone is partial: some file versions are not here.'] : []),
];

const EVIDENCE_NAMES: Readonly<Record<string, string>> = {
  'repo.summary': 'the folder',
  'secrets.sightings': 'secrets',
  'secrets.coverage': 'what was scanned',
  'env.files': 'environment files',
  'pipeline.files': 'CI and hooks',
  'deps.versions': 'manifests and lock files',
  'data.schema': 'migrations',
  'data.proofs': 'the replayed database',
  'data.rules': 'rules of Firebase',
};

const nameOf = (key: string): string =>
  key.startsWith('boundary.') ? 'the running app' : (EVIDENCE_NAMES[key] ?? key);

const missingByReason = (evidence: Evidence): ReadonlyMap<string, ReadonlySet<string>> => {
  const reasons = new Map<string, Set<string>>();
  for (const [key, fact] of Object.entries(evidence)) {
    if (fact.ok) continue;
    const reason = unstopped(bound(fact.reason, 500));
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(nameOf(key)));
  }
  return reasons;
};

/** What was asked of the running app; silence about it would look like a pass. */
const runningApp = (evidence: Evidence, runs: readonly CheckRun[]): readonly string[] => {
  const run = evidence['boundary.run'];
  const asking = runs.some((one) => one.check.stage === 'boundary' && one.outcome !== 'not-run');
  if (run === undefined) return asking ? ['The running app was not looked at: none was named.'] : [];
  if (!run.ok) return [];
  const operations = evidence['boundary.operations'];
  const all = operations?.ok === true ? operations.value : [];
  const tested = all.filter((operation) => operation.tested).length;
  const { origins, requests, stopped } = run.value;
  return [
    `Asked the running app at ${names(origins, 0)} ${counted(requests, 'time')}: found ${counted(all.length, 'operation')} and tested ${tested.toLocaleString('en-US')}.`,
    ...(stopped === undefined
      ? []
      : [`The running app was not looked at to the end: ${unstopped(bound(stopped, 200))}.`]),
  ];
};

/** What was read, what was skipped and what was not collected, one plain sentence each; most important first. */
export const coverageSentences = (evidence: Evidence, config: Config, runs: readonly CheckRun[]): readonly string[] => {
  const scan = evidence['secrets.coverage'];
  const repo = evidence['repo.summary'];
  const missing = [...missingByReason(evidence)].map(
    ([reason, keys]) => `Not collected, ${listed([...keys], keys.size)}: ${reason}.`,
  );
  const left = runs.filter((run) => run.outcome === 'not-run').length;
  const skipped = scan?.ok === true ? scan.value.skipped.filter((one) => one.count > 0) : [];
  return [
    ...(left > 0
      ? [
          `Ran ${runs.length - left} of ${counted(runs.length, 'check')}; the others were left out by --only or --stage.`,
        ]
      : []),
    ...missing,
    ...runningApp(evidence, runs),
    ...skipped.filter((one) => one.matters).map(gapText),
    ...(scan?.ok === true ? [...readText(scan.value, config.secrets.history), CLIENT[scan.value.clientOutput]] : []),
    ...(config.secrets.exclude.length > 0 ? [`Left out by the config: ${names(config.secrets.exclude, 0)}.`] : []),
    ...(repo?.ok === true ? repoText(repo.value) : []),
    ...harmlessText(skipped.filter((one) => !one.matters)),
  ];
};
