import type { BarId, BarState } from '../../model/bar.ts';
import type { Sign } from './severity.ts';

export const BAR_SIGNS: Readonly<Record<BarState, Sign>> = {
  broken: { shape: '✖', ascii: 'x', word: 'broken' },
  unproven: { shape: '–', ascii: '-', word: 'unproven' },
  waived: { shape: '≈', ascii: '~', word: 'waived' },
  held: { shape: '✔', ascii: '+', word: 'held' },
};

/** Worst first. */
export const BAR_STATES = ['broken', 'unproven', 'waived', 'held'] as const satisfies readonly BarState[];

/** Names short enough for a board of thirteen; the full titles are in model/bar. */
export const BAR_NAMES: Readonly<Record<BarId, string>> = {
  M1: 'Sign-in and access',
  M2: 'No exposed secrets',
  M3: 'TLS and redirects',
  M4: 'DNS and email',
  M5: 'Traffic shield',
  M6: 'Rate limits',
  M7: 'Split environments',
  M8: 'Uptime monitoring',
  M9: 'Rollback path',
  M10: 'Seller isolation',
  M11: 'Admin routes apart',
  M12: 'Verified webhooks',
  M13: 'Search and caching',
};
