import { readGitOutput } from '../git/read-output.ts';

export interface Missing {
  count: number;
  /** Id of one of them. */
  example: string;
  /** Git followed every branch and tag to its first commit. */
  complete: boolean;
}

const ARGUMENTS = ['rev-list', '--objects', '--no-object-names', '--all', '--missing=print'];

/**
 * Objects that branches and tags lead to and the store does not have: a lost pack, an alternate that is gone, a partial clone.
 * A list of what is there cannot tell of them.
 */
export const findMissing = async (root: string, signal: AbortSignal): Promise<Missing> => {
  const found = { count: 0, example: '' };
  let rest = '';
  const code = await readGitOutput(
    root,
    ARGUMENTS,
    '',
    (chunk) => {
      // Ids of what is there, by the million, and then those that are not, each behind a question mark.
      if (rest === '' && !chunk.includes(0x3f)) return;
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (!line.startsWith('?')) continue;
        found.count++;
        if (found.example === '') found.example = line.slice(1, 65);
      }
    },
    signal,
  );
  return { ...found, complete: code === 0 };
};
