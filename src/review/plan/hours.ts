import { EFFORT_HOURS } from '../../model/effort.ts';
import type { Finding } from '../../model/finding.ts';

/** At most two decimals, so that sums of quarter hours print cleanly. */
export const roundHours = (hours: number): number => Math.round(hours * 100) / 100;

const groupOf = (finding: Finding): string =>
  finding.where.path === undefined ? finding.fingerprint : JSON.stringify([finding.check, finding.where.path]);

/**
 * Hours of one engineer by fingerprint. Findings of one check in one file are mended together: the longest counts in
 * full, every other one half.
 */
export const hoursOf = (findings: readonly Finding[]): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(findings, groupOf).values()].flatMap((group) =>
      group
        .toSorted((a, b) => EFFORT_HOURS[b.effort] - EFFORT_HOURS[a.effort])
        .map(
          (finding, index) => [finding.fingerprint, EFFORT_HOURS[finding.effort] * (index === 0 ? 1 : 0.5)] as const,
        ),
    ),
  );

export const totalHours = (findings: readonly Finding[]): number =>
  roundHours([...hoursOf(findings).values()].reduce((sum, hours) => sum + hours, 0));
