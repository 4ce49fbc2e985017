import type { Finding } from '../../model/finding.ts';
import type { FindingGroup } from './findings.ts';

const remedy = (finding: Finding): string => JSON.stringify([finding.why, finding.fix]);

export const sameRemedy = (a: Finding, b: Finding): boolean => remedy(a) === remedy(b);

/** For each group the index of the first one above with the same why and fix, or null where it stands first. */
export const remediesAbove = (groups: readonly FindingGroup[]): readonly (number | null)[] => {
  const seen = new Map<string, number>();
  return groups.map(({ first }, index) => {
    const key = remedy(first);
    const above = seen.get(key);
    if (above === undefined) seen.set(key, index);
    return above ?? null;
  });
};
