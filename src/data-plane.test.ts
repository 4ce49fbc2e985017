import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLOSED, MARKET, OPEN } from './collect/data/testing/market.ts';
import { loadTarget } from './collect/target/load-target.ts';
import type { EvidenceKey } from './model/evidence/map.ts';
import { silent } from './model/progress.ts';
import { CHECKS, collectEvidence } from './program.ts';
import { runChecks } from './review/run-checks.ts';

const KEYS: readonly EvidenceKey[] = ['data.schema', 'data.proofs', 'data.rules'];
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'data-plane-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};

/** The checks of the data plane that found something, and those that are neither passed nor without a subject. */
const judged = async (): Promise<{ found: string[]; unproven: string[] }> => {
  const loaded = await loadTarget({ path: root });
  if (!loaded.ok) throw new Error(loaded.error);
  const { signal } = new AbortController();
  const { evidence } = await collectEvidence({
    target: loaded.target,
    progress: silent,
    signal,
    verify: false,
    keys: KEYS,
  });
  const checks = CHECKS.filter(({ needs }) => needs.every((key) => KEYS.includes(key)));
  const runs = runChecks(checks, evidence);
  return {
    found: runs.flatMap(({ findings }) =>
      findings.map(({ check, title }) => `${check}: ${title.split(/[:( ]/)[0] ?? ''}`),
    ),
    unproven: runs
      .filter(({ outcome }) => outcome === 'unproven' || outcome === 'crashed')
      .map(({ check }) => check.id),
  };
};

const TIME = 240_000;

test('a market whose rules are well gets no finding, and nothing stays open', { timeout: TIME }, async () => {
  write({ 'supabase/migrations/1_market.sql': MARKET, 'supabase/migrations/2_rules.sql': CLOSED });
  expect(await judged()).toEqual({ found: [], unproven: [] });
});

test('each flaw of the open twin is told once, by the check of its cause', { timeout: TIME }, async () => {
  write({
    'supabase/migrations/1_market.sql': MARKET,
    'supabase/migrations/2_rules.sql': OPEN,
    'supabase/migrations/3_late.sql': 'update public.categories set name = name limit 3;',
    'firestore.rules':
      'service cloud.firestore {\n match /databases/{d}/documents {\n  match /orders/{id} { allow read, write: if true; }\n }\n}',
  });
  expect(await judged()).toEqual({
    found: [
      'audit/bucket-open: Bucket',
      'audit/bucket-open: Bucket',
      'audit/data-proof: public.profiles',
      'audit/definer-function-exposed: public.messages_of',
      'audit/definer-function-exposed: public.set_balance',
      'audit/definer-search-path: Functions',
      'audit/firebase-rules-open: firestore',
      'audit/migration-unparsable: PostgreSQL',
      'audit/rls-always-true-write: public.order_items',
      'audit/rls-authenticated-not-owner: public.messages',
      'audit/rls-off: public.orders',
      'audit/rls-privileged-column: public.profiles',
      'audit/rls-privileged-column: public.user_roles',
      'audit/rls-service-policy-open: public.payouts',
      'audit/rls-user-metadata: public.categories',
      'audit/view-bypasses-rls: public.contact_list',
    ],
    unproven: [],
  });
});

test('a page that asks Supabase for tables of which nothing stands in the repository is unproven', async () => {
  write({
    'package.json': '{ "dependencies": { "@supabase/supabase-js": "2.0.0" } }',
    'src/app.ts': `import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient(import.meta.env.VITE_SUPABASE_URL, import.meta.env.VITE_SUPABASE_ANON_KEY);\nexport const orders = () => supabase.from('orders').select();`,
  });
  expect(await judged()).toEqual({ found: [], unproven: ['audit/table-not-in-migrations'] });
});
