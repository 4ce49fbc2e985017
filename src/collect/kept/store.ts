import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { homedir } from 'node:os';
import { isAbsolute, relative } from 'node:path';

/** Bytes of one entry, and of all. */
const LARGEST = 48 * 1024 * 1024;
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_ENTRIES = 24;
const NAME = /^[0-9a-f]{64}\.json$/;

/**
 * Where the user's programs keep what can be made again. Never in the reviewed folder: it could bring answers about itself along. Null where there
 * is no such place.
 */
export const keptFolder = (root: string): string | null => {
  const { env, platform } = process;
  const given =
    platform === 'win32'
      ? env['LOCALAPPDATA']
      : (env['XDG_CACHE_HOME'] ??
        (platform === 'darwin' ? join(homedir(), 'Library/Caches') : join(homedir(), '.cache')));
  if (given === undefined || !isAbsolute(given)) return null;
  const folder = join(given, 'launch-ready');
  const away = relative(root, folder);
  return away.startsWith('..') || isAbsolute(away) ? folder : null;
};

/** The text kept under a key; null when there is none, or it is damaged, or somebody else could have written it. */
export const readKept = async (folder: string, key: string): Promise<string | null> => {
  try {
    if (!(await isOwn(folder))) return null;
    const file = await open(
      join(folder, `${key}.json`),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    try {
      const facts = await file.stat();
      if (!facts.isFile() || facts.size > LARGEST || !isMine(facts)) return null;
      const text = await file.readFile('utf8');
      const end = text.indexOf('\n');
      return text.slice(0, end) === digest(key, text.slice(end + 1)) ? text.slice(end + 1) : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
};

/** Keeps a text for the next run, for this user alone. It may fail: then nothing is kept. */
export const keep = async (folder: string, key: string, text: string): Promise<void> => {
  if (Buffer.byteLength(text) > LARGEST) return;
  const whole = join(folder, `${key}.json`);
  const part = join(folder, `${key}.${randomBytes(6).toString('hex')}.part`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await isOwn(folder))) return;
    await writeFile(part, `${digest(key, text)}\n${text}`, { flag: 'wx', mode: 0o600 });
    await chmod(part, 0o600);
    // Whoever reads at this moment has the old one or the new one, and nothing between.
    await rename(part, whole);
    await prune(folder);
  } catch {
    await rm(part, { force: true }).catch(() => undefined);
  }
};

const digest = (key: string, text: string): string => createHash('sha256').update(key).update(text).digest('hex');

const isMine = ({ uid, mode }: { uid: number; mode: number }): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);

const isOwn = async (folder: string): Promise<boolean> => {
  const facts = await lstat(folder);
  return facts.isDirectory() && isMine(facts);
};

/** The oldest go first; parts that a killed process left go after an hour. */
const prune = async (folder: string): Promise<void> => {
  const entries: { path: string; size: number; at: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const facts = await lstat(path).catch(() => undefined);
    if (facts === undefined) continue;
    if (NAME.test(name)) entries.push({ path, size: facts.size, at: facts.mtimeMs });
    else if (name.endsWith('.part') && facts.mtimeMs < Date.now() - 3_600_000) await rm(path, { force: true });
  }
  let bytes = 0;
  for (const [index, { path, size }] of entries.toSorted((a, b) => b.at - a.at).entries()) {
    bytes += size;
    if (index >= MOST_ENTRIES || (index > 0 && bytes > MOST_BYTES)) await rm(path, { force: true });
  }
};
