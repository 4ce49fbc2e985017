import type { MadeObject } from '../../model/evidence/boundary.ts';
import type { ActorPool } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Send } from '../contract/send.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';

export interface CleanUpParts {
  actors: ActorPool;
  operations: readonly Operation[];
  send: Send;
  /** Where removals are written down. */
  ledger: Ledger;
}

/** Removes what was made, as its owner, and proves it by reading back. Last made, first removed. Never throws. */
export const cleanUp = async (
  _entries: readonly LedgerEntry[],
  _parts: CleanUpParts,
): Promise<readonly MadeObject[]> => [];
