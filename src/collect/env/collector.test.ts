import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EnvEvidence, EnvironmentName } from '../../model/evidence/env.ts';
import { silent } from '../../model/progress.ts';
import { expandSample } from '../secrets/samples.ts';
import { envCollector } from './collector.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'env-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (files: Record<string, string | Buffer>): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
};
const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main', '-C', root, ...args],
    { encoding: 'utf8' },
  ).trim();
const commit = (message: string): string => {
  git('add', '-A', '-f');
  git('commit', '-qm', message);
  return git('rev-parse', 'HEAD');
};
const collect = async (files: Record<string, EnvironmentName> = {}): Promise<EnvEvidence> => {
  const config = {
    secrets: { history: true, exclude: [], maxFileMegabytes: 10, allow: [] },
    env: { files, undocumented: ['FROM_HOST'] },
    waivers: [],
    plan: { engineers: 1, hoursPerDay: 8, ratePerHour: 100, currency: 'EUR' },
  };
  const target = { root, name: 'shop', config };
  const fact = (await envCollector().collect({ target, progress: silent, signal: new AbortController().signal }))[
    'env.files'
  ];
  if (!fact.ok) throw new Error(fact.reason);
  return fact.value;
};
const secret = expandSample('{base64url:43}', 'jwt');
const key = expandSample('sk_live_{alnum:24}');

test('tracked, ignored and untracked files, and what git would ignore', async () => {
  git('init', '-q');
  put({ '.gitignore': '.env\n', '.env.production': 'PORT=1\n' });
  commit('first');
  put({ '.env': `STRIPE_SECRET_KEY=${key}\n`, 'apps/web/.env.staging': 'A=1\n' });
  const env = await collect();
  expect(env.files.map(({ path, tracked, ignored, environment }) => [path, tracked, ignored, environment])).toEqual([
    ['.env', false, true, 'unknown'],
    ['.env.production', true, false, 'production'],
    ['apps/web/.env.staging', false, false, 'staging'],
  ]);
  expect(env.gitIgnores.filter(({ ignored }) => ignored).map(({ name }) => name)).toEqual(['.env']);
  expect(JSON.stringify(env)).not.toContain(key);
});

test('no value leaves the collector: not in comments, not in defaults', async () => {
  put({
    '.env': `# old: STRIPE=${key}\nJWT_SECRET=${secret}\n`,
    'src/a.ts': `export const a = process.env.PAY || '${key}';\nexport const b = process.env.JWT_SECRET || '${secret}';`,
  });
  const text = JSON.stringify(await collect());
  expect(text).not.toContain(key);
  expect(text).not.toContain(secret);
});

test('a deleted env file is found with the commit that brought the secret, also from a side branch that was dropped', async () => {
  git('init', '-q');
  put({ '.env': 'PORT=1\n', 'a.txt': 'a' });
  commit('settings');
  put({ '.env': `PORT=1\nSTRIPE_SECRET_KEY=${key}\n` });
  const exposed = commit('key');
  rmSync(join(root, '.env'));
  commit('gone');
  git('checkout', '-qb', 'side');
  put({ 'web/.env.local': `JWT_SECRET=${secret}\n`, '.env.example': 'JWT_SECRET=\n' });
  const side = commit('side');
  rmSync(join(root, 'web'), { recursive: true });
  rmSync(join(root, '.env.example'));
  commit('side gone');
  git('checkout', '-q', 'main');
  git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
  const { inHistory } = await collect();
  expect(
    inHistory
      .map(({ path, commit: id, secrets }) => ({ path, id, secrets }))
      .toSorted((a, b) => a.path.localeCompare(b.path)),
  ).toEqual([
    { path: '.env', id: exposed, secrets: ['STRIPE_SECRET_KEY'] },
    { path: 'web/.env.local', id: side, secrets: ['JWT_SECRET'] },
  ]);
});

test('the same secret in two environments is told once, without its value', async () => {
  put({
    '.env.local': `JWT_SECRET=${secret}\nPORT=3000\n`,
    '.env.production': `AUTH_JWT_SECRET="${secret}"\nPORT=3000\n`,
    '.env.development': `JWT_SECRET=${secret}\n`,
  });
  const { shared } = await collect();
  expect(shared).toHaveLength(1);
  expect(shared[0]?.places.map((place) => [place.path, place.environment])).toEqual([
    ['.env.development', 'development'],
    ['.env.local', 'local'],
    ['.env.production', 'production'],
  ]);
  expect(shared[0]?.id).toMatch(/^[0-9a-f]{16}$/);
  rmSync(join(root, '.env.production'));
  expect((await collect()).shared).toEqual([]);
});

test('config names the environment of a file', async () => {
  put({ '.env': `JWT_SECRET=${secret}\n`, 'conf/live.txt': `JWT_SECRET=${secret}\n` });
  const env = await collect({ '.env': 'development', 'conf/live.txt': 'production' });
  expect(env.files.map((file) => file.environment)).toEqual(['development', 'production']);
  expect(env.shared).toHaveLength(1);
});

