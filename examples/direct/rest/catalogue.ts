import type { Database } from '../database.ts';

export interface TableColumn {
  table: string;
  column: string;
  /** `character varying`, `uuid` … */
  format: string;
  nullable: boolean;
  fallback: string | null;
  isKey: boolean;
  refersTo: string | null;
  refersColumn: string | null;
}

export interface Routine {
  name: string;
  args: { name: string; type: string; optional: boolean }[];
  returnsSet: boolean;
  /** `void`, `c` for a row, otherwise a plain value. */
  returns: 'void' | 'row' | 'value';
}

export interface Catalogue {
  columns: readonly TableColumn[];
  routines: readonly Routine[];
}

const COLUMNS = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as format,
    not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as fallback,
    exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)) as "isKey",
    (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1) as "refersTo",
    (select f.attname from pg_constraint k join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
      where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1) as "refersColumn"
  from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

const ROUTINES = `
  select p.proname as name, p.proretset as "returnsSet", t.typname as type, t.typtype as kind,
    coalesce(p.proargnames, '{}') as names, p.pronargdefaults as defaults,
    array(select format_type(o, null) from unnest(p.proargtypes) o) as types
  from pg_proc p join pg_type t on t.oid = p.prorettype
  where p.pronamespace = 'public'::regnamespace and t.typname <> 'trigger' and p.prokind = 'f'`;

interface RawRoutine {
  name: string;
  returnsSet: boolean;
  type: string;
  kind: string;
  names: string[];
  defaults: number;
  types: string[];
}

/** What PostgREST calls its schema cache. */
export const readCatalogue = async (database: Database): Promise<Catalogue> => {
  const columns = await database.own<TableColumn>(COLUMNS);
  const routines = await database.own<RawRoutine>(ROUTINES);
  return {
    columns,
    routines: routines.map(({ name, names, types, defaults, returnsSet, type, kind }) => ({
      name,
      args: types.map((one, index) => ({
        name: names[index] ?? '',
        type: one,
        optional: index >= types.length - defaults,
      })),
      returnsSet,
      returns: type === 'void' ? 'void' : kind === 'c' || type === 'record' ? 'row' : 'value',
    })),
  };
};
