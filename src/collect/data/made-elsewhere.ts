import type { SqlPlace, UsedRelation } from '../../model/evidence/data.ts';

const SCHEMA_FILE = /(?:^|\/)supabase\/schemas\/.*\.sql$/;
const SEED = /(?:^|\/)(?:seeds?\/[^/]+|seed[\w.-]*)\.sql$/;
const MOST_FILES = 2_000;
const CREATES =
  /\bcreate\s+(?:or\s+replace\s+)?(?:unlogged\s+)?(?:table|view|materialized\s+view)\s+(?:if\s+not\s+exists\s+)?(?:"?public"?\s*\.\s*)?"?(\w+)"?/gi;

type By = NonNullable<UsedRelation['made']>['by'];

/**
 * Tables that the replay does not have, with the SQL of the repository that would make them: a migration that failed, a seed, a declared schema, a
 * file that somebody ran by hand. `migrations` are the paths of those that were replayed.
 */
export const withMakers = (
  missing: readonly UsedRelation[],
  files: readonly string[],
  migrations: ReadonlySet<string>,
  read: (path: string) => string | null,
): UsedRelation[] => {
  if (missing.length === 0) return [];
  const makers = new Map<string, { by: By; place: SqlPlace }>();
  for (const path of files.filter((one) => one.endsWith('.sql')).slice(0, MOST_FILES)) {
    const by: By = migrations.has(path)
      ? 'migration'
      : SCHEMA_FILE.test(path)
        ? 'schema'
        : SEED.test(path)
          ? 'seed'
          : 'other';
    const text = read(path) ?? '';
    for (const found of text.matchAll(CREATES)) {
      const name = (found[1] ?? '').toLowerCase();
      const known = makers.get(name);
      if (known !== undefined && RANK[known.by] <= RANK[by]) continue;
      makers.set(name, { by, place: { path, line: text.slice(0, found.index).split('\n').length } });
    }
  }
  return missing.map((one) => {
    const made = makers.get(one.name.slice(one.name.indexOf('.') + 1).toLowerCase());
    return made === undefined ? one : { ...one, made };
  });
};

const RANK: Readonly<Record<By, number>> = { migration: 0, schema: 1, seed: 2, other: 3 };
