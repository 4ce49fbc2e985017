import type { Finding } from '../../model/finding.ts';
import type { FindingGroup } from './findings.ts';

/** Findings that a report writes out; the others become lines. More would make a page that no browser likes to open. */
export const MOST_IN_FULL = 300;

/** Findings that still get a line each behind those; the JSON report has all. */
export const MOST_LINES = 2000;

export interface Capped {
  full: readonly FindingGroup[];
  lines: readonly Finding[];
  /** How many are left to the JSON report. */
  left: number;
}

const sizeOf = ({ others }: FindingGroup): number => 1 + others.length;

/** Splits ranked groups into `room` findings that are written out and the rest; a group at the border is cut in two. */
export const capFindings = (groups: readonly FindingGroup[], room = MOST_IN_FULL): Capped => {
  const full: FindingGroup[] = [];
  const rest: Finding[] = [];
  let free = room;
  for (const { first, others } of groups) {
    if (free > 0) {
      full.push({ first, others: others.slice(0, free - 1) });
      rest.push(...others.slice(free - 1));
    } else rest.push(first, ...others);
    free -= 1 + others.length;
  }
  return { full, lines: rest.slice(0, MOST_LINES), left: Math.max(0, rest.length - MOST_LINES) };
};

/** Findings in `groups`. */
export const countIn = (groups: readonly FindingGroup[]): number =>
  groups.reduce((sum, group) => sum + sizeOf(group), 0);
