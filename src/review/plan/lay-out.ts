import type { PlanBlock } from '../../model/review.ts';
import { roundHours } from './hours.ts';

/** One piece of work, in hours of the clock. */
export interface Piece {
  phase: string;
  hours: number;
  fingerprint: string | null;
  /** Not to be split by a night. */
  whole?: boolean;
}

interface Open extends PlanBlock {
  phase: string;
  window: number;
}

const TINY = 1e-9;

const extended = (blocks: readonly Open[], piece: Piece, window: number, from: number, to: number): Open[] => {
  const last = blocks.at(-1);
  const mended = piece.fingerprint === null ? [] : [piece.fingerprint];
  if (last?.phase === piece.phase && last.window === window) {
    return [...blocks.slice(0, -1), { ...last, to, fingerprints: [...last.fingerprints, ...mended] }];
  }
  const again = blocks.some((block) => block.phase === piece.phase);
  return [
    ...blocks,
    {
      phase: piece.phase,
      window,
      from,
      to,
      title: again ? `${piece.phase} (continued)` : piece.phase,
      fingerprints: mended,
    },
  ];
};

/**
 * Lays pieces one after the other into the working hours of two days, `hoursPerDay` from hour 0 and from hour 24; the
 * nights stay free. What does not fit is left out.
 */
export const layOut = (pieces: readonly Piece[], hoursPerDay: number): readonly PlanBlock[] => {
  const day = Math.min(24, hoursPerDay);
  let blocks: Open[] = [];
  let window = 0;
  let used = 0;
  for (const piece of pieces) {
    let left = piece.hours;
    while (left > TINY && window < 2) {
      const room = day - used;
      if (room <= TINY || (piece.whole === true && room + TINY < left && day >= left && window === 0)) {
        window += 1;
        used = 0;
        continue;
      }
      const taken = Math.min(room, left);
      const from = window * 24 + used;
      blocks = extended(blocks, piece, window, from, from + taken);
      used += taken;
      left -= taken;
    }
  }
  return blocks.map(({ from, to, title, fingerprints }) => ({
    from: roundHours(from),
    to: roundHours(to),
    title,
    fingerprints,
  }));
};
