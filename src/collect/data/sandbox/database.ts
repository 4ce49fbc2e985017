import { extensionsIn } from './extensions.ts';
import { MAKE_ROLES, SESSION, SUPABASE } from './supabase.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The throwaway database. Nothing outside of this process is reachable from it. */
export interface Database {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
  /** Runs several statements in one go; the rows of the last. */
  last(sql: string): Promise<Row[]>;
}

interface Pglite {
  exec(sql: string): Promise<readonly { rows: Row[] }[]>;
  query(sql: string): Promise<{ rows: Row[] }>;
}

/** Starts a PostgreSQL in memory with what Supabase puts around a project. `module` is the address of PGlite's entry. */
export const openDatabase = async (module: string, texts: readonly string[]): Promise<Database> => {
  const { PGlite } = (await import(module)) as { PGlite: { create(options: object): Promise<Pglite> } };
  const names = extensionsIn(texts);
  const extensions: Record<string, unknown> = {};
  for (const name of names) {
    const file = name.replaceAll('-', '_');
    const loaded = (await import(new URL(`./contrib/${file}.js`, module).href)) as Record<string, unknown>;
    extensions[file] = loaded[file];
  }
  const pg = await PGlite.create({ extensions });
  const database: Database = {
    run: async (sql) => void (await pg.exec(sql)),
    rows: async (sql) => (await pg.query(sql)).rows,
    last: async (sql) => (await pg.exec(sql)).at(-1)?.rows ?? [],
  };
  await database.run(`${MAKE_ROLES} ${SUPABASE}`);
  for (const name of names.slice(0, 2))
    await database.run(`create extension if not exists "${name}" schema extensions`);
  await database.run(SESSION);
  return database;
};

interface PgClient {
  connect(): Promise<void>;
  query(sql: string): Promise<{ rows: Row[] } | { rows: Row[] }[]>;
}

/** The same in a database of its own on a server, whose roles are there already. `module` is the address of pg's entry. */
export const openOnServer = async (module: string, url: string): Promise<Database> => {
  const { default: pg } = (await import(module)) as { default: { Client: new (options: object) => PgClient } };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const last = async (sql: string): Promise<Row[]> => {
    const results = await client.query(sql);
    return (Array.isArray(results) ? results.at(-1) : results)?.rows ?? [];
  };
  const database: Database = { run: async (sql) => void (await client.query(sql)), rows: last, last };
  await database.run(SUPABASE);
  await database.run(SESSION);
  return database;
};

/** A text as a literal of SQL. */
export const quoted = (text: string): string =>
  `${text.includes('\\') ? 'E' : ''}'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A name as SQL takes it. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** `schema.table`, each part in quotes. */
export const namedRelation = (relation: string): string => {
  const dot = relation.indexOf('.');
  return `${named(relation.slice(0, dot))}.${named(relation.slice(dot + 1))}`;
};

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300);
