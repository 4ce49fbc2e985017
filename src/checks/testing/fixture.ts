import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Severity } from '../../model/severity.ts';
import type { Where } from '../../model/finding.ts';

/** What a fixture file of `good/`, `bad/` or `unproven/` says. Evidence values are plain, not Facts. */
export interface Fixture {
  file: string;
  /** What is special about it, for people. */
  note: string;
  evidence: Readonly<Record<string, unknown>>;
  /** Good ones: `pass` unless it says `not-applicable`. */
  outcome?: 'pass' | 'not-applicable';
  /** Bad ones: exactly these defects, in this order. */
  expect?: readonly Expectation[];
  /** A text that the reason of an unproven outcome contains. */
  unproven?: string;
}

export interface Expectation {
  title: string;
  severity: Severity;
  /** Only the members named here are compared. */
  where?: Where;
}

export type Kind = 'good' | 'bad' | 'unproven';

/** The fixtures of one kind in a check's folder, by file name. */
export const loadFixtures = (folder: string, kind: Kind): readonly Fixture[] => {
  const within = join(folder, kind);
  if (!existsSync(within)) return [];
  return globSync('*.json', { cwd: within })
    .sort()
    .map((file) => ({
      ...(JSON.parse(readFileSync(join(within, file), 'utf8')) as Omit<Fixture, 'file'>),
      file: `${kind}/${basename(file)}`,
    }));
};
