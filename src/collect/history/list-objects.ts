import { Oids } from '../git/oids.ts';
import { readGitOutput } from '../git/read-output.ts';

export interface Objects {
  /** All blobs in the object store, reachable or not, in pack order. */
  blobs: Oids;
  commits: Oids;
  bytes: number;
  /** Size of the largest blob. */
  largest: number;
  /** Ids that git names but cannot read. */
  unreadable: string[];
  /** Git ended with an error before the end of the list. */
  incomplete: boolean;
}

/** Lists every object that the repository has, without reading any. */
export const listObjects = async (root: string, signal: AbortSignal): Promise<Objects> => {
  const objects: Objects = {
    blobs: new Oids(),
    commits: new Oids(),
    bytes: 0,
    largest: 0,
    unreadable: [],
    incomplete: false,
  };
  const args = [
    'cat-file',
    '--batch-all-objects',
    '--unordered',
    '--buffer',
    '--batch-check=%(objecttype) %(objectsize) %(objectname)',
  ];
  let rest = '';
  const code = await readGitOutput(
    root,
    args,
    '',
    (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line, objects);
    },
    signal,
  );
  return { ...objects, incomplete: code !== 0 };
};

const take = (line: string, objects: Objects): void => {
  const [type = '', size = '', oid = ''] = line.split(' ');
  if (type === 'blob') {
    objects.bytes += Number(size);
    objects.largest = Math.max(objects.largest, Number(size));
    objects.blobs.push(oid);
  } else if (type === 'commit') objects.commits.push(oid);
  else if (size === 'missing') objects.unreadable.push(type);
};
