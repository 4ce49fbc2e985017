import type { Claims, Database } from '../database.ts';
import type { Catalogue, TableColumn } from './catalogue.ts';

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:smallint|integer|bigint)/, 'integer'],
  [/^(?:numeric|real|double)/, 'number'],
  [/^boolean/, 'boolean'],
  [/\[\]$/, 'array'],
];

const propertyOf = ({ format, fallback, isKey, refersTo, refersColumn }: TableColumn): object => {
  const notes = [
    ...(isKey ? ['This is a Primary Key.<pk/>'] : []),
    ...(refersTo === null || refersTo.includes('.')
      ? []
      : [
          `This is a Foreign Key to \`${refersTo}.${refersColumn}\`.<fk table='${refersTo}' column='${refersColumn}'/>`,
        ]),
  ];
  return {
    ...(fallback === null ? {} : { default: fallback }),
    ...(notes.length === 0 ? {} : { description: `Note:\n${notes.join('\n')}` }),
    format: format.replace(/\(.*\)/, ''),
    type: TYPES.find(([pattern]) => pattern.test(format))?.[1] ?? 'string',
  };
};

/** PostgREST's description of itself: what the asking role has any right to. */
export const describe = async (
  database: Database,
  { columns, routines }: Catalogue,
  claims: Claims,
): Promise<object> => {
  const tables = await database.as(claims, async (tx) => {
    const { rows } = await tx.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
        and has_table_privilege(oid, 'select, insert, update, delete')`,
    );
    return rows.map(({ name }) => name);
  });
  const callable = await database.as(claims, async (tx) => {
    const { rows } = await tx.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and has_function_privilege(oid, 'execute')`,
    );
    return new Set(rows.map(({ name }) => name));
  });
  const own = (table: string): readonly TableColumn[] => columns.filter((one) => one.table === table);
  return {
    swagger: '2.0',
    info: { title: 'standard public schema', version: '13.0.0' },
    paths: Object.fromEntries([
      ...tables.map((table) => [`/${table}`, { get: {}, post: {}, patch: {}, delete: {} }]),
      ...routines
        .filter(({ name }) => callable.has(name))
        .map(({ name, args }) => [
          `/rpc/${name}`,
          {
            post: {
              parameters: [
                {
                  in: 'body',
                  name: 'args',
                  schema: {
                    type: 'object',
                    required: args.filter(({ optional }) => !optional).map((arg) => arg.name),
                    properties: Object.fromEntries(args.map((arg) => [arg.name, { format: arg.type, type: 'string' }])),
                  },
                },
              ],
            },
          },
        ]),
    ]),
    definitions: Object.fromEntries(
      tables.map((table) => [
        table,
        {
          type: 'object',
          required: own(table)
            .filter(({ nullable }) => !nullable)
            .map(({ column }) => column),
          properties: Object.fromEntries(own(table).map((one) => [one.column, propertyOf(one)])),
        },
      ]),
    ),
  };
};
