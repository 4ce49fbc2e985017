import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { EvidenceMap } from '../../model/evidence/map.ts';
import { hostingCollector } from './collector.ts';
import { loadTarget } from '../target/load-target.ts';

type Facts = { [K in 'targets' | 'domains' | 'settings' | 'jobs' | 'edits' | 'stores']: EvidenceMap[`hosting.${K}`] };

const factsOf = async (files: Readonly<Record<string, string>>): Promise<Facts> => {
  const root = mkdtempSync(join(tmpdir(), 'hosting-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const loaded = await loadTarget({ path: root });
    if (!loaded.ok) throw new Error(loaded.error);
    const found = await hostingCollector().collect({
      target: loaded.target,
      progress: { step: () => ({ update: () => undefined, end: () => undefined }) },
      signal: new AbortController().signal,
    });
    return Object.fromEntries(
      Object.entries(found).map(([key, fact]) => {
        if (!fact.ok) throw new Error(fact.reason);
        return [key.replace('hosting.', ''), fact.value];
      }),
    ) as unknown as Facts;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

test.each([
  ['vercel.json', '{"env":{"A":"b"}}', 'vercel'],
  ['netlify.toml', '[build]\ncommand = "x"', 'netlify'],
  ['wrangler.jsonc', '{ "name": "shop" }', 'cloudflare'],
  ['fly.toml', 'app = "shop"', 'fly'],
  ['render.yaml', 'services:\n  - type: web\n    name: shop', 'render'],
  ['railway.json', '{}', 'railway'],
  ['Procfile', 'web: node server.js', 'heroku'],
  ['app.json', '{"stack":"heroku-24"}', 'heroku'],
  ['config/deploy.yml', 'service: shop\nservers:\n  - 1.2.3.4', 'kamal'],
  ['app.yaml', 'runtime: nodejs22', 'app-engine'],
  ['firebase.json', '{"hosting":{"public":"dist"}}', 'firebase'],
  ['amplify.yml', 'version: 1', 'aws'],
  ['sst.config.ts', 'export default $config({});', 'aws'],
  ['.replit', '[deployment]\nrun = "npm start"', 'replit'],
  ['k8s/web.yaml', 'kind: Deployment\nmetadata:\n  name: web', 'kubernetes'],
])('%s names its host', async (path, text, host) => {
  const { targets } = await factsOf({ [path]: text });
  expect(targets.map((one) => `${one.host} ${one.by} ${one.app}`)).toEqual([`${host} config `]);
});

test.each([
  ['app.json', '{"expo":{"name":"shop"}}'],
  ['firebase.json', '{"firestore":{"rules":"firestore.rules"}}'],
  ['app.yaml', 'name: something'],
  ['Dockerfile', 'FROM node:24\nRUN npm ci'],
  ['compose.yaml', 'services:\n  db:\n    image: postgres:18'],
  ['examples/a/vercel.json', '{}'],
])('%s of another kind names none', async (path, text) => {
  expect((await factsOf({ [path]: text })).targets).toEqual([]);
});

test('jobs that deploy, their environments and the names of their secrets', async () => {
  const { jobs, targets } = await factsOf({
    '.github/workflows/deploy.yml': `on: push
jobs:
  staging:
    runs-on: ubuntu-latest
    steps:
      - run: flyctl deploy
        env: { FLY_API_TOKEN: '\${{ secrets.FLY_API_TOKEN }}' }
  live:
    name: Production
    environment: { name: production }
    steps:
      - uses: superfly/flyctl-actions/setup-flyctl@v1
      - run: flyctl deploy
        env: { DATABASE_URL: '\${{ secrets.DATABASE_URL }}' }
  test:
    steps: [{ run: npm test }]
`,
  });
  expect(jobs.map((one) => [one.job, one.deploys, one.environment, one.stage, one.secrets.join()])).toEqual([
    ['staging', 'fly', null, 'staging', 'FLY_API_TOKEN'],
    ['live', 'fly', 'production', 'production', 'DATABASE_URL'],
    ['test', null, null, 'unknown', ''],
  ]);
  expect(targets.map(({ host, by }) => `${host} ${by}`)).toEqual(['fly pipeline', 'fly pipeline']);
});

test('domains by what they are named as', async () => {
  const { domains } = await factsOf({
    'wrangler.toml': 'routes = [\n  { pattern = "shop.test/*", custom_domain = true }\n]',
    'index.html': '<link rel="canonical" href="https://www.shop.test/">',
    'public/sitemap.xml': '<loc>https://old.shop.test/</loc><loc>https://old.shop.test/a</loc>',
    'src/cors.ts': `export const cors = { origin: ['https://shop.test', 'http://localhost:3000'] };`,
    '.env.production': 'APP_URL=https://shop.test\nSTRIPE_KEY=https://no.test',
  });
  expect(
    domains.map((one) => `${one.as} ${one.domain} ${one.environment} ${one.at.path}:${one.at.line}`).toSorted(),
  ).toEqual([
    'origin shop.test unknown src/cors.ts:1',
    'route shop.test production wrangler.toml:2',
    'site www.shop.test unknown index.html:1',
    'sitemap old.shop.test unknown public/sitemap.xml:1',
    'variable shop.test production .env.production:1',
  ]);
});

test('one store in two environments, whoever asks it; neither its name nor a password is in the evidence', async () => {
  const facts = await factsOf({
    '.env.production': 'DATABASE_URL=postgres://app:pw1@db.abcdefghijklmnopqrst.supabase.co:5432/postgres',
    '.env.development': 'VITE_SUPABASE_URL=https://abcdefghijklmnopqrst.supabase.co',
    '.env.staging': 'DATABASE_URL=postgres://app:pw@stage.db.test/shop',
    '.env.local': 'REDIS_URL=redis://localhost:6379\nDATABASE_URL=postgres://app:pw@db:5432/shop',
    '.env.test': 'REDIS_URL=redis://localhost:6379\nDATABASE_URL=postgres://app:pw@db:5432/shop',
  });
  expect(facts.stores.map(({ kind, places }) => [kind, places.map((one) => `${one.name} ${one.environment}`)])).toEqual(
    [['supabase', ['VITE_SUPABASE_URL development', 'DATABASE_URL production']]],
  );
  expect(JSON.stringify(facts)).not.toMatch(/abcdefghijklmnopqrst|pw1/);
});

test('settings that a host or an env file gives production, without their values', async () => {
  const { settings } = await factsOf({
    'fly.toml': '[env]\n  NODE_ENV = "development"\n  API_URL = "http://localhost:3000"\n  TOKEN = "abc"',
    'package.json': '{\n  "scripts": { "dev": "NODE_ENV=development x", "start": "NODE_ENV=development node a.js" }\n}',
    '.env.production.local': 'APP_URL=http://localhost:3000',
  });
  expect(settings).toEqual([
    { name: 'NODE_ENV', environment: 'production', at: { path: 'fly.toml', line: 2 }, value: 'development' },
    { name: 'API_URL', environment: 'production', at: { path: 'fly.toml', line: 3 }, points: 'local' },
    { name: 'TOKEN', environment: 'production', at: { path: 'fly.toml', line: 4 } },
    { name: 'NODE_ENV', environment: 'production', at: { path: 'package.json', line: 2 }, value: 'development' },
  ]);
});
