import type { DataProof } from '../../../model/evidence/data.ts';
import { namedRelation, named, quoted, type Row } from '../sandbox/database.ts';
import { IDS } from './actors.ts';
import { ACTORS, inTransaction } from './transaction.ts';
import type { Rows } from './rows.ts';
import type { Structure } from './structure.ts';
import { proof, ROLE, tooMuch } from './proof.ts';
import { attempt, shown } from './trial.ts';
import { canariesOf, found, type Part } from './views.ts';

interface Called {
  schema: string;
  name: string;
  source: string;
  arguments: readonly { name: string; type: string }[];
}

/** Made anew from other tables whenever somebody asks. */
const DERIVED = /cache|_stats$|_summary$|_counts?$|materiali[sz]ed|_index$/i;
/** What changes without harm when somebody looks or counts. */
const HARMLESS =
  /^(?:updated_at|last_\w+|modified_at|\w*(?:views?|count|counter|clicks|impressions|likes|shares|downloads|helpful|plays|score)\w*)$/i;

/** Calls each `security definer` function as B and as a visitor with the ids of A's rows, and looks at what comes back and what has changed. */
export const proveFunctions = async ({ database, catalog, structures, proving, proofs }: Part): Promise<void> => {
  const definers = catalog.functions.filter((one) => one.definer && !one.trigger && one.callers.length > 0);
  if (definers.length === 0) return;
  const rows = await database.rows(
    `select n.nspname as schema, p.proname as name, p.prosrc as source, n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as key,
       array(select format_type(t, null)::text from unnest(p.proargtypes) with ordinality u(t, i) order by i) as types, p.pronargdefaults as defaults,
       coalesce(p.proargnames, '{}') as names, p.proargmodes::text as modes
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef`,
  );
  const called = new Map(rows.map((row) => [String(row['key']), calledOf(row)]));
  for (const one of definers) {
    const schema = one.name.slice(0, one.name.indexOf('.'));
    const subject = `${schema}.${one.signature}`;
    const it = called.get(subject);
    proving.begins(`proof ${subject}`);
    if (proving.skip.has(subject)) proofs.push(tooMuch({ subject, on: 'function' }));
    if (it === undefined || proving.skip.has(subject)) continue;
    const tables = [...structures.keys()]
      .filter((name) => new RegExp(`\\b${name.slice(name.indexOf('.') + 1)}\\b`).test(it.source))
      .slice(0, 8);
    await inTransaction(database, structures, async (made) => {
      const canaries = await canariesOf(made, structures, tables);
      const watched = await watch(made, structures, tables);
      const sql = `select to_jsonb(f) as row from ${named(it.schema)}.${named(it.name)}(${(await argumentsFor(it, made, structures, tables)).join(', ')}) f limit 100`;
      for (const actor of ACTORS)
        if (one.callers.includes(ROLE[actor]))
          proofs.push(...(await call({ database, subject, sql, actor, canaries, watched })));
    });
  }
};

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const calledOf = (row: Row): Called => {
  const types = strings(row['types']);
  const names = strings(row['names']);
  const required = types.length - Number(row['defaults'] ?? 0);
  // Optional ones are left at their defaults.
  return {
    schema: String(row['schema']),
    name: String(row['name']),
    source: String(row['source']),
    arguments: types.slice(0, required).map((type, index) => ({ type, name: names[index] ?? '' })),
  };
};

interface Watched {
  table: string;
  where: string;
  values: Row;
}

const watch = async (
  rows: Rows,
  structures: ReadonlyMap<string, Structure>,
  tables: readonly string[],
): Promise<Watched[]> => {
  const all: Watched[] = [];
  for (const table of tables) {
    const isConcerning =
      structures.get(table)?.table.columns.some(({ meaning }) => meaning === 'owner' || meaning === 'link') === true;
    const making = await rows.of(table, 'a');
    if (making.ok && isConcerning && !DERIVED.test(table))
      all.push({ table, where: making.made.where, values: making.made.values });
  }
  return all;
};

