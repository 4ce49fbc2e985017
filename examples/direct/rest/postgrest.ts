import type { Transaction } from '@electric-sql/pglite';
import { answer, jsonOf, Refusal, type Call } from '../http.ts';
import type { Catalogue } from './catalogue.ts';
import { refusalOf } from './errors.ts';
import { describe } from './openapi.ts';
import { columnsOf, literal, name, orderOf, whereOf, windowOf } from './query.ts';

export interface RestOptions {
  catalogue: Catalogue;
  /** `db-tx-end = commit-allow-override`; off at Supabase. */
  allowRollback: boolean;
  /** Answers `GET /` to the anonymous key. */
  describes: boolean;
}

const refuse = (status: number, code: string, message: string, hint: string | null = null): Refusal =>
  new Refusal(status, { code, details: null, hint, message });

interface Wanted {
  returns: 'minimal' | 'representation' | 'headers-only';
  count: boolean;
  rollback: boolean;
  merges: boolean;
  ignores: boolean;
  single: boolean;
}

const wantedOf = ({ req }: Call, { allowRollback }: RestOptions): Wanted => {
  const prefer = String(req.headers['prefer'] ?? '');
  const returns = /return=(minimal|representation|headers-only)/.exec(prefer)?.[1] as Wanted['returns'] | undefined;
  return {
    returns: returns ?? 'minimal',
    count: /count=(?:exact|planned|estimated)/.test(prefer),
    rollback: allowRollback && /tx=rollback/.test(prefer),
    merges: /resolution=merge-duplicates/.test(prefer),
    ignores: /resolution=ignore-duplicates/.test(prefer),
    single: /vnd\.pgrst\.object/.test(String(req.headers['accept'] ?? '')),
  };
};

type Row = Record<string, unknown>;

/** PostgREST's documented way of speaking: filters, counts, Prefer, upserts, functions and its own description. */
export const rest = async (call: Call, options: RestOptions): Promise<void> => {
  const { claims } = call;
  try {
    if (call.path === '/' || call.path === '') return await root(call, options);
    const [, first = '', second] = call.path.split('/');
    if (first === 'rpc') return await callFunction(call, options, second ?? '');
    const isKnown = options.catalogue.columns.some(({ table }) => table === first);
    if (!isKnown) throw refuse(404, 'PGRST205', `Could not find the table 'public.${first}' in the schema cache`);
    return await onTable(call, options, first);
  } catch (error) {
    const { status, body } = refusalOf(error, claims.role === 'anon');
    answer(call.res, status, body);
  }
};

const root = async ({ res, claims, database }: Call, { catalogue, describes }: RestOptions): Promise<void> => {
  if (!describes && claims.role !== 'service_role') throw refuse(403, '42501', 'Access to schema is forbidden');
  answer(res, 200, await describe(database, catalogue, claims), {
    'content-type': 'application/openapi+json; charset=utf-8',
  });
};

const onTable = async (call: Call, options: RestOptions, table: string): Promise<void> => {
  const { req, url, claims, database } = call;
  const wanted = wantedOf(call, options);
  const query = url.searchParams;
  const where = whereOf(query);
  const target = `public.${name(table)}`;
  const reads = req.method === 'GET' || req.method === 'HEAD';
  const outcome = await database.as(
    claims,
    async (tx) => {
      if (reads) return select(tx, call, target, where, wanted);
      const write = writeOf(call, options, table, target, where, wanted);
      const returning = wanted.returns === 'representation' ? ` returning ${columnsOf(query)}` : '';
      const { rows, affectedRows } = await tx.query<Row>(write + returning);
      checkSingle(rows.length, wanted.single && returning !== '');
      return { rows, total: affectedRows ?? rows.length, offset: 0 };
    },
    { readOnly: reads, rollback: wanted.rollback },
  );
  const status = reads ? (partial(outcome, wanted) ? 206 : 200) : statusOf(req.method ?? '', wanted);
  respond(call, status, outcome, wanted, reads || wanted.returns === 'representation');
};

interface Outcome {
  rows: Row[];
  total: number | null;
  offset: number;
}

const partial = ({ rows, total, offset }: Outcome, { count }: Wanted): boolean =>
  count && total !== null && offset + rows.length < total;

const statusOf = (method: string, { returns }: Wanted): number =>
  method === 'POST' ? 201 : returns === 'representation' ? 200 : 204;

const checkSingle = (rows: number, single: boolean): void => {
  if (single && rows !== 1)
    throw new Refusal(406, {
      code: 'PGRST116',
      details: `The result contains ${rows} rows`,
      hint: null,
      message: 'Cannot coerce the result to a single JSON object',
    });
};

const select = async (tx: Transaction, call: Call, target: string, where: string, wanted: Wanted): Promise<Outcome> => {
  const { url, req } = call;
  const { limit, offset } = windowOf(url.searchParams, req.headers['range'] as string | undefined);
  const page = `${limit === null ? '' : ` limit ${limit}`}${offset === 0 ? '' : ` offset ${offset}`}`;
  const sql = `select ${columnsOf(url.searchParams)} from ${target}${where}${orderOf(url.searchParams)}${page}`;
  const { rows } = await tx.query<Row>(sql);
  const total = wanted.count
    ? ((await tx.query<{ n: number }>(`select count(*)::int as n from ${target}${where}`)).rows[0]?.n ?? 0)
    : null;
  checkSingle(rows.length, wanted.single);
  return { rows, total, offset };
};

