import { spawn } from 'node:child_process';
import { gitArguments, gitEnvironment } from '../git/run-git.ts';

export interface Objects {
  /** Hex ids of all blobs in the object store, reachable or not, in pack order. */
  blobs: string[];
  commits: string[];
  bytes: number;
  /** Ids that git names but cannot read. */
  unreadable: string[];
  /** Git ended with an error before the end of the list. */
  incomplete: boolean;
}

/** Lists every object that the repository has, without reading any. */
export const listObjects = (root: string, signal: AbortSignal): Promise<Objects> =>
  new Promise((resolve) => {
    const objects: Objects = { blobs: [], commits: [], bytes: 0, unreadable: [], incomplete: false };
    const args = ['cat-file', '--batch-all-objects', '--unordered', '--buffer', '--batch-check=%(objecttype) %(objectsize) %(objectname)'];
    const child = spawn('git', gitArguments(root, args), { env: gitEnvironment(), stdio: ['ignore', 'pipe', 'ignore'], signal });
    let rest = '';
    child.stdout.setEncoding('latin1');
    child.stdout.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('blob ')) {
          const space = line.indexOf(' ', 5);
          objects.bytes += Number(line.slice(5, space));
          objects.blobs.push(line.slice(space + 1));
        } else if (line.startsWith('commit ')) objects.commits.push(line.slice(line.indexOf(' ', 7) + 1));
        else if (line.endsWith(' missing')) objects.unreadable.push(line.slice(0, 40));
      }
    });
    child.on('error', () => resolve({ ...objects, incomplete: true }));
    child.on('close', (code) => resolve({ ...objects, incomplete: code !== 0 }));
  });
