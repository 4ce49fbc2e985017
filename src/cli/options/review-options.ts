import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BoundaryFlags } from './boundary-options.ts';
import type { EdgeFlags } from './edge-options.ts';
import { FORMATS } from './formats.ts';

/** What `review` and `secrets` take on the command line. */
export interface ReviewFlags extends BoundaryFlags, EdgeFlags {
  only?: string[];
  stage?: string[];
  json?: boolean;
  format?: string[];
  output?: string;
  saveEvidence?: string;
  fromEvidence?: string;
  baseline?: string;
  saveBaseline?: string | true;
  compare?: string;
  save: boolean;
  cache: boolean;
  config?: string;
  history: boolean;
  verify?: boolean;
  databaseUrl?: string;
  yes?: boolean;
  failOn?: FailOn;
  verbose?: boolean;
  quiet?: boolean;
  color: boolean;
  width?: number;
}

export const FAIL_ON = ['must-fix', 'new', 'any'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const gather = (text: string, before: readonly string[] | undefined): string[] => [...(before ?? []), text];

/** `--only a,b --only c` → a, b, c. */
const gatherNames = (text: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  ...text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
];

const columns = (text: string): number => {
  const width = Number(text);
  if (!Number.isInteger(width) || width < 20 || width > 1000)
    throw new InvalidArgumentError('Give a whole number from 20 to 1000.');
  return width;
};

/** The options that `review` and `secrets` share. */
export const addReviewOptions = (command: Command): Command =>
  command
    .addOption(new Option('--only <checks>', 'run only these checks, e.g. secrets/*, M2').argParser(gatherNames))
    .addOption(
      new Option('--stage <stages>', 'run only the checks of these stages, e.g. secrets, S4').argParser(gatherNames),
    )
    .option('--json', 'print only the review, as JSON')
    .addOption(
      new Option('--format <name[=file]>', `${Object.keys(FORMATS).join(', ')}; may be repeated`).argParser(gather),
    )
    .option('-o, --output <file or folder>', 'where reports go')
    .option('--config <file>', 'use this config')
    .option('--no-history', 'leave the git history out')
    .option('--verify', 'ask the providers, read-only, whether the keys that were found still work; asks you first')
    .addOption(
      new Option(
        '--database-url <url>',
        'an empty PostgreSQL to throw away, for migrations that the embedded one cannot replay',
      ).env('LAUNCH_READY_DATABASE_URL'),
    )
    .option('--yes', 'answer yes to what --verify and the probes ask, for CI')
    .option('--baseline <file>', 'compare with a saved baseline')
    .option('--save-baseline [file]', 'save what is known now (launch-ready.baseline.json)')
    .option('--compare <review.json>', 'compare with this earlier review instead of the last run')
    .option('--no-save', 'do not keep this run for the next comparison')
    .option('--no-cache', 'read everything again, also where nothing has changed since an earlier run')
    .option('--save-evidence <file>', 'keep what was found out, secrets masked')
    .option('--from-evidence <file>', 'review saved evidence instead of a folder')
    .addOption(new Option('--fail-on <what>', 'exit 1 only for this, otherwise 0').choices(FAIL_ON))
    .option('--verbose', 'show everything')
    .option('--quiet', 'no progress and no notes')
    .option('--no-color', 'no colours')
    .addOption(new Option('--width <columns>', 'width of the report').argParser(columns));
