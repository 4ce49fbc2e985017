import type { DataProofs, DataSchema, SqlPlace, SqlTrouble } from '../../model/evidence/data.ts';
import type { Fact } from '../../model/evidence/map.ts';
import { clientsIn } from './clients.ts';
import { withMakers } from './made-elsewhere.ts';
import { sqlInCode } from './code-sql.ts';
import { findSets, type FoundSet } from './find-sets.ts';
import type { SqlFile } from './sandbox/protocol.ts';
import { runOn } from './server/run-on.ts';

type Read = (path: string) => string | null;

export interface Built {
  schema: Fact<DataSchema>;
  proofs: Fact<DataProofs>;
}

const MOST_BYTES = 40_000_000;
const CLIENT_SQL = /\bauth\s*\.\s*uid\s*\(|\bto\s+"?(?:anon|authenticated)"?\b/i;
const EMPTY = {
  troubles: [],
  stopped: null,
  tables: [],
  views: [],
  functions: [],
  buckets: [],
  filePolicies: [],
  missing: [],
};

/** Finds the migrations, replays them where clients reach the database, and proves what is open. */
export const buildSchema = async (
  files: readonly string[],
  read: Read,
  signal: AbortSignal,
  databaseUrl?: string,
): Promise<Built> => {
  const config = files.find((path) => /(?:^|\/)supabase\/config\.toml$/.test(path));
  const sets = findSets(files, read);
  const mayBeDirect = config !== undefined || sets.length > 0 || speaksOfSupabase(files, read);
  if (!mayBeDirect) return empty(null);
  const { files: sql, troubles } = await filesOf(sets, read);
  const clients = await clientsIn(files, read, signal);
  const direct = directBy(sql, clients.made);
  if (sets.length === 0) return empty(direct, direct === null ? [] : clients.used);
  // Where only the code shows it, another chain may belong to another database.
  const isReplayed = direct !== null && sql.some(({ text }) => CLIENT_SQL.test(text));
  const own = isReplayed ? replayed(sets, sql) : sql;
  const ran = await runOn(
    isReplayed ? databaseUrl : undefined,
    {
      files: own,
      sets: sets.map(({ kind, folder }) => ({ kind, folder })),
      replay: isReplayed,
      schemas: schemasOf(config === undefined ? '' : (read(config) ?? '')),
    },
    signal,
  );
  if (!ran.ok) {
    const missing = {
      ok: false,
      reason: `The migrations could not be replayed: ${ran.reason}.`,
      unlock:
        isReplayed && databaseUrl !== undefined
          ? 'Give an empty PostgreSQL 15 or later that may be thrown away, on this machine (docker run -p 5432:5432 -e POSTGRES_PASSWORD=x postgres), or none: the embedded one is used then.'
          : 'Run `supabase db advisors` (or ask the catalog) on a throwaway copy of the database.',
    } as const;
    return { schema: missing, proofs: missing };
  }
  const { proofs, ...rest } = ran.value;
  const known = new Set([...rest.tables, ...rest.views].map(({ name }) => name));
  const unknown = direct === null ? [] : clients.used.filter(({ name }) => !known.has(name));
  const missing = withMakers(unknown, files, new Set(own.map(({ path }) => path)), read);
  const schema: DataSchema = {
    ...rest,
    troubles: [...troubles, ...rest.troubles],
    direct,
    stopped: ran.stopped,
    missing,
  };
  return { schema: { ok: true, value: schema }, proofs: { ok: true, value: proofs } };
};

const empty = (direct: DataSchema['direct'], missing: DataSchema['missing'] = []): Built => ({
  schema: { ok: true, value: { ...EMPTY, sets: [], direct, missing } },
  proofs: { ok: true, value: { proofs: [], withoutRow: [] } },
});

/** Supabase's own migrations are the database where there are any, and the longest chain of several; other sets may belong to another one. */
const replayed = (sets: readonly FoundSet[], sql: readonly SqlFile[]): SqlFile[] => {
  const [chosen] = sets
    .map((set, index) => ({
      index,
      supabase: set.kind === 'supabase' || set.kind === 'declarative',
      length: set.files.length,
    }))
    .toSorted((a, b) => Number(b.supabase) - Number(a.supabase) || b.length - a.length);
  return sql.filter(({ set }) => set === chosen?.index);
};

const filesOf = async (
  sets: readonly FoundSet[],
  read: Read,
): Promise<{ files: SqlFile[]; troubles: SqlTrouble[] }> => {
  const files: SqlFile[] = [];
  const troubles: SqlTrouble[] = [];
  let bytes = 0;
  for (const [set, { files: paths }] of sets.entries()) {
    for (const path of paths) {
      const text = read(path);
      bytes += text?.length ?? 0;
      if (text === null || bytes > MOST_BYTES) {
        troubles.push({
          place: { path, line: 1 },
          kind: 'refused',
          text: '',
          reason: text === null ? 'the file is too large or no text' : 'there is more SQL than is read',
          relations: [],
        });
        continue;
      }
      if (path.endsWith('.sql')) {
        files.push({ path, set, text, line: 1 });
        continue;
      }
      const { statements, open } = await sqlInCode(path, text);
      for (const one of statements) files.push({ path, set, text: one.text, line: one.line });
      const [first] = open;
      if (first !== undefined)
        troubles.push({
          place: { path, line: first.line },
          kind: 'not literal',
          text: first.what,
          reason: `${open.length} of its calls put their SQL together when they run`,
          relations: [],
        });
    }
  }
  return { files, troubles };
};

const MANIFESTS = /^(?:(?:apps|packages|web|client|frontend|app)\/(?:[^/]+\/)?)?package\.json$/;

const speaksOfSupabase = (files: readonly string[], read: Read): boolean =>
  files
    .filter((path) => MANIFESTS.test(path))
    .slice(0, 200)
    .some((path) => read(path)?.includes('"@supabase/') === true);

const directBy = (sql: readonly SqlFile[], made: SqlPlace | null): DataSchema['direct'] => {
  const policy = sql.find(({ text }) => CLIENT_SQL.test(text));
  if (policy !== undefined)
    return { by: 'its migrations speak of the roles of clients', place: { path: policy.path, line: 1 } };
  if (made !== null) return { by: 'the code makes a Supabase client', place: made };
  return null;
};

/** `[api] schemas = ["public", …]` of Supabase's config; storage is always looked at through its buckets. */
const schemasOf = (toml: string): string[] => {
  const found = /^\s*schemas\s*=\s*\[([^\]]*)\]/m
    .exec(toml)?.[1]
    ?.match(/["']([\w]+)["']/g)
    ?.map((name) => name.slice(1, -1)) ?? ['public'];
  return [...new Set(['public', ...found])].filter((name) => !/^(?:graphql_public|storage|auth)$/.test(name));
};
