/** What the boundary probes saw on the running app: facts only, bodies cut and masked. */

/**
 * `confirmed`: shown by its effect (a canary read, a state changed, read back as the victim). `likely`: the answer says so, the effect was
 * not shown. `inconclusive`: a control failed, so nothing follows. `refuted`: tried and refused. `not-tested`: never tried.
 */
export type ProbeVerdict = 'confirmed' | 'likely' | 'inconclusive' | 'refuted' | 'not-tested';

/** One request and its answer. */
export interface Exchange {
  id: string;
  /** Name of the actor, null for nobody. */
  actor: string | null;
  method: string;
  url: string;
  /** Credentials are masked. */
  requestHeaders: readonly (readonly [name: string, value: string])[];
  requestBody?: string;
  /** Null when no answer came. */
  status: number | null;
  headers: readonly (readonly [name: string, value: string])[];
  /** The first part, masked. */
  body?: string;
  /** Bytes of the whole body, as far as it was read. */
  bytes: number;
  /** Milliseconds until the answer was complete. */
  ms: number;
  error?: string;
}

/** What one probe says of one subject. */
export interface Observation {
  /** The check that speaks of it, without its stage: `object-read` for boundary/object-read. */
  probe: string;
  /** What it is about, the same in every run: an operation id, a webhook's path, `login`. */
  subject: string;
  verdict: ProbeVerdict;
  /** One sentence: what was done and what was seen. */
  said: string;
  /** Who tried, by role or name. */
  actor?: string;
  /** Whose it was. */
  owner?: string;
  /** Ids of the exchanges that show it, in order. */
  exchanges: readonly string[];
  facts?: Readonly<Record<string, string | number | boolean>>;
}

export type OperationSource =
  | 'openapi'
  | 'graphql'
  | 'har'
  | 'postman'
  | 'bundle'
  | 'page'
  | 'form'
  | 'options'
  | 'robots'
  | 'sitemap'
  | 'code'
  | 'guess'
  | 'config';

export interface BoundaryOperation {
  /** `GET /api/orders/{orderId}`, with the origin in front when the app has several. */
  id: string;
  origin: string;
  method: string;
  path: string;
  sources: readonly OperationSource[];
  /** What its description says of access, when it does. */
  declared?: 'public' | 'protected';
  /** Id of the operation that does the same: of an API where this is a page, of the first host where the same program answers at another. */
  twin?: string;
  /** Found is not tested. */
  tested: boolean;
  /** Why it was not tested. */
  reason?: string;
}

export interface BoundaryActor {
  name: string;
  role: string;
  tenant: string;
  /** How it got in: `json login`, `form login`, `sign-up`, `header` … */
  via: string;
  /**
   * `alive`: proven before, during and after. `lost`: it ended on the way and could not be renewed. `unproven`: nothing tells it from
   * nobody. `never`: it could not be logged in.
   */
  state: 'alive' | 'lost' | 'unproven' | 'never';
  detail: string;
}

/** One cell of the role × operation matrix. */
export interface AccessCell {
  operation: string;
  /** Role, or `nobody`. */
  role: string;
  /** `open` and `own` are as they should be; `leak` is proven wrong; `odd` is allowed where the description or the peers say otherwise. */
  outcome: 'open' | 'own' | 'refused' | 'leak' | 'odd' | 'unknown' | 'not-tested';
  status: number | null;
  exchange?: string;
}

/** Something that the run made in the app. */
export interface MadeObject {
  type: string;
  id: string;
  owner: string;
  /** Operation that made it. */
  by: string;
  state: 'there' | 'removed' | 'cannot be removed';
  /** How a person removes it. */
  remove?: string;
}

export type ProbeMode = 'passive' | 'read' | 'write' | 'destructive' | 'burst';

export interface BoundaryRun {
  /** Goes with every request as X-Launch-Ready-Run. */
  id: string;
  origins: readonly string[];
  environment: 'development' | 'staging' | 'production';
  mode: ProbeMode;
  planHash: string;
  /** How ownership was shown; `loopback` needs none. */
  proof: string;
  /** What the owner can publish, where nothing shows whose the app is. */
  prove?: string;
  requests: number;
  /** Requests that the gate refused to send, by reason. */
  refused: Readonly<Record<string, number>>;
  made: readonly MadeObject[];
  /** What an earlier run that was killed had left behind, and what became of it. */
  earlier?: readonly MadeObject[];
  /** Why the run ended early, when it did. */
  stopped?: string;
  /** Why what was refused or not seen says little: most of what was asked got no answer that says anything. */
  deaf?: string;
  /** What became of each probe: `mode` is one that this run may not do. A probe without a line was not asked, which proves nothing. */
  probes?: Readonly<Record<string, 'ran' | 'mode' | 'stopped' | 'failed'>>;
  /** Nothing of the app's own was found that does more than hand out pages: these talk to their database alone. */
  serverless?: boolean;
  /** What the app is built with, as `repo.summary` and its answers tell: `express`, `next`. Examples of fixes are given in it. */
  frameworks?: readonly string[];
  milliseconds: number;
}
