import type * as Data from '../model/evidence/data.ts';
import { flag, list, members, number, oneOf, orNull, text } from './shape.ts';

const MOST = 50_000;
const name = text(1_000);
const words = text(20_000);
const names = list(name, MOST);
const place = members<Data.SqlPlace>({ path: text(4_000), line: number });
const maybePlace = orNull(place);
const verbs = list(oneOf('select', 'insert', 'update', 'delete'));
const clients = list(oneOf('anon', 'authenticated'));

const column = members<Data.DataColumn>(
  { name, type: name, required: flag, default: orNull(words), generated: flag },
  { meaning: oneOf('owner', 'link', 'personal', 'secret', 'power', 'money'), asked: flag },
);

const policy = members<Data.DataPolicy>({
  name,
  command: oneOf('select', 'insert', 'update', 'delete', 'all'),
  roles: names,
  permissive: flag,
  using: orNull(text()),
  check: orNull(text()),
  place: maybePlace,
});

const table = members<Data.DataTable>({
  name,
  place: maybePlace,
  columns: list(column, MOST),
  rls: flag,
  policies: list(policy, MOST),
  grants: members<Data.DataTable['grants']>({ anon: verbs, authenticated: verbs }),
  triggers: names,
  privacy: members<Data.DataTable['privacy']>({ kind: oneOf('private', 'public', 'unclear'), because: words }),
  doubt: orNull(words),
});

/** What the migrations build. */
export const schema = members<Data.DataSchema>({
  sets: list(
    members<Data.MigrationSet>({
      kind: oneOf('supabase', 'declarative', 'drizzle', 'prisma', 'sql', 'knex', 'typeorm', 'kysely', 'sequelize'),
      folder: text(4_000),
      files: number,
      statements: number,
      parsed: number,
      replayed: number,
    }),
  ),
  direct: orNull(members<NonNullable<Data.DataSchema['direct']>>({ by: words, place: maybePlace })),
  troubles: list(
    members<Data.SqlTrouble>({
      place,
      kind: oneOf('syntax', 'refused', 'endless', 'failed', 'not literal'),
      text: words,
      reason: words,
      relations: names,
    }),
    MOST,
  ),
  stopped: orNull(words),
  tables: list(table, MOST),
  views: list(
    members<Data.DataView>({
      name,
      place: maybePlace,
      invoker: flag,
      materialized: flag,
      readers: clients,
      over: names,
    }),
    MOST,
  ),
  functions: list(
    members<Data.DataFunction>({
      name,
      signature: words,
      place: maybePlace,
      definer: flag,
      searchPath: flag,
      callers: clients,
      trigger: flag,
      asksWho: flag,
      doubt: orNull(words),
    }),
    MOST,
  ),
  buckets: list(members<Data.DataBucket>({ name, public: flag, place: maybePlace }), MOST),
  filePolicies: list(policy, MOST),
  missing: list(
    members<Data.UsedRelation>(
      { name, place },
      {
        made: members<NonNullable<Data.UsedRelation['made']>>({
          by: oneOf('migration', 'schema', 'seed', 'other'),
          place,
        }),
      },
    ),
    MOST,
  ),
});

/** What was tried in the throwaway database. */
export const proofs = members<Data.DataProofs>({
  proofs: list(
    members<Data.DataProof>({
      subject: words,
      on: oneOf('table', 'view', 'function', 'bucket'),
      verb: oneOf('read', 'change', 'delete', 'add', 'forge', 'promote'),
      actor: oneOf('visitor', 'other account'),
      outcome: oneOf('open', 'closed', 'unproven'),
      sql: words,
      shown: orNull(words),
      columns: names,
      reason: orNull(words),
    }),
    200_000,
  ),
  withoutRow: list(members<Data.DataProofs['withoutRow'][number]>({ table: name, reason: words }), MOST),
});

/** Rules of Firebase. */
export const rules = list(
  members<Data.FirebaseRule>({
    product: oneOf('firestore', 'storage', 'realtime database'),
    place,
    path: words,
    operations: names,
    condition: words,
    lets: oneOf('everybody', 'any account', 'dated', 'some'),
    private: flag,
  }),
  MOST,
);
