import type { UnprovenItem } from '../../model/review.ts';
import { joined } from '../words/count.ts';
import { checkNames, onlyNames } from './check-names.ts';

/** Unproven items that the same thing would settle. */
export interface UnlockGroup {
  unlock: string;
  items: readonly UnprovenItem[];
}

const SELF = '\u0000';
const ONLY_SELF = `--only ${SELF}`;

const withoutName = (item: UnprovenItem): string =>
  item.unlock.replace(/[\w/-]+/g, (word) => (word === item.check ? SELF : word));

/** Groups by what settles them, in order; an unlock that names its own item counts as the same for all of them. */
export const groupUnlocks = (unproven: readonly UnprovenItem[]): readonly UnlockGroup[] =>
  [...Map.groupBy(unproven, withoutName)].map(([template, items]) => {
    const checks = items.map((item) => item.check);
    const unlock = template
      .replaceAll(ONLY_SELF, () => `--only ${onlyNames(checks)}`)
      .replaceAll(SELF, () => joined(checkNames(checks)));
    return { unlock, items };
  });

/** Items of one group that have the same reason. */
export const byReason = (
  items: readonly UnprovenItem[],
): readonly (readonly [reason: string, checks: readonly string[]])[] =>
  [...Map.groupBy(items, (item) => item.reason)].map(([reason, same]) => [reason, same.map((item) => item.check)]);
