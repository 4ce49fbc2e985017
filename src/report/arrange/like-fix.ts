import type { Finding } from '../../model/finding.ts';
import type { FindingGroup } from './findings.ts';

/** How a fix differs from one that was written out above. */
export interface LikeFix {
  /** Index of the group above. */
  index: number;
  /** Where it is done, when that is another page than above. */
  page: string | null;
  /** Steps that the one above does not have. */
  extra: readonly string[];
}

const ADDRESS = /https?:\/\/[^\s`'"<>]*[^\s`'"<>.,;:)]/;
/** Share of words that two steps must have in common to be the same one, said of another key, file or provider. */
const ALIKE = 0.6;
const MOST_DIFFERENT = 3;

const wordsOf = (step: string): readonly string[] =>
  step
    .toLowerCase()
    .split(/[\s.,;:]+/)
    .filter((word) => word !== '');

const alike = (a: readonly string[], b: readonly string[]): boolean => {
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return common >= ALIKE * Math.max(a.length, b.length);
};

/** True when two steps say the same of another key, file or provider. */
export const sameStep = (a: string, b: string): boolean => alike(wordsOf(a), wordsOf(b));

const without = (steps: readonly string[], others: readonly string[]): readonly string[] => {
  const known = others.map(wordsOf);
  return steps.filter((step) => !known.some((other) => alike(wordsOf(step), other)));
};

const pageOf = (steps: readonly string[]): string | null =>
  steps.map((step) => ADDRESS.exec(step)?.[0]).find((page) => page !== undefined) ?? null;

const compared = (above: Finding, finding: Finding): Omit<LikeFix, 'index'> | null => {
  if (above.fix.snippet?.path !== finding.fix.snippet?.path) return null;
  const [before, now] = [above.fix.steps, finding.fix.steps];
  const extra = without(now, before);
  const fewer = without(before, now);
  // A step that is done at a page of its own is what tells one way of rotating from another.
  if (extra.length > MOST_DIFFERENT || fewer.length > MOST_DIFFERENT || pageOf(extra) !== null) return null;
  const page = pageOf(now.filter((step) => !extra.includes(step)));
  return { page: page === pageOf(before.filter((step) => !fewer.includes(step))) ? null : page, extra };
};

/**
 * For each group the fix written out above that it is like, with what differs; null where it is to be written out. Only
 * those that are null stand for others.
 */
export const fixesAbove = (groups: readonly FindingGroup[]): readonly (LikeFix | null)[] => {
  const written: number[] = [];
  return groups.map(({ first }, index) => {
    const like = written.flatMap((at) => {
      const above = groups[at]?.first;
      const difference = above === undefined ? null : compared(above, first);
      return difference === null ? [] : [{ index: at, ...difference }];
    });
    const best = like.toSorted((a, b) => a.extra.length - b.extra.length)[0];
    if (best === undefined) written.push(index);
    return best ?? null;
  });
};
