import type { Command } from 'commander';

/** Adds worked examples below a command's help: command line, then what it does. */
export const addExamples = (command: Command, examples: readonly (readonly [string, string])[]): Command => {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, words]) => `  $ ${line.padEnd(width)}  ${words}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
};
