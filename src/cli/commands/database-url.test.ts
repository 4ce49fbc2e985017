import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseReview } from '../../review/parse-review.ts';
import { launch, workFolder } from '../testing/run-bin.ts';
import { commitAll } from '../testing/sample-app.ts';

let folder: ReturnType<typeof workFolder>;
/** Where runs keep what they found. */
const kept = mkdtempSync(join(tmpdir(), 'kept-'));
beforeEach(() => {
  folder = workFolder();
});
afterEach(() => {
  folder.remove();
  rmSync(kept, { recursive: true, force: true });
});

const reasonsOf = async (...flags: string[]): Promise<string[]> => {
  const ran = await launch(folder.path, ['.', '--json', '--no-save', '--quiet', '--only', 'audit/rls-off', ...flags], {
    XDG_CACHE_HOME: kept,
  });
  const parsed = parseReview(ran.stdout);
  if (!parsed.ok) throw new Error(ran.stderr);
  return parsed.value.unproven.filter(({ check }) => check === 'audit/rls-off').map(({ reason }) => reason);
};

test(
  'a database that may not be used leaves the check unproven, whatever an earlier run found',
  { timeout: 120_000 },
  async () => {
    folder.write(
      'supabase/migrations/1.sql',
      'create table orders (id uuid primary key, buyer_id uuid);\nalter table orders enable row level security;\ncreate policy own on orders using (buyer_id = auth.uid());\n',
    );
    commitAll(folder.path);
    expect(await reasonsOf()).toEqual([]);
    const [reason = ''] = await reasonsOf('--database-url', 'postgres://u:secret-word@db.shop.example/orders');
    expect(reason).toContain('db.shop.example is neither this machine nor a private network');
    expect(reason).not.toContain('secret-word');
  },
);
