import { Oids } from '../oids.ts';
import { plantForest, ROOT, type DeltaForest } from './delta-forest.ts';
import { entryAt, type PackSurvey } from './survey-packs.ts';

/** Blobs `from` to `to` of a forest: whole families, about as much work as any other part. */
export interface ForestPart {
  forest: DeltaForest;
  from: number;
  to: number;
}

export interface ReadingPlan {
  parts: ForestPart[];
  /** Blobs that stand in none of the packs: git must be asked for them. */
  elsewhere: Oids;
}

const PARTS = 16;
/** Less work than this is not divided. */
const LEAST_WORK = 1024 * 1024;
/** What an entry costs besides its bytes, in bytes of the pack. */
const ENTRY_COST = 512;

/** Divides blobs into what can be read out of packs and what cannot. Each is read once, out of the first pack that holds it. */
export const planReading = (packs: readonly PackSurvey[], blobs: Oids): ReadingPlan => {
  const elsewhere = new Oids();
  const wanted = packs.map((pack) => new Uint8Array(pack.index.count));
  for (const name of blobs) if (!find(packs, wanted, name)) elsewhere.push(name.toString('hex'));
  const parts: ForestPart[] = [];
  for (const [i, pack] of packs.entries()) {
    const asked = wanted[i] ?? new Uint8Array(0);
    const { forest, unreached } = plantForest(pack, asked);
    for (const name of unreached) elsewhere.push(name);
    parts.push(...divide(forest));
  }
  return { parts, elsewhere };
};

const find = (packs: readonly PackSurvey[], wanted: readonly Uint8Array[], name: Buffer): boolean => {
  if (name.length !== 20) return false;
  for (const [i, { index, starts }] of packs.entries()) {
    const position = index.find(name, 0);
    const entry = position === -1 ? -1 : entryAt(starts, index.offset(position));
    const asked = wanted[i];
    if (entry < 0 || asked === undefined) continue;
    asked[entry] = 1;
    return true;
  }
  return false;
};

const divide = (forest: DeltaForest): ForestPart[] => {
  const count = forest.flags.length;
  const costs = (i: number): number => (forest.ends[i] ?? 0) - (forest.starts[i] ?? 0) + ENTRY_COST;
  let total = 0;
  for (let i = 0; i < count; i++) total += costs(i);
  const share = Math.max(LEAST_WORK, total / PARTS);
  const parts: ForestPart[] = [];
  let from = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    if (sum >= share && ((forest.flags[i] ?? 0) & ROOT) !== 0) {
      parts.push({ forest, from, to: i });
      from = i;
      sum = 0;
    }
    sum += costs(i);
  }
  if (from < count) parts.push({ forest, from, to: count });
  return parts;
};
