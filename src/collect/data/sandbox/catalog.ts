import type {
  ClientRole,
  DataBucket,
  DataColumn,
  DataFunction,
  DataPolicy,
  DataTable,
  DataVerb,
  DataView,
  SqlPlace,
} from '../../../model/evidence/data.ts';
import { type Database, quoted, type Row } from './database.ts';
import { meaningOf, privacyOf } from './meaning.ts';
import type { Replay } from './replay.ts';

export interface Catalog {
  tables: DataTable[];
  views: DataView[];
  functions: DataFunction[];
  buckets: DataBucket[];
  filePolicies: DataPolicy[];
}

const text = (row: Row, key: string): string => (typeof row[key] === 'string' ? row[key] : '');
const list = <T>(row: Row, key: string): T[] => (Array.isArray(row[key]) ? (row[key] as T[]) : []);

const CLIENTS: readonly ClientRole[] = ['anon', 'authenticated'];
const VERBS: readonly DataVerb[] = ['select', 'insert', 'update', 'delete'];
const ASKS_WHO =
  /auth\.(?:uid|jwt|role|email)\s*\(|request\.jwt|current_user|session_user|\b(?:has_role|is_admin|is_owner|is_member|check_admin|require_\w+|verify_admin\w*|get_user_role|current_user_\w+|has_permission)\s*\(/i;

/** What an exposed schema holds, asked of the database after the replay. */
export const readCatalog = async (
  database: Database,
  schemas: readonly string[],
  replayed: Replay,
): Promise<Catalog> => {
  const within = [...schemas].map(quoted).join(', ');
  const foreign = `not exists (select 1 from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;
  const grants = CLIENTS.flatMap((role) =>
    VERBS.map((verb) => {
      const held = `has_table_privilege('${role}', o.oid, '${verb}')`;
      const some = verb === 'delete' ? held : `(${held} or has_any_column_privilege('${role}', o.oid, '${verb}'))`;
      return `${some} as ${role}_${verb}`;
    }),
  ).join(', ');
  const relations = await database.rows(
    `select o.oid::int as oid, n.nspname || '.' || o.relname as name, o.relkind::text as kind, o.relrowsecurity as rls, ${grants},
       coalesce(o.reloptions::text, '') as options, pg_get_viewdef(case when o.relkind in ('v', 'm') then o.oid end) as definition
     from pg_class o join pg_namespace n on n.oid = o.relnamespace
     where n.nspname in (${within}) and o.relkind in ('r', 'p', 'v', 'm') and ${foreign} order by 2`,
  );
  const columns = groupBy(
    await database.rows(
      `select a.attrelid::int as oid, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
         pg_get_expr(d.adbin, d.adrelid) as default, (a.attgenerated <> '' or a.attidentity <> '') as generated,
         exists (select 1 from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'f' and a.attnum = any (c.conkey)
           and c.confrelid = 'auth.users'::regclass) as account,
         exists (select 1 from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'f' and a.attnum = any (c.conkey)
           and c.confrelid <> 'auth.users'::regclass and not exists (select 1 from pg_constraint k join pg_constraint u on u.conrelid = k.conrelid and u.conkey = k.conkey
             where k.conrelid = c.confrelid and k.contype = 'p' and u.contype = 'f' and u.confrelid = 'auth.users'::regclass)) as leads
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attnum > 0 and not a.attisdropped and a.attrelid in (select oid from pg_class where relnamespace in (select oid from pg_namespace where nspname in (${within})))
       order by a.attrelid, a.attnum`,
    ),
  );
  const policies = groupBy(
    await database.rows(
      `select p.polrelid::int as oid, p.polname as name, p.polcmd::text as command, p.polpermissive as permissive,
         pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check,
         array(select case r when 0 then 'public' else pg_get_userbyid(r)::text end from unnest(p.polroles) r) as roles from pg_policy p order by p.polname`,
    ),
  );
  const files = (await database.rows(`select 'storage.objects'::regclass::oid::int as oid`))[0]?.['oid'];
  const triggers = groupBy(
    await database.rows(
      `select tgrelid::int as oid, tgname as name from pg_trigger where not tgisinternal order by tgname`,
    ),
  );
  const functions = await database.rows(
    `select o.proname as name, n.nspname as schema, o.prosecdef as definer, coalesce(o.proconfig::text, '') ~ 'search_path' as path,
       pg_get_function_identity_arguments(o.oid) as arguments, o.prorettype = 'trigger'::regtype or o.prorettype = 'event_trigger'::regtype as trigger, o.prosrc as source,
       has_function_privilege('anon', o.oid, 'execute') as anon, has_function_privilege('authenticated', o.oid, 'execute') as authenticated
     from pg_proc o join pg_namespace n on n.oid = o.pronamespace where n.nspname in (${within}) and o.prokind = 'f' and ${foreign} order by 1, 5`,
  );
  const buckets = await database.rows(
    'select id as name, coalesce(public, false) as public from storage.buckets order by id',
  );
  const rules = [
    ...functions.map((row) => text(row, 'source')),
    ...[...policies.values()].flat().map((row) => `${text(row, 'using')} ${text(row, 'check')}`),
  ];
  const placeOf = (key: string, ...words: string[]): SqlPlace | null =>
    replayed.places.get(key) ?? placeIn(replayed, words);
  const tables = relations
    .filter((row) => row['kind'] === 'r' || row['kind'] === 'p')
    .map((row): DataTable => {
      const name = text(row, 'name');
      const own = (columns.get(row['oid']) ?? []).map(columnOf).map((column) => askedFor(column, name, rules));
      return {
        name,
        place: placeOf(`table ${name}`, bare(name)),
        columns: own,
        rls: row['rls'] === true,
        policies: (policies.get(row['oid']) ?? []).map((policy) =>
          policyOf(
            policy,
            placeOf(`policy ${name}/${text(policy, 'name')}`, text(policy, 'name')) ?? placeOf('', bare(name)),
          ),
        ),
        grants: grantsOf(row),
        triggers: (triggers.get(row['oid']) ?? []).map((trigger) => text(trigger, 'name')),
        privacy: privacyOf(name, own),
        doubt: replayed.doubts.get(name) ?? replayed.doubts.get('*') ?? null,
      };
    });
  return {
    tables,
    views: relations
      .filter((row) => row['kind'] === 'v' || row['kind'] === 'm')
      .map((row): DataView => {
        const name = text(row, 'name');
        const may = grantsOf(row);
        return {
          name,
          place: placeOf(`view ${name}`, bare(name)),
          invoker: /security_invoker=(?:true|on|1|yes)/.test(text(row, 'options')),
          materialized: row['kind'] === 'm',
          readers: CLIENTS.filter((role) => may[role].includes('select')),
          over: tables
            .filter((table) => new RegExp(`\\b${bare(table.name)}\\b`).test(text(row, 'definition')))
            .map((table) => table.name),
        };
      }),
    functions: functions.map((row): DataFunction => ({
      name: `${text(row, 'schema')}.${text(row, 'name')}`,
      signature: `${text(row, 'name')}(${text(row, 'arguments')})`,
      place: placeOf(`function ${text(row, 'schema')}.${text(row, 'name')}`, text(row, 'name')),
      definer: row['definer'] === true,
      searchPath: row['path'] === true,
      callers: CLIENTS.filter((role) => row[role] === true),
      trigger: row['trigger'] === true,
      asksWho: ASKS_WHO.test(text(row, 'source')),
      doubt: replayed.doubts.get(`${text(row, 'schema')}.${text(row, 'name')}`) ?? null,
    })),
    filePolicies: (policies.get(files) ?? []).map((row) =>
      policyOf(row, placeOf(`policy storage.objects/${text(row, 'name')}`, text(row, 'name'))),
    ),
    buckets: buckets.map((row) => ({
      name: text(row, 'name'),
      public: row['public'] === true,
      place: placeIn(replayed, [`'${text(row, 'name')}'`]),
    })),
  };
};

const bare = (name: string): string => name.slice(name.indexOf('.') + 1);

const groupBy = (rows: readonly Row[]): Map<unknown, Row[]> => Map.groupBy(rows, (row) => row['oid']);

const grantsOf = (row: Row): DataTable['grants'] => ({
  anon: VERBS.filter((verb) => row[`anon_${verb}`] === true),
  authenticated: VERBS.filter((verb) => row[`authenticated_${verb}`] === true),
});

const columnOf = (row: Row): DataColumn => {
  const meaning = meaningOf(
    text(row, 'name'),
    text(row, 'type'),
    row['account'] === true ? 'account' : row['leads'] === true ? 'row' : null,
  );
  return {
    name: text(row, 'name'),
    type: text(row, 'type'),
    required: row['required'] === true,
    default: typeof row['default'] === 'string' ? row['default'] : null,
    generated: row['generated'] === true,
    ...(meaning === undefined ? {} : { meaning }),
  };
};

/** A right that nothing in the database asks for decides nothing there. */
const askedFor = (column: DataColumn, table: string, rules: readonly string[]): DataColumn => {
  if (column.meaning !== 'power') return column;
  const words = [bare(table), column.name].map((word) => new RegExp(`\\b${word.replaceAll(/\W/g, '.')}\\b`));
  return rules.some((rule) => words.every((word) => word.test(rule))) ? { ...column, asked: true } : column;
};

const COMMANDS: Readonly<Record<string, DataPolicy['command']>> = {
  r: 'select',
  a: 'insert',
  w: 'update',
  d: 'delete',
  '*': 'all',
};

const policyOf = (row: Row, place: SqlPlace | null): DataPolicy => ({
  name: text(row, 'name'),
  command: COMMANDS[text(row, 'command')] ?? 'all',
  roles: list<string>(row, 'roles'),
  permissive: row['permissive'] === true,
  using: typeof row['using'] === 'string' ? row['using'] : null,
  check: typeof row['check'] === 'string' ? row['check'] : null,
  place,
});

/** Objects made inside a block of code: the block that has their name in it. */
const placeIn = ({ dynamic }: Replay, words: readonly string[]): SqlPlace | null =>
  dynamic.find(({ text: block }) => words.every((word) => word !== '' && block.includes(word)))?.place ?? null;
