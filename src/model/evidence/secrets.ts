import type { CodeFrame } from '../finding.ts';

/** `secret`: must not be seen. `public`: made to be seen. `placeholder`: not a value at all. */
export type Verdict3 = 'secret' | 'public' | 'placeholder';

/**
 * How sure a sighting is. `certain`: a checksum, a live answer, or the user's own env value.
 * `high`: a provider's own format. `medium`: format and context agree. `low`: only looks random.
 */
export type Confidence = 'certain' | 'high' | 'medium' | 'low';

/** What one holds with the secret; decides how bad an exposure is. */
export type Power = 'money' | 'data' | 'infrastructure' | 'identity' | 'messages' | 'spend' | 'limited';

/** Who can see it, most exposed first; what was never shared comes after everything that may have been. */
export const EXPOSURES = [
  /** Served to browsers: a client bundle, its source map, a public folder, a public-prefixed variable. */
  'client',
  /** In a file that git tracks at HEAD or in the index. */
  'tracked',
  /** In a commit that a branch, tag or remote still reaches, though no longer in HEAD. */
  'history',
  /** In a log file that git does not track. */
  'log',
  /** In server-side build output that git does not track. */
  'build',
  /** In the object store only: stashed, amended away, unreachable. */
  'unreachable',
  /** On this machine, not tracked and not ignored: one `git add .` away. */
  'untracked',
  /** On this machine, ignored by git. The right place for an env file. */
  'local',
] as const;

export type Exposure = (typeof EXPOSURES)[number];

/** Orders most exposed first; usable as a sort comparator of places. */
export const compareExposure = (a: { exposure: Exposure }, b: { exposure: Exposure }): number =>
  EXPOSURES.indexOf(a.exposure) - EXPOSURES.indexOf(b.exposure);

/** What kind of path it is in; real keys are rare in tests, docs and examples. */
export type PathRole = 'app' | 'test' | 'doc' | 'example' | 'vendored' | 'env' | 'ci' | 'generated';

export interface Place {
  /** Relative to the reviewed folder, `/`-separated; `outer.zip!inner/path` inside an archive. */
  path: string;
  /** From 1; absent in binary content. */
  line?: number;
  column?: number;
  /** Commit that introduced it, when it is known from history. */
  commit?: string;
  /** ISO 8601 author date of that commit. */
  date?: string;
  /** Author name of that commit. */
  author?: string;
  /** The blob's object id when it was seen in history. */
  blob?: string;
  exposure: Exposure;
  role: PathRole;
  frame?: CodeFrame;
}

/** One secret value, seen in one or more places. The value itself never leaves the collector. */
export interface Sighting {
  /** Rule id, e.g. `stripe-secret-key`. */
  rule: string;
  ruleName: string;
  /** Provider id and name; `generic` when no provider is known. */
  provider: string;
  providerName: string;
  verdict: Verdict3;
  confidence: Confidence;
  power: Power;
  /** True for a provider's test or sandbox mode. */
  testMode: boolean;
  /** Masked form, safe to show. */
  masked: string;
  /** Keyed hash of rule and value, 16 hex digits: the same secret has the same id. */
  id: string;
  /** What somebody who has it can do, one sentence. */
  impact: string;
  /** The variable or key it was assigned to, when there was one. */
  name?: string;
  /** How it was hidden in the most exposed place: `base64`, `hex`, `percent`, `utf-16`, `archive`, `source map`, `exact value`. */
  via?: readonly string[];
  /** Most exposed first; at most 20. */
  places: readonly Place[];
  /** How many places there are in all. */
  count: number;
  rotation: Rotation;
  /** What goes with it and makes it usable, e.g. the project URL of a Supabase key. */
  together?: readonly string[];
  /** Decoded facts that are not secret, e.g. a JWT's role and issuer. */
  facts?: Readonly<Record<string, string>>;
  /** Set in the review: `secrets.allow` accepts it today. */
  allowed?: true;
  /** Set by `--verify`. */
  live?: { state: 'live' | 'dead' | 'unknown'; detail: string };
}

/**
 * `overlap`: create, deploy, verify, revoke. `instant`: the old one dies at once.
 * `grace`: the old one works for a while. `cascade`: rotating it invalidates others.
 */
export interface Rotation {
  kind: 'overlap' | 'instant' | 'grace' | 'cascade';
  /** The page where it is done. */
  at: string;
  steps: readonly string[];
}

/** What was read and what was not, so that "clean" is honest. */
export interface ScanCoverage {
  tree: { files: number; bytes: number };
  /** Null when there is no history to read. */
  history: { blobs: number; bytes: number } | null;
  /** What was looked into besides plain text. */
  clientOutput: 'scanned' | 'absent' | 'no client';
  skipped: readonly Skipped[];
}

export interface Skipped {
  reason:
    | 'too large'
    | 'media'
    | 'no permission'
    | 'unreadable'
    | 'corrupt object'
    | 'shallow clone'
    | 'partial clone'
    | 'submodule'
    | 'dependency folder'
    | 'archive bound'
    | 'symbolic link'
    | 'special file'
    | 'time'
    | 'excluded by config'
    | 'missing object'
    | 'git'
    | 'too many';
  count: number;
  /** A few of them. */
  examples: readonly string[];
  /** True when a secret could hide there, so that the scan cannot be called complete. */
  matters: boolean;
}
