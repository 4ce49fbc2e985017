import { constants, realpathSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { covers } from '../../model/covers.ts';
import type { EdgeChange, EdgePlan, EdgeRollback } from '../../model/edge-plan.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { inWords, writeWhole } from '../output/write-file.ts';
import { parseRollback } from './parse-rollback.ts';

export interface RollbackPlace {
  path: string;
  rollback: EdgeRollback;
}

const LARGEST = 4 * 1024 * 1024;
const folderIn = (root: string): string => join(root, '.launch-ready', 'edge');

/** Reads one such file. Throws CliError that says what is wrong with it. Links are not followed. */
export const readRollback = async (path: string): Promise<EdgeRollback> => {
  let text: string;
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stat = await file.stat();
      if (!stat.isFile() || stat.size > LARGEST) throw new CliError(`${printable(path)} is no rollback file.`);
      text = await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      `${printable(path)} could not be read: ${code === 'ENOENT' ? 'there is no such file' : inWords(error)}.`,
    );
  }
  const parsed = parseRollback(text);
  if (typeof parsed === 'string') throw new CliError(`${printable(path)} is no rollback file: ${printable(parsed)}.`);
  return parsed;
};

/** The file of a run for this zone that was ended before its last change; null where there is none. */
export const unfinished = async (root: string, zone: string): Promise<RollbackPlace | null> => {
  const names = await readdir(folderIn(root)).catch(() => []);
  for (const name of names
    .filter((one) => one.startsWith(`${zone}-`) && one.endsWith('.json'))
    .toSorted()
    .toReversed()) {
    const path = join(folderIn(root), name);
    const rollback = await readRollback(path).catch(() => null);
    if (rollback?.state === 'applying' && rollback.zone.name === zone) return { path, rollback };
  }
  return null;
};

const keyOf = (change: EdgeChange): string =>
  change.kind === 'setting' ? `setting ${change.id}` : `rule ${change.phase} ${change.after.ref}`;

/** What a run needs to put everything back: its own changes, and those of a run before it that was ended half-way. */
export const rollbackFor = (
  { zone, changes }: EdgePlan,
  newPhases: readonly string[],
  earlier: RollbackPlace | null,
  root: string,
  now: Date,
): RollbackPlace => {
  const madeAt = now.toISOString();
  const path = earlier?.path ?? join(folderIn(root), `${zone.name}-${madeAt.replaceAll(/[-:]|\.\d+/g, '')}.json`);
  const kept = new Map((earlier?.rollback.changes ?? []).map((change) => [keyOf(change), change]));
  for (const change of changes) {
    const first = kept.get(keyOf(change));
    // Where the run before has been at work, what was there before it counts; elsewhere what is there now.
    const before = first !== undefined && covers(change.before, first.after) ? first.before : change.before;
    kept.set(keyOf(change), { ...change, before } as EdgeChange);
  }
  return {
    path,
    rollback: {
      format: 'launch-ready edge rollback',
      version: 1,
      zone: { id: zone.id, name: zone.name },
      madeAt: earlier?.rollback.madeAt ?? madeAt,
      state: 'applying',
      changes: [...kept.values()],
      newPhases: [...new Set([...(earlier?.rollback.newPhases ?? []), ...newPhases])],
    },
  };
};

/** On the disk before anything is changed. Throws CliError. */
export const writeRollback = ({ path, rollback }: RollbackPlace, root: string): Promise<void> =>
  writeWhole(path, `${JSON.stringify(rollback, null, 2)}\n`, realpathSync(root));
