import type { UnprovenItem } from '../../model/review.ts';
import { joined } from '../words/count.ts';
import { checkNames } from './check-names.ts';

/** Unproven items that the same thing would settle. */
export interface UnlockGroup {
  unlock: string;
  items: readonly UnprovenItem[];
}

const SELF = '\u0000';

const withoutName = (item: UnprovenItem): string =>
  item.unlock.replace(/[\w/-]+/g, (word) => (word === item.check ? SELF : word));

/** Groups by what settles them, in order; an unlock that names its own item counts as the same for all of them. */
export const groupUnlocks = (unproven: readonly UnprovenItem[]): readonly UnlockGroup[] =>
  [...Map.groupBy(unproven, withoutName)].map(([template, items]) => ({
    unlock: template.replaceAll(SELF, joined(checkNames(items.map((item) => item.check)))),
    items,
  }));
