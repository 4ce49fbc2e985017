import type { Skipped } from '../../model/evidence/secrets.ts';

const MATTERS: readonly Skipped['reason'][] = [
  'too large',
  'no permission',
  'unreadable',
  'corrupt object',
  'shallow clone',
  'partial clone',
  // Its history is another repository's, and where it is not checked out its files are not here either.
  'submodule',
  'missing object',
  'archive bound',
  'time',
  'git',
  'too many',
  // What the config leaves out was not looked at either; the user can attest M2 with a waiver that ends.
  'excluded by config',
];
const MAX_EXAMPLES = 5;

/** Counts what was not read, by reason, with a few examples each. */
export class SkipList {
  readonly #byReason = new Map<Skipped['reason'], { count: number; examples: string[] }>();

  add(reason: Skipped['reason'], example: string, count = 1): void {
    const entry = this.#byReason.get(reason) ?? { count: 0, examples: [] };
    entry.count += count;
    if (entry.examples.length < MAX_EXAMPLES && example !== '') entry.examples.push(example);
    this.#byReason.set(reason, entry);
  }

  list(): Skipped[] {
    return [...this.#byReason].map(([reason, entry]) => ({ reason, ...entry, matters: MATTERS.includes(reason) }));
  }
}
