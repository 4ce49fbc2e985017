import type { ClientRole, DataProof } from '../../../model/evidence/data.ts';
import type { Actor, Tried } from './trial.ts';

export const ROLE: Readonly<Record<Actor, ClientRole>> = { visitor: 'anon', 'other account': 'authenticated' };

export const proof = (
  base: Pick<DataProof, 'subject' | 'verb' | 'actor' | 'sql'> & Partial<DataProof>,
  outcome: DataProof['outcome'],
): DataProof => ({ on: 'table', shown: null, columns: [], reason: null, ...base, outcome });

/** What ended an earlier attempt is not tried again, and not forgotten. */
export const tooMuch = (base: Pick<DataProof, 'subject' | 'on'>): DataProof =>
  proof({ ...base, verb: 'read', actor: 'visitor', sql: '', reason: 'it took too much time or memory' }, 'unproven');

/** What a refusal or an error says of the attempt. */
export const failed = (tried: Extract<Tried, { ok: false }>): { outcome: DataProof['outcome']; reason: string } => ({
  outcome: tried.denied ? 'closed' : 'unproven',
  reason: tried.reason,
});

/** Rows written since this transaction began. A savepoint has a number of its own, so that equality would miss them. */
export const OF_THIS_TRIAL = 't.xmin::text::bigint >= pg_current_xact_id()::text::bigint';
