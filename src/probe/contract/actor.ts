/** One identity that is logged in, or can be. */
export interface Actor {
  /** Unique: `seller-a`. */
  name: string;
  /** `customer`, `seller`, `moderator`, `admin` or the app's own word. */
  role: string;
  /** Two actors of one role are of two tenants. */
  tenant: string;
  /** Order of power, 0 lowest. Equal ranks are peers. */
  rank: number;
  /** The origin where this actor works; the app's first when undefined. */
  origin?: string;
  /** Its e-mail or user name, where known. */
  login?: string;
  /** Ids that mean this actor in the app (user id, shop id), as learnt from its own answers. */
  ids: ReadonlySet<string>;
  /** Ids of what it has, as its log-in told them: kind `cart`, or a single letter where it said `cid`. */
  told?: readonly { kind: string; value: string }[];
  /** How its credential travels. */
  carries: 'bearer' | 'cookie' | 'header' | 'nothing';
}

/** Who takes part, and how their sessions are kept. */
export interface ActorPool {
  all: readonly Actor[];
  named(name: string): Actor | undefined;
  /** Actors of a role. */
  ofRole(role: string): readonly Actor[];
  /** Pairs of the same role and different tenants, each way. */
  pairs(): readonly (readonly [victim: Actor, attacker: Actor])[];
  /** The credential headers of an actor's present session for an address: `authorization` or `cookie`, and `x-csrf-token` when needed. */
  credentials(actor: Actor, url: string): Readonly<Record<string, string>>;
  /** Proves that the session lives; renews it when it ended. False when it cannot be. */
  check(actor: Actor): Promise<boolean>;
  /** A session of the same account beside the pool's own, for probes that end or damage sessions. Undefined when it cannot be had. */
  another(actor: Actor): Promise<Actor | undefined>;
}
