/** A place in the repository; lines count from 1. */
export interface SqlPlace {
  path: string;
  line: number;
}

export type MigrationKind =
  | 'supabase'
  | 'declarative'
  | 'drizzle'
  | 'prisma'
  | 'sql'
  | 'knex'
  | 'typeorm'
  | 'kysely'
  | 'sequelize';

/** Migrations that belong together, in the order in which they run. */
export interface MigrationSet {
  kind: MigrationKind;
  folder: string;
  files: number;
  statements: number;
  parsed: number;
  /** Statements that ran in the throwaway database; 0 where it was not started. */
  replayed: number;
}

/** A statement that did not run as it stands. */
export interface SqlTrouble {
  place: SqlPlace;
  /**
   * `syntax`: PostgreSQL cannot read it. `refused`: it reaches outside of the database or only waits, and was not run. `endless`: it took more time or
   * memory than a migration may. `failed`: the database gave an error. `not literal`: it is put together when the migration runs.
   */
  kind: 'syntax' | 'refused' | 'endless' | 'failed' | 'not literal';
  /** Its beginning. */
  text: string;
  reason: string;
  /** What it is about, as `schema.table`. */
  relations: readonly string[];
}

export type DataVerb = 'select' | 'insert' | 'update' | 'delete';

export type ClientRole = 'anon' | 'authenticated';

/** What a column holds: the account whose row it is (`owner`), a row that leads there (`link`), personal data, a secret, a right, or money. */
export type ColumnMeaning = 'owner' | 'link' | 'personal' | 'secret' | 'power' | 'money';

export interface DataColumn {
  name: string;
  type: string;
  required: boolean;
  default: string | null;
  generated: boolean;
  meaning?: ColumnMeaning;
  /** Some policy or function of the database asks for it. */
  asked?: boolean;
}

export interface DataPolicy {
  name: string;
  command: DataVerb | 'all';
  /** `public` is everybody. */
  roles: readonly string[];
  permissive: boolean;
  using: string | null;
  check: string | null;
  place: SqlPlace | null;
}

export interface DataTable {
  /** `schema.table`. */
  name: string;
  place: SqlPlace | null;
  columns: readonly DataColumn[];
  rls: boolean;
  policies: readonly DataPolicy[];
  /** What the grants alone let a client do. */
  grants: Readonly<Record<ClientRole, readonly DataVerb[]>>;
  triggers: readonly string[];
  /** Whether its rows concern one person; `unclear` where neither names nor columns say so. */
  privacy: { kind: 'private' | 'public' | 'unclear'; because: string };
  /** Why the catalog may differ from the real one, e.g. a statement about it that failed. */
  doubt: string | null;
}

export interface DataView {
  name: string;
  place: SqlPlace | null;
  /** `security_invoker`: the policies of the one who asks hold in it. */
  invoker: boolean;
  materialized: boolean;
  readers: readonly ClientRole[];
  over: readonly string[];
}

export interface DataFunction {
  name: string;
  /** `name(uuid, text)`. */
  signature: string;
  place: SqlPlace | null;
  definer: boolean;
  /** Its own `search_path` is set. */
  searchPath: boolean;
  callers: readonly ClientRole[];
  trigger: boolean;
  /** Its text asks who is calling. */
  asksWho: boolean;
  /** Why the catalog may differ from the real one. */
  doubt: string | null;
}

export interface DataBucket {
  name: string;
  public: boolean;
  place: SqlPlace | null;
}

/** A table that the code asks for and the replay does not have. */
export interface UsedRelation {
  name: string;
  place: SqlPlace;
  /** SQL of the repository that would make it: a migration that failed, a declared schema, a seed, or a file that nothing runs. */
  made?: { by: 'migration' | 'schema' | 'seed' | 'other'; place: SqlPlace };
}

/** The database that the migrations of the repository build. */
export interface DataSchema {
  sets: readonly MigrationSet[];
  /** What shows that browsers talk to the database themselves; null where a server stands between. */
  direct: { by: string; place: SqlPlace | null } | null;
  troubles: readonly SqlTrouble[];
  /** Why the rest of the replay is missing; null when it ran to its end. */
  stopped: string | null;
  tables: readonly DataTable[];
  views: readonly DataView[];
  functions: readonly DataFunction[];
  buckets: readonly DataBucket[];
  /** The policies on files: `storage.objects`. */
  filePolicies: readonly DataPolicy[];
  missing: readonly UsedRelation[];
}

/** One attempt in the throwaway database, on rows that were put there for account A. */
export interface DataProof {
  subject: string;
  on: 'table' | 'view' | 'function' | 'bucket';
  /** `promote`: an account changes a right or money of its own row. `forge`: a row is added in the name of A. */
  verb: 'read' | 'change' | 'delete' | 'add' | 'forge' | 'promote';
  actor: 'visitor' | 'other account';
  outcome: 'open' | 'closed' | 'unproven';
  /** The statement that was sent. */
  sql: string;
  /** What came back or what the row was afterwards; made up for this run. */
  shown: string | null;
  /** The columns that matter in it. */
  columns: readonly string[];
  reason: string | null;
}

export interface DataProofs {
  proofs: readonly DataProof[];
  /** Tables of which no row could be made, and why. */
  withoutRow: readonly { table: string; reason: string }[];
}

/** One `allow` of Firebase rules, or one `.read` / `.write`. */
export interface FirebaseRule {
  product: 'firestore' | 'storage' | 'realtime database';
  place: SqlPlace;
  /** `/orders/{id}`. */
  path: string;
  operations: readonly string[];
  condition: string;
  /** `everybody`: no condition that keeps anybody out. `any account`: a login is enough. `dated`: open until a date. */
  lets: 'everybody' | 'any account' | 'dated' | 'some';
  /** The name of the collection speaks of data of one person. */
  private: boolean;
}