test('uses, mentions and names that need no line', async () => {
  put({
    '.env.example': 'DATABASE_URL=\nLEFT_OVER=\nIN_YAML=\nPORT=\n',
    'src/a.ts': 'process.env.DATABASE_URL; process.env.FROM_HOST;',
    'deploy.yaml': 'key: IN_YAML\n',
    'README.md': 'LEFT_OVER',
    'node_modules/x/index.js': 'process.env.NOT_READ',
    'supabase/functions/a/index.ts': "Deno.env.get('SUPABASE_URL')",
  });
  const { uses } = await collect();
  expect(uses.map(({ name, role, via }) => `${name} ${role} ${via}`).toSorted()).toEqual([
    'DATABASE_URL app process.env',
    'FROM_HOST tool process.env',
    'IN_YAML tool mention',
    'PORT tool runtime',
    'SUPABASE_URL tool Deno.env',
  ]);
});

test('a schema in one file, and the environment given to it in another', async () => {
  put({
    'src/settings/reader.ts':
      "import { z } from 'zod';\nconst shape = z.object({ TAX_API_KEY: z.string(), SHOP_NAME: z.string().optional() });\nexport const readAll = (values: Record<string, unknown>) => shape.safeParse(values);",
    'src/rates.ts':
      "import { z } from 'zod';\nconst shape = z.object({ USD_EUR: z.number(), USD_GBP: z.number() });\nexport const readRates = (values: unknown) => shape.safeParse(values);",
    'src/server.ts':
      "import { readAll } from './settings/reader.ts';\nimport { readRates } from './rates.ts';\nreadAll(process.env); readRates(rows);",
    'src/other.ts': "import { readRates } from './elsewhere.ts';\nreadRates(process.env);",
  });
  const { uses, validated } = await collect();
  expect(validated).toEqual({ path: 'src/settings/reader.ts', by: 'zod' });
  expect(uses.map((use) => [use.name, use.path, use.line, use.via, use.required])).toEqual([
    ['TAX_API_KEY', 'src/settings/reader.ts', 2, 'schema', true],
    ['SHOP_NAME', 'src/settings/reader.ts', 2, 'schema', false],
  ]);
});

test('UTF-16, a link, a pipe-like name, a huge and a binary file', async () => {
  put({
    '.env': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('A_NAME=1\r\nB_NAME=2\r\n', 'utf16le')]),
    '.env.big': Buffer.alloc(1024 * 1024 + 1, 'A'),
    '.env.bin': Buffer.from([0, 1, 2]),
    'a\nb/.env.x': 'C_NAME=1\n',
  });
  symlinkSync('/etc/passwd', join(root, '.env.link'));
  symlinkSync('.', join(root, 'loop'));
  const { files } = await collect();
  expect(files.map((file) => [file.path, file.variables.map((variable) => variable.name)])).toEqual([
    ['.env', ['A_NAME', 'B_NAME']],
    ['a\nb/.env.x', ['C_NAME']],
  ]);
});

test('Dockerfiles: the ignore file beside or above, and secret lines', async () => {
  put({
    '.dockerignore': '.env\n',
    '.env': `JWT_SECRET=${secret}\n`,
    'apps/web/.env': `JWT_SECRET=${secret}\n`,
    Dockerfile: `FROM node\nENV STRIPE_SECRET_KEY=${key} PORT=3000\nCOPY . .\n`,
    'worker/Dockerfile': 'FROM node\nCOPY . .\n',
    'worker/Dockerfile.dockerignore': '**/.env*\n',
  });
  const { docker } = await collect();
  expect(
    docker.map(({ dockerfile, ignoresEnv, ignoreFile, secretLines }) => ({
      dockerfile,
      ignoresEnv,
      ignoreFile,
      lines: secretLines.map(({ name, line }) => [name, line]),
    })),
  ).toEqual([
    { dockerfile: 'Dockerfile', ignoresEnv: false, ignoreFile: '.dockerignore', lines: [['STRIPE_SECRET_KEY', 2]] },
    { dockerfile: 'worker/Dockerfile', ignoresEnv: true, ignoreFile: 'worker/Dockerfile.dockerignore', lines: [] },
  ]);
});

test('an empty folder, and one that is not there', async () => {
  const env = await collect();
  expect(env).toMatchObject({
    files: [],
    uses: [],
    inHistory: [],
    gitIgnores: [],
    docker: [],
    validated: null,
    shared: [],
  });
  rmSync(root, { recursive: true });
  await expect(collect()).rejects.toThrow('could not be read');
});

test('folders deeper than are read leave the answer open', async () => {
  put({ 'a.ts': '1', [`${'d/'.repeat(85)}a.ts`]: 'export const a = process.env.A;' });
  await expect(collect()).rejects.toThrow('could not be read in full');
});