const argumentsFor = async (
  { arguments: taken }: Called,
  rows: Rows,
  structures: ReadonlyMap<string, Structure>,
  tables: readonly string[],
): Promise<string[]> => {
  const values: string[] = [];
  for (const { name, type } of taken) {
    const bare = name.replace(/^_+|^(?:p|in|v|arg|target)_+|_+$/gi, '').toLowerCase();
    const word = bare.replace(/_?(?:id|uuid)s?$/, '');
    const table =
      tables.find((one) => new RegExp(`\\.(?:\\w+_)?${word}(?:s|es)?$`).test(one) && word !== '') ??
      (word === '' ? tables[0] : undefined);
    const making = table === undefined ? undefined : await rows.of(table, 'a');
    const key = table === undefined ? undefined : structures.get(table)?.key[0];
    const id = making?.ok === true && key !== undefined ? making.made.values[key] : undefined;
    const isPerson = /user|profile|owner|buyer|seller|customer|vendor|member|account|sender|author/.test(bare);
    if (/\[\]$/.test(type)) values.push(`'{}'::${type}`);
    else if (/uuid/.test(type))
      values.push(
        `${quoted(typeof id === 'string' && !(isPerson && !table?.endsWith(`${word}s`)) ? id : IDS.a)}::uuid`,
      );
    else if (/int|numeric|double|real/.test(type))
      values.push(`${typeof id === 'number' && /id$/.test(bare) ? id : 1}::${type}`);
    else if (/bool/.test(type)) values.push('true');
    else if (/json/.test(type)) values.push(`'{}'::${type}`);
    else if (/timestamp|date/.test(type)) values.push(`now()::${type}`);
    else if (/role/.test(bare)) values.push(`'admin'`);
    else if (/^(?:text|character varying)/.test(type))
      values.push(quoted(isPerson || /id$/.test(bare) ? (typeof id === 'string' ? id : IDS.a) : 'x'));
    else values.push(`null::${type}`);
  }
  return values;
};

interface Call {
  database: Part['database'];
  subject: string;
  sql: string;
  actor: DataProof['actor'];
  canaries: ReadonlyMap<string, string>;
  watched: readonly Watched[];
}

const call = async ({ database, subject, sql, actor, canaries, watched }: Call): Promise<DataProof[]> => {
  const base = { subject, on: 'function' as const, actor, sql };
  const after = watched
    .map(
      ({ table, where }, index) =>
        `select ${index} as watched, (select to_jsonb(t) from ${namedRelation(table)} t where ${where}) as row`,
    )
    .join(' union all ');
  const tried = await attempt(database, { actor, sql, ...(after === '' ? {} : { after }) });
  if (!tried.ok) return [proof({ ...base, verb: 'read', reason: tried.reason }, tried.denied ? 'closed' : 'unproven')];
  const proofs: DataProof[] = [];
  const hit = found(tried.rows, canaries);
  if (hit !== undefined)
    proofs.push(proof({ ...base, verb: 'read', columns: hit.columns, shown: shown(hit.row) }, 'open'));
  for (const [index, { table, values }] of watched.entries()) {
    const now = tried.after.find((row) => row['watched'] === index)?.['row'];
    if (now === null || now === undefined) {
      proofs.push(
        proof({ ...base, verb: 'delete', columns: [table], shown: `the row of A in ${table} was gone` }, 'open'),
      );
      continue;
    }
    const columns = Object.keys(values).filter(
      (column) => !HARMLESS.test(column) && JSON.stringify((now as Row)[column]) !== JSON.stringify(values[column]),
    );
    if (columns.length > 0)
      proofs.push(
        proof(
          {
            ...base,
            verb: 'change',
            columns: columns.map((column) => `${table}.${column}`),
            shown: `${table}: ${shown(now as Row, columns)}`,
          },
          'open',
        ),
      );
  }
  return proofs.length > 0 ? proofs : [proof({ ...base, verb: 'read' }, 'closed')];
};
