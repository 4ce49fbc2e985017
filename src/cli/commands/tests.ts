import { type Command, Option } from 'commander';
import type { TestsFlags } from '../tests/run-tests.ts';
import { addExamples } from '../options/examples.ts';

/** `launch-ready tests [path]`: regression tests from the last review of the running app. */
export const addTests = (program: Command): void => {
  const command = program
    .command('tests')
    .summary('write regression tests from the last review of the running app')
    .description(
      'Writes tests into your repository that hold what the review of the running app has seen: who is refused where, whose\n' +
        'things nobody else reaches, what is not taken from a request, which webhooks are not believed. They run in your CI with\n' +
        'vitest, jest or Node’s own runner, and need nothing of Launch Ready. Files that you have changed are kept.',
    )
    .argument('[path]', 'folder', '.')
    .option('--from <review.json>', 'a review (--format json=review.json) instead of the last one')
    .addOption(
      new Option('--runner <runner>', 'instead of the one in package.json').choices(['vitest', 'jest', 'node']),
    )
    .option('--folder <folder>', 'where they go (tests/launch-ready, or beside your tests)')
    .option('--dry-run', 'only say what would be written')
    .option('--force', 'replace files that were changed, too')
    .option('--json', 'print what was done, as JSON')
    .option('--quiet', 'no notes')
    .action(async (path: string, flags: TestsFlags) => {
      const { runTests } = await import('../tests/run-tests.ts');
      await runTests(path, flags);
    });
  addExamples(command, [
    ['launch-ready --target http://localhost:3000', 'first: review the running app'],
    ['launch-ready tests', 'then: tests for what it saw'],
    ['launch-ready tests --dry-run', 'what would be written'],
    ['launch-ready tests --from review.json --runner node', 'from a saved review, for node --test'],
  ]);
};
