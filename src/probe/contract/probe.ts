import type { AccessCell, MadeObject, Observation, ProbeMode } from '../../model/evidence/boundary.ts';
import type { Config } from '../../model/target.ts';
import type { AdmittedPlace } from '../consent/data-places.ts';
import type { Text } from '../direct/projects-in-code.ts';
import type { Mailbox } from '../actors/mailbox.ts';
import type { GraphqlField } from '../inventory/graphql.ts';
import type { Writes } from '../send/writes.ts';
import type { ActorPool } from './actor.ts';
import type { Operation } from './operation.ts';
import type { CanaryBook, ResourceStore } from './resource.ts';
import type { Listen, Send } from './send.ts';

/** What a probe works with. */
export interface ProbeContext {
  config: Config;
  actors: ActorPool;
  operations: readonly Operation[];
  resources: ResourceStore;
  canaries: CanaryBook;
  send: Send;
  /** What may have changed the app since something was seen; without it nothing that was seen counts for still so. */
  writes?: Writes;
  /** Opens sockets; not there where nothing listens. */
  listen?: Listen;
  signal: AbortSignal;
  /** The environment, for the secrets whose variables' names stand in the configuration. */
  env: Readonly<Record<string, string | undefined>>;
  /** What GraphQL endpoints offer, by operation id. */
  graphql: ReadonlyMap<string, readonly GraphqlField[]>;
  /** Mail that the app sends, where it can be read. */
  mailbox?: Mailbox;
  /** Role × operation, as a by-product: probes add what they saw. */
  cells: AccessCell[];
  /** Accounts may be made where sign-up is open: the user said so. */
  signUp?: boolean;
  /** The code that visitors get, and where it keeps its data. */
  data?: { code: readonly Text[]; places: readonly AdmittedPlace[] };
  /** What probes made in the app beside the ledger, and whether it is gone again: they add it. */
  made?: MadeObject[];
}

/** One question to the running app. Small: one file, one oracle. */
export interface Probe {
  /** The check that speaks of it, without its stage: `object-read` for boundary/object-read. */
  id: string;
  /** Ends the sentence "tries whether …". */
  tries: string;
  /** The most that it does to the app. */
  mode: ProbeMode;
  /** At most so many requests, for the plan. */
  requests(context: ProbeContext): number;
  /** Never throws. One observation for each subject, also for what was refused or could not be tried. */
  run(context: ProbeContext): Promise<readonly Observation[]>;
}
