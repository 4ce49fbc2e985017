import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/**
 * Puts a line of text in the place of every object that branches and tags lead to and a clone does not have, as those of partial
 * clones: at the first of them `git log -p` ends, and whoever reads it would be timed for a part of the history. Returns how many.
 */
export const addStandIns = (bare: string): number => {
  const listed = execFileSync(
    'git',
    ['-C', bare, 'rev-list', '--objects', '--no-object-names', '--all', '--missing=print'],
    { encoding: 'latin1', maxBuffer: 1e9 },
  );
  const missing = [...listed.matchAll(/^\?([0-9a-f]{40})$/gm)].map(([, name = '']) => name);
  for (const name of missing) {
    const folder = join(bare, 'objects', name.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name.slice(2)), deflateSync('blob 4\0lost'));
  }
  return missing.length;
};
