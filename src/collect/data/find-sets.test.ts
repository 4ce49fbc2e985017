import { expect, test } from 'vitest';
import { findSets } from './find-sets.ts';

const find = (
  files: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): readonly (readonly [string, string, readonly string[]])[] =>
  findSets(files.toSorted(), (path) => texts[path] ?? null).map(({ kind, folder, files: own }) => [kind, folder, own]);

test('Supabase runs what begins with a number, in the order of names', () => {
  expect(
    find([
      'supabase/migrations/20250102_b.sql',
      'supabase/migrations/20250101_a.sql',
      'supabase/migrations/by-hand.sql',
      'supabase/seed.sql',
    ]),
  ).toEqual([
    ['supabase', 'supabase/migrations', ['supabase/migrations/20250101_a.sql', 'supabase/migrations/20250102_b.sql']],
  ]);
});

test('Drizzle’s journal says the order', () => {
  const journal = JSON.stringify({ entries: [{ tag: '0001_b' }, { tag: '0000_a' }, { tag: '../../etc/passwd' }] });
  expect(
    find(['drizzle/0000_a.sql', 'drizzle/0001_b.sql', 'drizzle/meta/_journal.json'], {
      'drizzle/meta/_journal.json': journal,
    }),
  ).toEqual([['drizzle', 'drizzle', ['drizzle/0001_b.sql', 'drizzle/0000_a.sql']]]);
});

test('Prisma has a folder for each', () => {
  expect(
    find([
      'prisma/migrations/2_b/migration.sql',
      'prisma/migrations/1_a/migration.sql',
      'prisma/migrations/migration_lock.toml',
    ]),
  ).toEqual([
    ['prisma', 'prisma/migrations', ['prisma/migrations/1_a/migration.sql', 'prisma/migrations/2_b/migration.sql']],
  ]);
});

test('plain SQL in a folder of migrations, without the ways back', () => {
  expect(
    find([
      'db/migrations/0001_a.up.sql',
      'db/migrations/0001_a.down.sql',
      'db/migrations/V2__b.sql',
      'sql/report.sql',
      'test/migrations/0001_x.sql',
    ]),
  ).toEqual([['sql', 'db/migrations', ['db/migrations/0001_a.up.sql', 'db/migrations/V2__b.sql']]]);
});

test('migrations in code are told apart by what they are given', () => {
  const texts = {
    'migrations/20250101_a.ts': `import type { Knex } from 'knex'; export const up = (knex: Knex) => knex.raw('select 1');`,
    'src/migrations/1700000000_b.ts': 'export class B { up(queryRunner: QueryRunner) {} }',
  };
  expect(find(Object.keys(texts), texts).map(([kind]) => kind)).toEqual(['knex', 'typeorm']);
});

test('nothing of the kind, no set', () => {
  expect(find(['src/index.ts', 'README.md'])).toEqual([]);
});

test('a declared schema of Supabase is what there is, in the order of its config; migrations come before it', () => {
  const files = [
    'supabase/schemas/a.sql',
    'supabase/schemas/b.sql',
    'supabase/schemas/types/c.sql',
    'supabase/config.toml',
  ];
  const config = '[db.migrations]\nschema_paths = [\n  "./schemas/types/*.sql",\n  "./schemas/b.sql",\n]\n';
  expect(findSets(files, (path) => (path.endsWith('.toml') ? config : ''))).toEqual([
    {
      kind: 'declarative',
      folder: 'supabase/schemas',
      files: ['supabase/schemas/types/c.sql', 'supabase/schemas/b.sql', 'supabase/schemas/a.sql'],
    },
  ]);
  const both = findSets([...files, 'supabase/migrations/20240101000000_a.sql'], () => '');
  expect(both.map(({ kind }) => kind)).toEqual(['supabase']);
});
