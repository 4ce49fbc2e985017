import { createHash } from 'node:crypto';
import type { Evidence } from '../../model/evidence/map.ts';
import type { Target } from '../../model/target.ts';
import { fingerprintOf } from './fingerprint.ts';
import { ownCode } from './own-code.ts';
import { keep, keptFolder, readKept } from './store.ts';

/** Names for values are made for one run beyond so many. */
const MOST_SIGHTINGS = 1_500;

export interface Looking {
  target: Target;
  signal: AbortSignal;
  /** The first keys of the collectors that run. */
  collectors: readonly string[];
}

/**
 * Evidence of a folder in which nothing has changed since the last look, or `look`'s own. Kept as a whole, under the hash of everything that was
 * read: a change of one byte means a new look. Secrets in it are masked already. Nothing is kept of a look that did not come to its end, or that was
 * cut short by a clock: another may see more.
 */
export const keptOr = async (
  { target, signal, collectors }: Looking,
  look: () => Promise<Evidence>,
): Promise<{ evidence: Evidence; kept: boolean }> => {
  const folder = keptFolder(target.root);
  const print = folder === null ? null : await fingerprintOf(target.root, signal);
  if (folder === null || print === null) return { evidence: await look(), kept: false };
  const about = JSON.stringify([ownCode(), print.hash, target.root, target.name, target.config, collectors]);
  const key = createHash('sha256').update(about).digest('hex');
  const text = await readKept(folder, key);
  if (text !== null) return { evidence: JSON.parse(text) as Evidence, kept: true };
  const evidence = await look();
  if (!signal.aborted && isWhole(evidence) && (await print.isCurrent()))
    await keep(folder, key, JSON.stringify(evidence));
  return { evidence, kept: false };
};

const isWhole = (evidence: Evidence): boolean => {
  const { 'secrets.coverage': coverage, 'secrets.sightings': sightings, 'repo.summary': repo } = evidence;
  const data = evidence['data.schema'];
  if (Object.values(evidence).some(({ ok }) => !ok)) return false;
  if (coverage?.ok === true && coverage.value.skipped.some(({ reason }) => reason === 'time' || reason === 'git'))
    return false;
  if (sightings?.ok === true && sightings.value.length > MOST_SIGHTINGS) return false;
  if (data?.ok === true && data.value.troubles.some(({ kind }) => kind === 'endless')) return false;
  // What git says of a submodule stands in a folder of its own.
  return repo?.ok !== true || repo.value.git === null || repo.value.git.submodules.length === 0;
};
