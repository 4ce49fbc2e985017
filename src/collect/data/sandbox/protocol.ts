import type { DataProofs, DataSchema, MigrationKind } from '../../../model/evidence/data.ts';

/** One file of a set, in order; `statements` where they were read out of code. */
export interface SqlFile {
  path: string;
  set: number;
  text: string;
  /** Line of the text's first line in the file. */
  line: number;
}

/** What the sandbox is given on its standard input. */
export interface Order {
  files: readonly SqlFile[];
  sets: readonly { kind: MigrationKind; folder: string }[];
  /** Start a database and prove; otherwise statements are only read. */
  replay: boolean;
  /** Schemas that clients reach. */
  schemas: readonly string[];
  /** Statements, counted from 0, that ended an earlier attempt. */
  skip: readonly { at: number; reason: string }[];
  /** Proofs that ended an earlier attempt. */
  skipProofs: readonly string[];
  modules: { parser: string; database: string; server: string };
  /** A database on a server of the user's to run in, with the extensions that it has; null for the embedded one. */
  server: { url: string; extensions: readonly string[] } | null;
}

export type Replayed = Pick<
  DataSchema,
  'sets' | 'troubles' | 'tables' | 'views' | 'functions' | 'buckets' | 'filePolicies'
> & {
  proofs: DataProofs;
};

/** Lines on its standard output. `step` says what begins, so that what never ends can be named. */
export type Line = { step: string } | { done: Replayed } | { error: string };
