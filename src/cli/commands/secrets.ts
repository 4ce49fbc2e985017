import type { Command } from 'commander';
import { addExamples } from '../options/examples.ts';
import { addReviewOptions, type ReviewFlags } from '../options/review-options.ts';

/** `launch-ready secrets [path]`: only the exposed secrets. */
export const addSecrets = (program: Command): void => {
  const command = program
    .command('secrets')
    .summary('exposed secrets in files, git history and what browsers receive')
    .description(
      'Looks for exposed secrets in files, the whole git history, build output and what browsers receive.\n' +
        'Exit code: 0 nothing to fix now, 1 something to fix now, 2 wrong use or our failure, 3 not everything could be read.',
    )
    .argument('[path]', 'folder, bare repository or file:// URL', undefined)
    .action(async (path: string | undefined, flags: ReviewFlags) => {
      const { CHECKS } = await import('../../program.ts');
      const { secretChoice } = await import('../run/choose-checks.ts');
      const { partExit } = await import('../run/exit-code.ts');
      const { runCommand } = await import('./run-command.ts');
      const choice = secretChoice(CHECKS, flags);
      const whole = flags.only === undefined && flags.stage === undefined;
      await runCommand({
        path,
        flags,
        checks: CHECKS,
        choice,
        exit: partExit,
        keep: whole ? 'last-secrets.json' : null,
      });
    });
  addReviewOptions(command);
  addExamples(command, [
    ['launch-ready secrets', 'the folder you are in and its history'],
    ['launch-ready secrets --no-history', 'only what is there now'],
    ['launch-ready secrets --format sarif=secrets.sarif', "for a code host's security page"],
    ['launch-ready secrets --verify', 'ask the providers which keys still work'],
  ]);
};
