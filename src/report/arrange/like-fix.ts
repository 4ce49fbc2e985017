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
const MOST_EXTRA = 3;
/** Both ways together; two ways of rotating differ in more. */
const MOST_DIFFERENT = 5;

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

/** The page where it is done: notes that name another one stand before. */
const pageOf = (steps: readonly string[]): string | null =>
  steps.map((step) => ADDRESS.exec(step)?.[0]).findLast((page) => page !== undefined) ?? null;

const isAt = (page: string | null, steps: readonly string[]): boolean =>
  page !== null && steps.some((step) => ADDRESS.exec(step)?.[0] === page);

type Snippet = NonNullable<Finding['fix']['snippet']>;

const sameSnippet = (one: Snippet, other: Snippet | undefined): boolean =>
  one.path === other?.path && one.content === other.content;

/** How the fix of `finding` differs from that of `above`; null when it is another fix. */
export const likeFix = (above: Finding, finding: Finding): Omit<LikeFix, 'index'> | null => {
  const { snippet } = finding.fix;
  if (snippet !== undefined && !sameSnippet(snippet, above.fix.snippet)) return null;
  const [before, now] = [above.fix.steps, finding.fix.steps];
  const extra = without(now, before);
  const fewer = without(before, now);
  const [pageBefore, page] = [pageOf(before), pageOf(now)];
  if (extra.length > MOST_EXTRA || extra.length + fewer.length > MOST_DIFFERENT) return null;
  if (now.length - extra.length < extra.length) return null;
  // What is done at the provider's page is what tells one way of rotating from another.
  if (isAt(page, extra) || isAt(pageBefore, fewer) || (page === null) !== (pageBefore === null)) return null;
  return { page: page === pageBefore ? null : page, extra };
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
      const difference = above === undefined ? null : likeFix(above, first);
      return difference === null ? [] : [{ index: at, ...difference }];
    });
    const best = like.toSorted((a, b) => a.extra.length - b.extra.length)[0];
    if (best === undefined) written.push(index);
    return best ?? null;
  });
};
