import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One line of the ledger: before a thing is made, after, and when it is gone. */
export interface LedgerEntry {
  /** Of one object, the same in all its lines. */
  key: string;
  run: string;
  /** Main origin of the app in which it was made. Absent in ledgers before 2026-12. */
  app?: string;
  /** ISO time. */
  at: string;
  step: 'intent' | 'made' | 'failed' | 'removed' | 'cannot be removed';
  type: string;
  /** Name of the actor. */
  owner: string;
  /** Operation that makes it. */
  by: string;
  id?: string;
  /** Values of the parameters by which it is addressed. */
  keys?: Readonly<Record<string, string>>;
  /** What a person does to remove it. */
  remove?: string;
  /** Nothing was made but something filled in: what stood there before. Sent by the same operation, it takes it out again. */
  restore?: Readonly<Record<string, unknown>>;
}

export interface Ledger {
  /** Before the request is sent. Gives the key for what follows. */
  intent(what: Pick<LedgerEntry, 'type' | 'owner' | 'by' | 'restore'>): string;
  made(key: string, id: string, keys: Readonly<Record<string, string>>): void;
  failed(key: string): void;
  removed(key: string): void;
  cannotRemove(key: string, remove: string): void;
  /** Takes up an object of an earlier run, so that what becomes of it is written down here. */
  takeUp(entry: LedgerEntry): void;
  /** The last line of each object of this run. */
  objects(): readonly LedgerEntry[];
}

/** Opens `<root>/.launch-ready/boundary/<runId>.jsonl` for appending; its folders are made. A path that cannot be written is kept in memory. */
export const openLedger = (path: string, runId: string, app: string): Ledger => {
  const last = new Map<string, LedgerEntry>();
  let canWrite = true;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch {
    canWrite = false;
  }
  const write = (entry: LedgerEntry): void => {
    last.set(entry.key, entry);
    if (!canWrite) return;
    try {
      appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    } catch {
      canWrite = false;
    }
  };
  const step = (key: string, change: Partial<LedgerEntry>): void => {
    const before = last.get(key);
    if (before !== undefined) write({ ...before, ...change, at: new Date().toISOString() });
  };
  return {
    intent: ({ type, owner, by, restore }) => {
      const key = randomUUID();
      write({
        key,
        run: runId,
        app,
        at: new Date().toISOString(),
        step: 'intent',
        type,
        owner,
        by,
        ...(restore === undefined ? {} : { restore }),
      });
      return key;
    },
    made: (key, id, keys) => step(key, { step: 'made', id, keys }),
    failed: (key) => step(key, { step: 'failed' }),
    removed: (key) => step(key, { step: 'removed' }),
    cannotRemove: (key, remove) => step(key, { step: 'cannot be removed', remove }),
    takeUp: (entry) => write({ ...entry, at: new Date().toISOString() }),
    objects: () => [...last.values()],
  };
};

const MOST_FILES = 200;
const LONGEST_FILE = 16 * 1024 * 1024;
const STEPS: ReadonlySet<string> = new Set(['intent', 'made', 'failed', 'removed', 'cannot be removed']);

/**
 * Objects that earlier runs made in an app and that may still be there, the newest last: an id means another thing in another app. What
 * cannot be read is passed over.
 */
export const unfinished = (folder: string, app: string): readonly LedgerEntry[] => {
  const last = new Map<string, LedgerEntry>();
  for (const path of filesOf(folder)) {
    for (const line of linesOf(path)) {
      const entry = entryOf(line);
      if (entry === undefined) continue;
      last.delete(entry.key);
      last.set(entry.key, entry);
    }
  }
  // What a person must remove was said then; what failed was never there.
  return [...last.values()].filter(
    (entry) => entry.app === app && ((entry.step === 'made' && entry.id !== undefined) || entry.step === 'intent'),
  );
};

const filesOf = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
      .map(({ name }) => join(folder, name))
      .toSorted()
      .slice(-MOST_FILES);
  } catch {
    return [];
  }
};

const linesOf = (path: string): string[] => {
  try {
    const text = readFileSync(path, 'utf8');
    return text.length > LONGEST_FILE ? [] : text.split('\n');
  } catch {
    return [];
  }
};

const entryOf = (line: string): LedgerEntry | undefined => {
  if (line === '') return undefined;
  try {
    const value = JSON.parse(line) as Partial<LedgerEntry> | null;
    const isWhole =
      typeof value === 'object' &&
      value !== null &&
      [value.key, value.run, value.at, value.type, value.owner, value.by].every((text) => typeof text === 'string') &&
      STEPS.has(value.step ?? '');
    return isWhole ? (value as LedgerEntry) : undefined;
  } catch {
    // The last line of a run that was killed.
    return undefined;
  }
};
