import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { addExamples } from '../options/examples.ts';

interface GateFlags {
  staged?: boolean;
  diff?: string;
  install?: boolean;
  uninstall?: boolean;
  json?: boolean;
  color: boolean;
}

/** `launch-ready gate`: keeps secrets and env files out of commits and merges. */
export const addGate = (program: Command): void => {
  const command = program
    .command('gate')
    .summary('fails when a change holds a secret or an .env file')
    .description(
      'Looks only at what a change adds. Exit code: 0 nothing, 1 a secret or an .env file, 2 wrong use or it could not be read.',
    )
    .argument('[path]', 'git checkout', '.')
    .option('--staged', 'what the next commit would hold')
    .option('--diff <base>', 'what was added since this commit or branch')
    .option('--install', 'run it before every commit (pre-commit hook; existing hooks stay)')
    .option('--uninstall', 'take it out of the pre-commit hook')
    .option('--json', 'print only the result, as JSON')
    .option('--no-color', 'no colours')
    .action(async (path: string, flags: GateFlags) => {
      const modes = [flags.staged, flags.diff !== undefined, flags.install, flags.uninstall].filter(
        (mode) => mode === true,
      );
      if (modes.length !== 1)
        throw new CliError('gate needs exactly one of --staged, --diff <base>, --install and --uninstall.');
      if (flags.install === true || flags.uninstall === true) {
        const { changeHook } = await import('../hook/change-hook.ts');
        await changeHook(path, flags.install === true);
      } else {
        const { runGate } = await import('../run/gate-change.ts');
        await runGate(path, flags);
      }
    });
  addExamples(command, [
    ['launch-ready gate --install', 'check every commit on this machine'],
    ['launch-ready gate --staged', 'check what is staged now'],
    ['launch-ready gate --diff origin/main', 'check a branch in CI'],
  ]);
};
