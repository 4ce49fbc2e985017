import type { Review } from '../../model/review.ts';
import type { Evidence } from '../../model/evidence/map.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { planDeliveries } from '../options/formats.ts';
import type { FailOn, ReviewFlags } from '../options/review-options.ts';
import { deliver } from '../output/deliver.ts';
import { complain } from '../output/streams.ts';
import { type Choice, neededKeys } from '../run/choose-checks.ts';
import { gather, type Gathered, replayed } from '../run/gather.ts';
import { type LastFile, lastReviewPlace } from '../run/last-review.ts';
import { nextAt } from '../run/next-at.ts';
import { lastRun, namedPrevious } from '../run/previous.ts';
import { reviewOnce } from '../run/review-once.ts';
import { saveRun } from '../run/save-run.ts';
import { consentToVerify, refuseWithoutConsent } from '../run/verify-consent.ts';
import type { Check } from '../../model/check.ts';

export interface Run {
  path: string | undefined;
  /** The origin of a running app that is looked at without its code. */
  app?: string;
  flags: ReviewFlags;
  checks: readonly Check[];
  choice: Choice;
  exit: (review: Review, failOn: FailOn | undefined, evidence: Evidence) => number;
  /** The folder is where reports go; its code is not read. */
  withoutCode?: boolean;
  /** File in which this run is kept for the next comparison; null when it is only a part of what the command does. */
  keep: LastFile | null;
}

/** What `review` and `secrets` have in common: look, judge, keep, hand over, exit. */
export const runCommand = async (run: Run): Promise<void> => {
  const { flags } = run;
  const deliveries = planDeliveries(flags);
  if (flags.verify === true) refuseWithoutConsent(flags.yes === true);
  const named = await namedPrevious(flags);
  const gathered = await gathering(run);
  const note = flags.quiet === true ? () => {} : complain;
  // Without the history, what is only there would look fixed.
  const keep = flags.history ? run.keep : null;
  const place = gathered.root === null || keep === null ? null : lastReviewPlace(gathered.root, gathered.bare, keep);
  const previous = named ?? (place === null ? null : await lastRun(place, note));
  const reviewed = reviewOnce(run.checks, run.choice, gathered, previous);
  const review = { ...reviewed, next: nextAt(reviewed.next, run.app ?? run.path) };
  const problems = await saveRun({ review, gathered, flags, place, note });
  problems.push(...(await deliver(review, deliveries, flags, gathered.root)));
  for (const problem of problems) complain(`launch-ready: ${problem}`);
  // What was stopped may still hold the process open.
  if (gathered.interrupted) process.exit(EXIT.interrupted);
  if (process.exitCode === EXIT.failure) return;
  process.exitCode = problems.length > 0 ? EXIT.failure : run.exit(review, flags.failOn, gathered.evidence);
};

const gathering = async ({ path, app, flags, checks, choice, withoutCode }: Run): Promise<Gathered> => {
  if (flags.fromEvidence !== undefined) {
    if (path !== undefined) throw new CliError('Give a folder or --from-evidence, not both.');
    if (flags.verify === true)
      throw new CliError('--verify needs the folder: saved evidence holds no secret that could be tried.');
    return replayed(flags.fromEvidence);
  }
  const keys = neededKeys(checks, choice);
  return gather({
    path: path ?? '.',
    history: flags.history,
    cache: flags.cache,
    quiet: flags.quiet === true,
    color: flags.color,
    ...(flags.config === undefined ? {} : { config: flags.config }),
    ...(flags.databaseUrl === undefined ? {} : { databaseUrl: flags.databaseUrl }),
    boundary: flags,
    edge: flags,
    ...(withoutCode === true ? { withoutCode } : {}),
    ...(app === undefined ? {} : { app }),
    ...(keys === undefined ? {} : { keys }),
    ...(flags.verify === true ? { verify: (evidence) => consentToVerify(evidence, flags.yes === true) } : {}),
  });
};
