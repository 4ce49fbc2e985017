/** What an edge in front of the app should do, told without any vendor's words. Host names in lower case, paths with a slash in front. */
export interface EdgeIntent {
  domain: string;
  /** The one host that shows the site; null when it is not known. */
  canonical: string | null;
  /** Hosts that show the site too and should send people to it. */
  aliases: readonly string[];
  /** The first page was fetched, so that what is missing is known. */
  seen: boolean;
  /** Headers that the answers lack. */
  headers: Readonly<Record<string, string>>;
  /** Strict-Transport-Security is missing, and HTTPS works with a certificate that browsers take. */
  hsts: boolean;
  /** `valid`: the server behind the edge was asked by its address, and its certificate is one that browsers take. */
  originTls: 'valid' | 'unknown';
  /** Beginnings of paths whose answers are for one person. */
  privatePaths: readonly string[];
  /** Paths where passwords and codes are tried. */
  loginPaths: readonly string[];
}

/** A rule in the form in which the API takes it. `ref` is ours, so that it is found again. */
export interface CloudflareRuleDraft {
  ref: string;
  description: string;
  expression: string;
  action: string;
  action_parameters?: Readonly<Record<string, unknown>>;
  ratelimit?: Readonly<Record<string, unknown>>;
  enabled: boolean;
}

export type EdgeChange =
  | { kind: 'setting'; id: string; why: string; before: unknown; after: unknown }
  | { kind: 'rule'; phase: string; why: string; before: CloudflareRuleDraft | null; after: CloudflareRuleDraft };

/** What `edge apply` would do to a zone. */
export interface EdgePlan {
  zone: { id: string; name: string; plan: string };
  changes: readonly EdgeChange[];
  /** What was left out, and why; what needs a person. */
  notes: readonly string[];
}

/** Written before the first change. Holds what was there, so that it can be put back. */
export interface EdgeRollback {
  format: 'launch-ready edge rollback';
  version: 1;
  zone: { id: string; name: string };
  /** ISO 8601, UTC. */
  madeAt: string;
  /** `applying` until the last change is made: a run that finds it goes on with it. */
  state: 'applying' | 'done';
  changes: readonly EdgeChange[];
  /** Phases that had no ruleset at all before. */
  newPhases: readonly string[];
}
