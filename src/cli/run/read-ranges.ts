import { parseRanges } from '../../collect/edge/front/range-table.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';

/** The ranges in a file of `--ranges`. Throws CliError that names the file. */
export const readRanges = async (path: string): Promise<Record<string, readonly string[]>> => {
  const text = await readNamed(path);
  try {
    return parseRanges(text);
  } catch (error) {
    const said = error instanceof SyntaxError ? 'it is no JSON' : (error as Error).message;
    throw new CliError(`${printable(path)} holds no ranges: ${printable(said)}.`);
  }
};
