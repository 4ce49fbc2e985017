import type { Command } from 'commander';
import { nearest } from '../../review/nearest.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';

/** `launch-ready help [command]`. */
export const addHelp = (program: Command): void => {
  program
    .command('help')
    .summary('print help for a command')
    .argument('[command]', 'name of a command')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((one) => one.name() === name);
      if (command !== undefined) return command.outputHelp();
      const names = program.commands.map((one) => one.name());
      const [near] = nearest(name ?? '', names);
      const hint = near === undefined ? `The commands are ${names.join(', ')}.` : `Did you mean ${near}?`;
      throw new CliError(`There is no command ${JSON.stringify(printable(name ?? ''))}. ${hint}`);
    });
};
