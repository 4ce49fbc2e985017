import { readFile } from 'node:fs/promises';
import { CliError } from '../cli-error.ts';
import { printable } from './printable.ts';
import { inWords } from './write-file.ts';

/** Reads a file that the user named. Throws CliError that names the path. */
export const readNamed = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new CliError(
      `${printable(path)} could not be read: ${code === 'ENOENT' ? 'there is no such file' : inWords(error)}.`,
    );
  }
};
