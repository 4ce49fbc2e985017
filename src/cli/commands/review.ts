import { type Command, Option } from 'commander';
import { addEdgeOptions } from '../options/edge-options.ts';
import { addBoundaryOptions } from '../options/boundary-options.ts';
import { addExamples } from '../options/examples.ts';
import { aloneWith, appAt } from '../options/running-app.ts';
import { refuseMistypedCommand } from '../options/mistyped-command.ts';
import { addReviewOptions, type ReviewFlags } from '../options/review-options.ts';

/** `launch-ready [review] [path]`: the verdict. */
export const addReview = (program: Command): void => {
  const command = program
    .command('review', { isDefault: true })
    .summary('GO, NO-GO or UNDECIDED for the app in a folder (the default command)')
    .description(
      'Reviews the app in a folder and answers GO, NO-GO or UNDECIDED, with proof and a ranked fix plan.\n' +
        'Exit code: 0 GO, 1 NO-GO, 2 wrong use or our failure, 3 UNDECIDED.',
    )
    .argument(
      '[path]',
      'folder, bare repository or file:// URL; or the address of a running app, to try that alone',
      undefined,
    )
    .action(async (path: string | undefined, flags: ReviewFlags) => {
      if (path !== undefined)
        refuseMistypedCommand(
          path,
          program.commands.map((one) => one.name()),
        );
      const app = path === undefined ? null : appAt(path);
      const { CHECKS } = await import('../../program.ts');
      const { choiceOf } = await import('../run/choose-checks.ts');
      const { reviewExit } = await import('../run/exit-code.ts');
      const { runCommand } = await import('./run-command.ts');
      const choice = choiceOf(CHECKS, app === null ? flags : aloneWith(flags));
      const whole = choice.only.length === 0 && choice.stages.length === 0;
      await runCommand({
        path: app === null ? path : undefined,
        flags: app === null ? flags : { ...flags, target: [app, ...(flags.target ?? [])] },
        ...(app === null ? {} : { app }),
        checks: CHECKS,
        choice,
        exit: reviewExit,
        keep: whole ? 'last-review.json' : null,
      });
    });
  addEdgeOptions(addBoundaryOptions(addReviewOptions(command))).addOption(
    new Option(
      '--domain <name>',
      'the domain of the launch, to look at what the world sees of it; may be repeated',
    ).argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]),
  );
  addExamples(command, [
    ['launch-ready', 'review the folder you are in'],
    ['launch-ready ../shop --format html=report.html', 'and write a report to share'],
    ['launch-ready --target http://localhost:3000 --sign-up', 'and probe the running app'],
    ['launch-ready https://app.example.com', 'the running app alone, without its code'],
  ]);
};
