import type { Actor } from '../contract/actor.ts';
import type { JsonSchema } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, Request } from '../contract/send.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { KeptCanaryBook } from '../values/canaries.ts';
import type { Creator } from './creators.ts';
import type { Repair } from './repair.ts';
import type { FillableStore } from './store.ts';

export interface SeedParts extends Pick<ProbeContext, 'actors' | 'operations' | 'send' | 'signal'> {
  canaries: KeptCanaryBook;
  ledger: Ledger;
  now: Date;
  /** For things that ask for the password again. */
  passwordOf?: (actor: Actor) => string | undefined;
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

/** What is known while things are made. */
export interface Session {
  readonly parts: SeedParts;
  readonly store: FillableStore;
  readonly creators: readonly Creator[];
  /** Requests sent, and how many may be. */
  sent: number;
  most: number;
  /** What the app said of bodies, by operation id. */
  readonly learnt: Map<string, Repair>;
  /** Members of bodies of which nothing was known, by operation id: as the app shows what it made of an empty one. */
  readonly shapes: Map<string, JsonSchema>;
  /** Which of the candidates worked, by operation id and actor. */
  readonly picks: Map<string, number>;
  /** How a thing of a type was made by an actor: `type actor` → creator. */
  readonly recipes: Map<string, Creator>;
}

export const openSession = (parts: SeedParts, store: FillableStore, creators: readonly Creator[]): Session => ({
  parts,
  store,
  creators,
  sent: 0,
  most: parts.requests ?? 160,
  learnt: new Map(),
  shapes: new Map(),
  picks: new Map(),
  recipes: new Map(),
});

/** Sends as long as the share of the budget lasts. */
export const ask = async (session: Session, request: Request, as: Actor | null): Promise<Answer | undefined> => {
  if (session.sent >= session.most || session.parts.signal.aborted) return undefined;
  session.sent++;
  const mode = request.method === 'GET' ? 'read' : 'write';
  return session.parts.send(request, { as, mode });
};
