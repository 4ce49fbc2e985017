import { existsSync } from 'node:fs';
import { nearest } from '../../review/nearest.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';

/** What is no command is taken for a folder; when there is no such folder and a command is near, that was meant. */
export const refuseMistypedCommand = (path: string, commands: readonly string[]): void => {
  if (!/^[a-z-]+$/i.test(path) || existsSync(path)) return;
  const [near] = nearest(path, commands);
  if (near !== undefined)
    throw new CliError(`There is no command or folder ${JSON.stringify(printable(path))}. Did you mean ${near}?`);
};
