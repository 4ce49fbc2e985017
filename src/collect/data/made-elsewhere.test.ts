import { expect, test } from 'vitest';
import { withMakers } from './made-elsewhere.ts';

test('what would make a table that is not there', () => {
  const texts: Record<string, string> = {
    'supabase/migrations/1.sql':
      'select 1;\ncreate table if not exists public.invoices (order_id uuid references gone);',
    'supabase/seed.sql': 'create table cities (id int);',
    'supabase/schemas/teams.sql': 'CREATE TABLE "teams" (id int);\ncreate view invoices as select 1;',
    'repair.sql': '-- run me\n\ncreate materialized view stats as select 1;',
  };
  const place = { path: 'src/a.ts', line: 1 };
  const missing = ['invoices', 'cities', 'teams', 'stats', 'nowhere'].map((name) => ({
    name: `public.${name}`,
    place,
  }));
  const found = withMakers(
    missing,
    Object.keys(texts),
    new Set(['supabase/migrations/1.sql']),
    (path) => texts[path] ?? null,
  );
  expect(found.map(({ name, made }) => `${name} ${made?.by} ${made?.place.path}:${made?.place.line}`)).toEqual([
    'public.invoices migration supabase/migrations/1.sql:2',
    'public.cities seed supabase/seed.sql:1',
    'public.teams schema supabase/schemas/teams.sql:1',
    'public.stats other repair.sql:3',
    'public.nowhere undefined undefined:undefined',
  ]);
});
