import type { Command } from 'commander';
import { addExamples } from '../options/examples.ts';

/** `launch-ready explain <check|fingerprint>`: one check, or one finding of the last run. */
export const addExplain = (program: Command): void => {
  const command = program
    .command('explain')
    .summary('what a check looks for, or one finding of the last run in full')
    .description('Explains a check by its id, or prints one finding in full by its fingerprint (16 hex digits).')
    .argument('<check-or-fingerprint>', 'id of a check or fingerprint of a finding')
    .option('--from <review.json>', 'take the finding from this review instead of the last run here')
    .option('--no-color', 'no colours')
    .action(async (name: string, flags: { from?: string; color: boolean }) => {
      const { explain } = await import('../run/explain.ts');
      await explain(name, flags);
    });
  addExamples(command, [
    ['launch-ready explain secrets/secret-in-history', 'a check'],
    ['launch-ready explain 0123456789abcdef', 'a finding of the last run in this folder'],
    ['launch-ready explain 0123456789abcdef --from review.json', 'a finding of a saved review'],
  ]);
};
