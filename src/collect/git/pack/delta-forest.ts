import { release } from '../release.ts';
import { entryAt, NO_BASE, UNREADABLE, type PackSurvey } from './survey-packs.ts';

/**
 * Blobs of one pack in the order in which they are best rebuilt: each directly or indirectly behind its base, and a base's largest
 * family last, so that of n blobs no more than log2(n) bases must be kept at a time. In shared memory, for threads.
 */
export interface DeltaForest {
  path: string;
  /** Where each entry begins and ends in the pack. */
  starts: Float64Array;
  ends: Float64Array;
  /** How many entries its family has: itself and all that are deltas of it, directly or not. */
  families: Int32Array;
  flags: Uint8Array;
  /** Object names, 20 bytes each. */
  names: Uint8Array;
}

/** Whole, no delta. */
export const ROOT = 1;
/** The last delta of its base. */
export const LAST = 2;
/** To be told; others are needed as bases only. */
export const WANTED = 4;

const NAME = 20;

/** Orders the families of the blobs that are `wanted` (by entry), and names those that no whole blob leads to. */
export const plantForest = (
  survey: PackSurvey,
  wanted: Uint8Array,
): { forest: DeltaForest; unreached: readonly string[] } => {
  const family = measureFamilies(survey);
  const order = visitingOrder(survey, family, wanted);
  const forest = emptyForest(survey.path, order.length);
  const position = new Int32Array(survey.bases.length);
  for (let i = 0; i < survey.index.count; i++) {
    const entry = entryAt(survey.starts, survey.index.offset(i));
    if (entry >= 0) position[entry] = i;
  }
  for (let i = 0; i < order.length; i++) {
    const entry = order[i] ?? 0;
    const base = survey.bases[entry] ?? 0;
    forest.starts[i] = survey.starts[entry] ?? 0;
    forest.ends[i] = survey.starts[entry + 1] ?? 0;
    forest.families[i] = family.sizes[entry] ?? 1;
    forest.flags[i] =
      (base === NO_BASE ? ROOT : family.largest[base] === entry ? LAST : 0) | (wanted[entry] === 1 ? WANTED : 0);
    forest.names.set(survey.index.name(position[entry] ?? 0), i * NAME);
  }
  const unreached: string[] = [];
  for (let entry = 0; entry < wanted.length; entry++)
    if (wanted[entry] === 1 && family.sizes[entry] === 0)
      unreached.push(survey.index.name(position[entry] ?? 0).toString('hex'));
  for (const list of [...Object.values(family), position]) release(list);
  return { forest, unreached };
};

const emptyForest = (path: string, count: number): DeltaForest => ({
  path,
  starts: new Float64Array(new SharedArrayBuffer(count * 8)),
  ends: new Float64Array(new SharedArrayBuffer(count * 8)),
  families: new Int32Array(new SharedArrayBuffer(count * 4)),
  flags: new Uint8Array(new SharedArrayBuffer(count)),
  names: new Uint8Array(new SharedArrayBuffer(count * NAME)),
});

interface Families {
  firstChild: Int32Array;
  nextSibling: Int32Array;
  sizes: Int32Array;
  /** The child with the largest family. */
  largest: Int32Array;
}

const measureFamilies = ({ bases, isBlob }: PackSurvey): Families => {
  const count = bases.length;
  const firstChild = new Int32Array(count).fill(-1);
  const nextSibling = new Int32Array(count).fill(-1);
  for (let entry = count - 1; entry >= 0; entry--) {
    const base = bases[entry] ?? UNREADABLE;
    if (base < 0) continue;
    nextSibling[entry] = firstChild[base] ?? -1;
    firstChild[base] = entry;
  }
  // From the roots, breadth first: what goes round in a circle is never come to.
  const reached = new Int32Array(count);
  let filled = 0;
  for (let entry = 0; entry < count; entry++) if (isBlob[entry] === 1) reached[filled++] = entry;
  for (let i = 0; i < filled; i++)
    for (let child = firstChild[reached[i] ?? 0] ?? -1; child !== -1; child = nextSibling[child] ?? -1)
      reached[filled++] = child;
  const sizes = new Int32Array(count);
  const largest = new Int32Array(count).fill(-1);
  for (let i = filled - 1; i >= 0; i--) {
    const entry = reached[i] ?? 0;
    const size = (sizes[entry] ?? 0) + 1;
    sizes[entry] = size;
    const base = bases[entry] ?? NO_BASE;
    if (base < 0) continue;
    sizes[base] = (sizes[base] ?? 0) + size;
    if (size > (sizes[largest[base] ?? -1] ?? 0)) largest[base] = entry;
  }
  release(reached);
  return { firstChild, nextSibling, sizes, largest };
};

const visitingOrder = ({ isBlob }: PackSurvey, family: Families, wanted: Uint8Array): Int32Array => {
  const order = new Int32Array(isBlob.length);
  let filled = 0;
  const open: number[] = [];
  for (let root = 0; root < isBlob.length; root++) {
    if (isBlob[root] !== 1) continue;
    const before = filled;
    let isAsked = false;
    open.push(root);
    for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
      order[filled++] = entry;
      isAsked ||= wanted[entry] === 1;
      const last = family.largest[entry] ?? -1;
      if (last === -1) continue;
      open.push(last);
      for (let child = family.firstChild[entry] ?? -1; child !== -1; child = family.nextSibling[child] ?? -1)
        if (child !== last) open.push(child);
    }
    // All of it stands in another pack too.
    if (!isAsked) filled = before;
  }
  return order.subarray(0, filled);
};
