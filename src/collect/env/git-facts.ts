import type { EnvEvidence } from '../../model/evidence/env.ts';
import { runGit } from '../git/run-git.ts';
import { parseDotenv } from './dotenv.ts';
import { environmentOf, isEnvFile } from './file-name.ts';
import { decodeText } from './read-text.ts';
import { judgeValue } from './value-kind.ts';

type History = EnvEvidence['inHistory'];

/** The repository's own ignore rules alone: one developer's global excludes protect nobody else. */
const OWN_RULES = ['-c', 'core.excludesFile=/dev/null'];
const MOST_VERSIONS = 400;
const MOST_BLOB = 256 * 1024;

/** Paths that git tracks, in the index; null outside of git. */
export const trackedFiles = async (root: string, signal: AbortSignal): Promise<ReadonlySet<string> | null> => {
  const answer = await runGit(root, ['ls-files', '-z'], { signal });
  return answer.code === 0 ? new Set(answer.stdout.toString('utf8').split('\0').filter(Boolean)) : null;
};

/** Which of the paths the ignore rules cover, whether they exist or not and whether git tracks them or not. */
export const ignoredPaths = async (
  root: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> => {
  if (paths.length === 0) return new Set();
  const answer = await runGit(root, [...OWN_RULES, 'check-ignore', '--no-index', '-z', '--stdin'], {
    input: `${paths.join('\0')}\0`,
    signal,
  });
  return new Set(answer.stdout.toString('utf8').split('\0').filter(Boolean));
};

interface Version {
  commit: string;
  date: string;
  blob: string;
}

/**
 * Env files that history holds and the index does not, with their variables. Reads every version; the commit is the first
 * that brought a secret, else the one that added the file.
 */
export const historicEnvFiles = async (
  root: string,
  tracked: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<History> => {
  const patterns = [':(glob)**/.env*', ':(glob)**/*.env'];
  const args = [
    'log',
    '--all',
    '--full-history',
    '--diff-merges=separate',
    '--diff-filter=AM',
    '--no-renames',
    '--relative',
    '--raw',
    '--no-abbrev',
    '-z',
    '--format=%x01%H %cI',
    '--',
    ...patterns,
  ];
  const answer = await runGit(root, args, { signal });
  if (answer.code !== 0) return [];
  const versions = parseLog(
    answer.stdout.toString('utf8'),
    (path) => isEnvFile(path) && environmentOf(path) !== 'example' && !tracked.has(path),
  );
  const blobs = await readBlobs(
    root,
    [...new Set([...versions.values()].flat().map((version) => version.blob))].slice(0, MOST_VERSIONS),
    signal,
  );
  return [...versions].slice(0, 200).map(([path, list]) => {
    const environment = environmentOf(path);
    const variables = new Set<string>();
    const secrets = new Set<string>();
    let exposed: Version | undefined;
    for (const version of list.toReversed()) {
      for (const { name, value } of parseDotenv(blobs.get(version.blob) ?? '').entries) {
        if (variables.size < 300) variables.add(name);
        const judged = judgeValue(name, value, environment);
        if (judged.value !== 'secret' || judged.mode === 'test') continue;
        secrets.add(name);
        exposed ??= version;
      }
    }
    const { commit, date } = exposed ?? list.at(-1) ?? { commit: '', date: '' };
    return { path, commit, date, variables: [...variables], secrets: [...secrets] };
  });
};

/** Newest first, as git lists them. Fields: header, then `:mode mode blob blob status`, path, … */
const parseLog = (output: string, wanted: (path: string) => boolean): ReadonlyMap<string, readonly Version[]> => {
  const versions = new Map<string, Version[]>();
  let commit = '';
  let date = '';
  let change: string | null = null;
  for (const raw of output.split('\0')) {
    const field = raw.replace(/^\n+/, '');
    if (change !== null) {
      const [, mode = '', , blob = ''] = change.split(' ');
      if (mode.startsWith('100') && wanted(field)) {
        const list = versions.get(field);
        if (list === undefined) versions.set(field, [{ commit, date, blob }]);
        else list.push({ commit, date, blob });
      }
      change = null;
    } else if (field.startsWith('\x01')) [commit = '', date = ''] = field.slice(1).trim().split(' ');
    else if (field.startsWith(':')) change = field.slice(1);
  }
  return versions;
};

const readBlobs = async (
  root: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> => {
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  const answer = await runGit(root, ['cat-file', '--batch'], { input: `${ids.join('\n')}\n`, signal });
  let at = 0;
  while (at < answer.stdout.length) {
    const lineEnd = answer.stdout.indexOf(10, at);
    if (lineEnd === -1) break;
    const [id = '', type = '', size = ''] = answer.stdout.subarray(at, lineEnd).toString('latin1').split(' ');
    at = lineEnd + 1;
    if (type !== 'blob') continue;
    const bytes = answer.stdout.subarray(at, at + Number(size));
    if (bytes.length <= MOST_BLOB) texts.set(id, decodeText(bytes) ?? '');
    at += Number(size) + 1;
  }
  return texts;
};
