import type { Command } from 'commander';
import { addExamples } from '../options/examples.ts';

interface EnvFlags {
  json?: boolean;
  write?: string;
  config?: string;
  quiet?: boolean;
  color: boolean;
}

/** `launch-ready env [path]`: the environment documents, without values. */
export const addEnv = (program: Command): void => {
  const command = program
    .command('env')
    .summary('the production env file without values, which keys live where, the rotation checklist')
    .description(
      'Prints three documents about environment variables, as Markdown and without values: the structure of the production\n' +
        'env file, which keys live where, and a checklist for rotating them.',
    )
    .argument('[path]', 'folder', '.')
    .option('--json', 'print only the facts, as JSON')
    .option('--write <folder>', 'write the three documents into this folder')
    .option('--config <file>', 'use this config')
    .option('--quiet', 'no progress and no notes')
    .option('--no-color', 'no colours')
    .action(async (path: string, flags: EnvFlags) => {
      const { runEnv } = await import('../run/env-documents.ts');
      await runEnv(path, flags);
    });
  addExamples(command, [
    ['launch-ready env', 'read them here'],
    ['launch-ready env --write docs/launch', 'keep them with the code'],
    ['launch-ready env ../shop --json', 'the facts behind them'],
  ]);
};
