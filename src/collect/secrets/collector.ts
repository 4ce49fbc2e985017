import type { CollectContext, Collector } from '../../model/collector.ts';
import type { ScanCoverage } from '../../model/evidence/secrets.ts';
import { planReading, type ReadingPlan } from '../git/pack/plan-reading.ts';
import { releaseSurvey, surveyPacks } from '../git/pack/survey-packs.ts';
import { listObjects, type Objects } from '../history/list-objects.ts';
import { exposureOf } from '../repo/layout.ts';
import { summarise, survey, type Survey } from '../repo/survey.ts';
import { baseDetector } from './base-detector.ts';
import { SkipList } from './coverage.ts';
import { collectExactValues } from './exact-values.ts';
import { Gathering, toSighting, type Gathered } from './gather.ts';
import { globMatcher } from './globs.ts';
import { KeyedHash } from './keyed-hash.ts';
import { scanHistory } from './scan-history.ts';
import { LARGE, localScanning, threadedScanning, type Scanning } from './scanning.ts';
import { scanTree } from './scan-tree.ts';
import { verifyLiveness, type Liveness } from './verify/verify.ts';

type Keys = 'repo.summary' | 'secrets.sightings' | 'secrets.coverage';

/** More files, or bytes of history, than this, and threads are worth their start. */
const FEW_FILES = 3000;
const SMALL_HISTORY = 48 * 1024 * 1024;

export interface SecretsOptions {
  /** Ask the providers whether what was found is live. */
  verify: boolean;
  /** Other collectors run at the same time. */
  beside?: boolean;
}

/** Secrets in the working tree and the whole history. */
export const secretsCollector = (options: SecretsOptions): Collector<Keys> => ({
  provides: ['repo.summary', 'secrets.sightings', 'secrets.coverage'],
  collect: async (context) => {
    try {
      const listing = context.target.config.secrets.history ? look(context.target.root, context.signal) : null;
      const found = await survey(context.target.root, context.signal);
      const { gathered, coverage } = await scan(context, found, listing, options.beside === true);
      const hash = new KeyedHash(found.git?.roots.join('\n') || context.target.name);
      const live = options.verify
        ? await verifyLiveness(gathered, context.progress.step('Asking providers'), context.signal)
        : new Map<string, Liveness>();
      const sightings = gathered.map((one) => {
        const answer = live.get(one.hit.value);
        return { ...toSighting(one, hash), ...(answer === undefined ? {} : { live: answer }) };
      });
      return {
        'repo.summary': { ok: true, value: summarise(found, coverage.tree.bytes) },
        'secrets.sightings': { ok: true, value: sightings },
        'secrets.coverage': { ok: true, value: coverage },
      };
    } catch (error) {
      const reason = context.signal.aborted
        ? 'The scan was stopped before its end'
        : `The scan did not come to its end: ${(error as Error).message}`;
      const fact = { ok: false, reason, unlock: 'Run `npx launch-ready` again and let it finish.' } as const;
      return { 'repo.summary': fact, 'secrets.sightings': fact, 'secrets.coverage': fact };
    }
  },
});

interface History {
  objects: Omit<Objects, 'blobs'>;
  /** How many blobs there are. */
  total: number;
  plan: ReadingPlan;
}

/** What there is to read of the history, before any of it is read. */
const look = async (root: string, signal: AbortSignal): Promise<History> => {
  const [{ blobs, ...objects }, packs] = await Promise.all([listObjects(root, signal), surveyPacks(root, signal)]);
  const history = { objects, total: blobs.length, plan: planReading(packs, blobs) };
  packs.forEach(releaseSurvey);
  blobs.clear();
  return history;
};

const scan = async (
  context: CollectContext,
  found: Survey,
  listing: Promise<History> | null,
  beside: boolean,
): Promise<{ gathered: readonly Gathered[]; coverage: ScanCoverage }> => {
  const { target, progress, signal } = context;
  const { secrets } = target.config;
  const { git, walk } = found;
  signal.throwIfAborted();
  const skips = new SkipList();
  const isExcluded = globMatcher(secrets.exclude);
  const files = walk.files.filter((path) => !isExcluded(path));
  if (files.length < walk.files.length)
    skips.add('excluded by config', secrets.exclude.join(' '), walk.files.length - files.length);
  for (const [reason, paths] of Object.entries(walk.skipped))
    for (const path of paths) skips.add(reason as keyof typeof walk.skipped, path);
  if (walk.truncated) skips.add('too many', 'the list of files');
  for (const what of found.untold) skips.add('git', what);
  const exact = collectExactValues(baseDetector(), found.root, files);
  const settings = { exact, maxFileBytes: secrets.maxFileMegabytes * 1024 * 1024 };
  const past = git === null ? null : await listing;
  const isMuch = past !== null && (past.objects.bytes > SMALL_HISTORY || past.objects.largest > LARGE);
  const threads = isMuch || files.length > FEW_FILES ? threadedScanning(settings, beside) : null;
  const here = localScanning(settings);
  const gathering = new Gathering();
  const common = { gathering, skips, signal };
  const treeScan = async (scanning: Scanning): Promise<ScanCoverage['tree']> =>
    scanTree({ ...common, survey: found, files, scanning, step: progress.step('Working tree') });
  const historyScan = async (scanning: Scanning): Promise<ScanCoverage['history']> =>
    past === null || git === null
      ? null
      : scanHistory({
          ...common,
          root: found.root,
          git,
          ...past,
          scanning,
          isExcluded,
          step: progress.step('Git history'),
        });
  try {
    // A few files are read here while threads are busy with the history; many go to the threads first.
    const [history, tree] =
      threads !== null && files.length <= FEW_FILES
        ? await Promise.all([historyScan(threads), treeScan(here)])
        : [await historyScan(threads ?? here), await treeScan(threads ?? here)];
    if (git?.shallow === true) skips.add('shallow clone', '');
    if (git?.partial === true) skips.add('partial clone', '');
    for (const path of git?.submodules ?? []) skips.add('submodule', path);
    const hasClient = found.recognised.outputs.length > 0;
    const scanned = files.some(
      (path) =>
        found.layout.clientOutputs.some((folder) => path.startsWith(folder)) &&
        exposureOf(path, found.layout) === 'client',
    );
    return {
      gathered: gathering.values(),
      coverage: {
        tree,
        history,
        clientOutput: scanned ? 'scanned' : hasClient ? 'absent' : 'no client',
        skipped: skips.list(),
      },
    };
  } finally {
    await Promise.all([threads?.close(), here.close()]);
  }
};
