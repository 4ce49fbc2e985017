import type { Command } from 'commander';
import { addExamples } from '../options/examples.ts';

/** `launch-ready init [path]`: writes a config from what was found. */
export const addInit = (program: Command): void => {
  const command = program
    .command('init')
    .summary('write launch-ready.config.ts from what was found')
    .description(
      'Writes launch-ready.config.ts with what was found and a comment on every setting. An existing config is kept.',
    )
    .argument('[path]', 'folder', '.')
    .option('--json', 'write launch-ready.config.json instead')
    .option('--force', 'replace the config that is there')
    .option('--quiet', 'no progress and no notes')
    .action(async (path: string, flags: { json?: boolean; force?: boolean; quiet?: boolean }) => {
      const { initConfig } = await import('../init/init-config.ts');
      await initConfig(path, flags);
    });
  addExamples(command, [
    ['launch-ready init', 'in the folder you are in'],
    ['launch-ready init ../shop --json', 'as JSON'],
    ['launch-ready init --force', 'start again'],
  ]);
};
