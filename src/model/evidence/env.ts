/** Environment variables as the repository shows them: files, uses in code, ignore rules. No values. */
export interface EnvEvidence {
  files: readonly EnvFile[];
  uses: readonly EnvUse[];
  /** Paths of `.env*` files that exist in history but not at HEAD, with the commit that added them; `secrets` are the variables that held one. */
  inHistory: readonly {
    path: string;
    commit: string;
    date: string;
    variables: readonly string[];
    secrets?: readonly string[];
  }[];
  /** Whether git would ignore a new file of that name at the root. */
  gitIgnores: readonly { name: string; ignored: boolean }[];
  docker: readonly DockerContext[];
  /** A schema that validates the environment (`.env.schema`, t3-env, zod, envalid …), when there is one. */
  validated: { path: string; by: string } | null;
  /** Secret values that stand in more than one environment, by keyed hash. */
  shared: readonly SharedValue[];
}

export type EnvironmentName =
  | 'development'
  | 'test'
  | 'preview'
  | 'staging'
  | 'production'
  | 'local'
  | 'example'
  | 'unknown';

export interface EnvFile {
  path: string;
  environment: EnvironmentName;
  tracked: boolean;
  ignored: boolean;
  variables: readonly EnvVariable[];
  /** Lines that could not be read as `NAME=value`. */
  malformed: readonly number[];
}

export interface EnvVariable {
  name: string;
  line: number;
  /** What stands on the right: nothing, a stand-in, a plain setting, or what looks like a secret. */
  value: 'empty' | 'placeholder' | 'setting' | 'secret';
  /** Masked; only for `secret`. */
  masked?: string;
  /** The comment above or beside it. */
  comment?: string;
  /** `live` or `test` when the provider's format says so. */
  mode?: 'live' | 'test';
  /** Rule id when a provider's format matched. */
  rule?: string;
}

export interface EnvUse {
  name: string;
  path: string;
  line: number;
  /** `process.env`, `import.meta.env`, `Deno.env` … */
  via: string;
  /** Reaches the browser by its prefix. */
  publicPrefix: string | null;
  /** The literal it falls back to, masked unless harmless. */
  fallback?: { text: string; kind: 'secret-like' | 'setting' };
  /** The app ends or throws when it is missing. */
  required: boolean;
  /** The code goes on without it: a default of any kind, a test for being set, an optional schema entry. */
  optional?: boolean;
  /** `test`, `tool` and `build` uses do not need documenting. */
  role: 'app' | 'test' | 'tool';
}

export interface DockerContext {
  dockerfile: string;
  /** The `COPY . .` or `ADD .` that takes everything, with its line. */
  copiesAll: { line: number; text: string } | null;
  /** Whether the .dockerignore beside it keeps env files out. */
  ignoresEnv: boolean;
  ignoreFile: string | null;
  /** `ENV` and `ARG` lines that hold what looks like a secret. */
  secretLines: readonly { line: number; name: string; masked: string }[];
}

export interface SharedValue {
  /** Keyed hash of the value. */
  id: string;
  masked: string;
  rule?: string;
  places: readonly { path: string; line: number; name: string; environment: EnvironmentName }[];
}