const writeOf = (
  { req, url, body }: Call,
  { catalogue }: RestOptions,
  table: string,
  target: string,
  where: string,
  wanted: Wanted,
): string => {
  if (req.method === 'DELETE') return `delete from ${target}${where}`;
  const given = jsonOf(body) as Row | Row[];
  const list = Array.isArray(given) ? given : [given];
  const asked = url.searchParams
    .get('columns')
    ?.split(',')
    .map((one) => one.replaceAll('"', ''));
  const columns = asked ?? [...new Set(list.flatMap((row) => Object.keys(row)))];
  const known = new Set(catalogue.columns.filter((one) => one.table === table).map(({ column }) => column));
  for (const column of columns)
    if (!known.has(column))
      throw refuse(400, 'PGRST204', `Could not find the '${column}' column of '${table}' in the schema cache`);
  const names = columns.map(name).join(', ');
  const json = literal(JSON.stringify(list));
  if (req.method === 'PATCH') {
    const row = `json_populate_recordset(null::${target}, ${json})`;
    const sets = columns.map((one) => `${name(one)} = (select b.${name(one)} from ${row} b limit 1)`).join(', ');
    return `update ${target} set ${sets}${where}`;
  }
  if (req.method !== 'POST') throw refuse(405, 'PGRST117', `Unsupported HTTP method: ${req.method}`);
  const conflict = url.searchParams.get('on_conflict')?.split(',').map(name).join(', ');
  const keys = catalogue.columns.filter((one) => one.table === table && one.isKey).map(({ column }) => name(column));
  const sets = columns.map((one) => `${name(one)} = excluded.${name(one)}`).join(', ');
  const upsert = wanted.merges
    ? ` on conflict (${conflict ?? keys.join(', ')}) do update set ${sets}`
    : wanted.ignores
      ? ` on conflict (${conflict ?? keys.join(', ')}) do nothing`
      : '';
  if (columns.length === 0) return `insert into ${target} default values`;
  return `insert into ${target} (${names}) select ${names} from json_populate_recordset(null::${target}, ${json})${upsert}`;
};

const callFunction = async (call: Call, options: RestOptions, wantedName: string): Promise<void> => {
  const { req, url, body, claims, database } = call;
  const reads = req.method === 'GET' || req.method === 'HEAD';
  const given: Record<string, unknown> = reads ? Object.fromEntries(url.searchParams) : jsonOf(body);
  const same = options.catalogue.routines.filter((one) => one.name === wantedName);
  const argNames = Object.keys(given);
  const routine = same.find(
    ({ args }) =>
      args.every((arg) => arg.optional || argNames.includes(arg.name)) &&
      (reads || argNames.every((one) => args.some((arg) => arg.name === one))),
  );
  if (routine === undefined) {
    const nearest = same[0];
    const hint =
      nearest === undefined
        ? null
        : `Perhaps you meant to call the function public.${wantedName}(${nearest.args.map((arg) => arg.name).join(', ')})`;
    throw refuse(404, 'PGRST202', `Could not find the function public.${wantedName} in the schema cache`, hint);
  }
  const used = routine.args.filter((arg) => argNames.includes(arg.name));
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const args = used.map((arg) => `${name(arg.name)} => ${literal(text(given[arg.name]))}::${arg.type}`).join(', ');
  const wanted = wantedOf(call, options);
  const query = new URLSearchParams(
    [...url.searchParams].filter(([key]) => !routine.args.some((arg) => arg.name === key)),
  );
  const { limit, offset } = windowOf(query, req.headers['range'] as string | undefined);
  const page = `${limit === null ? '' : ` limit ${limit}`}${offset === 0 ? '' : ` offset ${offset}`}`;
  const rows = await database.as(
    claims,
    async (tx) => {
      const from = `public.${name(wantedName)}(${args})`;
      if (routine.returns === 'row')
        return (await tx.query<Row>(`select ${columnsOf(query)} from ${from}${whereOf(query)}${orderOf(query)}${page}`))
          .rows;
      return (await tx.query<{ value: unknown }>(`select ${from} as value${page}`)).rows.map(({ value }) => value);
    },
    { readOnly: reads, rollback: wanted.rollback },
  );
  if (routine.returns === 'void') return answer(call.res, 204);
  if (routine.returnsSet) checkSingle(rows.length, wanted.single);
  answer(call.res, 200, routine.returnsSet && !wanted.single ? rows : (rows[0] ?? null));
};

const respond = (call: Call, status: number, outcome: Outcome, wanted: Wanted, shows: boolean): void => {
  const { rows, total, offset } = outcome;
  const range = rows.length === 0 ? '*' : `${offset}-${offset + rows.length - 1}`;
  const applied = wanted.rollback ? { 'preference-applied': 'tx=rollback' } : {};
  const headers = { 'content-range': `${range}/${total !== null && wanted.count ? total : '*'}`, ...applied };
  const body = wanted.single ? rows[0] : rows;
  answer(call.res, status, shows && call.req.method !== 'HEAD' ? body : undefined, headers);
};
