import { describe, expect, test } from 'vitest';
import { usesIn } from './collect-uses.ts';

const options = { plainPublic: false, undocumented: new Set<string>() };
const names = (path: string, text: string): string[] => usesIn(path, text, options).uses.map((use) => use.name);
const one = (text: string, path = 'src/server.ts') => usesIn(path, text, options).uses[0];

describe('uses in scripts', () => {
  test.each([
    ['process.env.API_URL', ['API_URL']],
    ["process.env['API_URL']", ['API_URL']],
    ['process.env?.API_URL', ['API_URL']],
    ['const { A_KEY, B_KEY: b, C_KEY = "x" } = process.env;', ['A_KEY', 'B_KEY', 'C_KEY']],
    ['import.meta.env.VITE_URL', ['VITE_URL']],
    ["Deno.env.get('TOKEN_A')", ['TOKEN_A']],
    ['Bun.env.TOKEN_A', ['TOKEN_A']],
    ["Netlify.env.get('TOKEN_A')", ['TOKEN_A']],
    ["import { A_KEY, B_KEY as b } from '$env/static/private';", ['A_KEY', 'B_KEY']],
    ["import { env } from '$env/dynamic/private';\nexport const a = env.A_KEY;", ['A_KEY']],
    ["import { env } from 'cloudflare:workers';\nenv.CACHE_KV.get('a'); fetch(env.API_TOKEN);", ['API_TOKEN']],
    ["requireEnv('SMTP_HOST')", ['SMTP_HOST']],
    ['`${process.env.API_URL}/v1`', ['API_URL']],
    ['const a = /[\'"]/; const b = process.env.API_URL;', ['API_URL']],
    ["<p>Don't</p>\nconst b = process.env.API_URL;", ['API_URL']],
    ['// process.env.API_URL', []],
    ['/* process.env.API_URL */', []],
    ["throw new Error('process.env.API_URL is missing')", []],
    ["process.env.API_URL = 'x'", []],
    ['delete process.env.API_URL', []],
    ['process.env.NODE_ENV', []],
    ['process.env[name]', []],
    ['const env = load(); env.API_URL', []],
  ])('%s', (text, expected) => expect(names('src/a.tsx', text)).toEqual(expected));

  test('other languages', () => {
    expect(
      names(
        'a.py',
        "import os\n# os.environ['NO']\nos.environ['A_KEY']; os.getenv(\"B_KEY\", 'x'); os.environ['C'] = '1'",
      ),
    ).toEqual(['A_KEY', 'B_KEY']);
    expect(names('a.go', 'os.Getenv("A_KEY") // os.Getenv("NO")')).toEqual(['A_KEY']);
    expect(
      names(
        'docker-compose.yml',
        'services:\n  db:\n    image: x\n    # ${NO}\n    environment:\n      A: "${A_KEY:-x}"\n      B: $${NOT}\n',
      ),
    ).toEqual(['A_KEY']);
    expect(names('src/App.vue', '<!-- import.meta.env.NO -->\n<script>import.meta.env.VITE_A</script>')).toEqual([
      'VITE_A',
    ]);
  });

  test('who reads it', () => {
    expect(
      ['src/a.ts', 'e2e/a.ts', 'scripts/a.ts', 'src/a.test.ts', 'vite.config.ts'].map(
        (path) => one('process.env.API_URL', path)?.role,
      ),
    ).toEqual(['app', 'test', 'tool', 'test', 'tool']);
  });

  test('a schema documents and validates', () => {
    const text =
      "import { z } from 'zod';\nexport const env = z.object({ A_KEY: z.string().min(1), B_KEY: z.string().optional(), SESSION_SECRET: z.string().default('keyboard cat') }).parse(process.env);";
    const { uses, validatedBy } = usesIn('src/env.ts', text, options);
    expect(validatedBy).toBe('zod');
    expect(uses.map((use) => [use.name, use.required, use.fallback?.kind])).toEqual([
      ['A_KEY', true, undefined],
      ['B_KEY', false, undefined],
      ['SESSION_SECRET', false, 'secret-like'],
    ]);
  });
});

describe('required', () => {
  test.each([
    "if (!process.env.API_URL) throw new Error('no');",
    "const url = process.env.API_URL;\nif (!url) {\n  throw new Error('no');\n}",
    "const url = Deno.env.get('API_URL');\nif (!url || !other) return new Response('x', { status: 500 });",
    'invariant(process.env.API_URL)',
    "const url = process.env.API_URL ?? raise('x');",
  ])('%s', (text) => expect(one(text)?.required).toBe(true));

  test.each([
    'const url = process.env.API_URL;',
    'if (process.env.API_URL) start();',
    "const url = process.env.API_URL || 'x';\nif (!url) throw 1;",
  ])('%s is not', (text) => expect(one(text)?.required).toBe(false));
});

test.each([
  ["process.env.FEATURE === 'true'", true],
  ['if (process.env.FEATURE) start()', true],
  ['const a = process.env.FEATURE ? 1 : 2', true],
  ["process.env.FEATURE?.split(',')", true],
  ['process.env.FEATURE ?? other', true],
  ['use(process.env.FEATURE)', undefined],
  ['if (!process.env.FEATURE) throw 1', undefined],
])('%s is optional: %s', (text, optional) => expect(one(text)?.optional).toBe(optional));

describe('defaults of secrets', () => {
  test.each([
    "const secret = process.env.JWT_SECRET || 'dev-secret';",
    'const secret = process.env.SESSION_SECRET ?? "keyboard cat";',
    "const secret = (process.env.JWT_SECRET as string) || process.env.SECRET || 'abc123';",
    "const { JWT_SECRET = 'hunter2!' } = process.env;",
    "app.use(session({ secret: process.env.SESSION_SECRET || 'shh', cookie: { secure: process.env.NODE_ENV === 'production' } }));",
    "const hook = process.env.STRIPE_WEBHOOK_SECRET || 'whsec_abc';",
    "const key = process.env.ADMIN_PASSWORD || 'admin';",
  ])('%s', (text) =>
    expect(usesIn('src/a.ts', text, options).uses.some((use) => use.fallback?.kind === 'secret-like')).toBe(true),
  );

  test.each([
    "const secret = process.env.JWT_SECRET || '';",
    'const secret = process.env.JWT_SECRET || undefined;',
    "const secret = process.env.NODE_ENV === 'production' ? must('JWT_SECRET') : process.env.JWT_SECRET || 'dev';",
    "if (process.env.NODE_ENV === 'production' && !process.env.JWT_SECRET) throw new Error('x');\nconst secret = process.env.JWT_SECRET || 'dev-secret';",
    "const secret = process.env.JWT_SECRET || 'dev-secret';\nif (isProduction && secret === 'dev-secret') { throw new Error('x'); }",
    "if (process.env.NODE_ENV !== 'production') {\n  boot(process.env.JWT_SECRET || 'dev-secret');\n}",
    "const name = process.env.SESSION_COOKIE_NAME || 'sid';",
    "const ttl = process.env.JWT_SECRET_EXPIRES || '15m';",
    "const id = process.env.GOOGLE_CLIENT_SECRET || 'unset';",
    "const key = process.env.STRIPE_SECRET_KEY || 'sk_build_only';",
    "const db = process.env.DATABASE_URL || 'postgres://postgres:postgres@localhost:5432/app';",
    "const url = process.env.WEBHOOK_URL || 'https://a.test';",
    "const password = process.env.DB_PASSWORD || 'PLACEHOLDER';",
    "import { vi } from 'vitest';\nprocess.env.JWT_SECRET ??= 'integration-secret-0123';\nvi.fn(process.env.JWT_SECRET ?? 'abc');",
    "const { test } = require('@playwright/test');\nconst secret = process.env.JWT_SECRET || 'dev-secret';",
  ])('%s is none', (text) =>
    expect(usesIn('src/a.ts', text, options).uses.some((use) => use.fallback?.kind === 'secret-like')).toBe(false),
  );

  test('the text is masked', () => {
    expect(one("process.env.JWT_SECRET || 'correct-horse-battery'")?.fallback?.text).not.toContain('horse');
    expect(one("process.env.LOG_LEVEL || 'info'")?.fallback).toEqual({ text: 'info', kind: 'setting' });
  });

  test('a word of documentation opens no store, but it does open what the app signs', () => {
    expect(one("process.env.DB_PASSWORD || 'postgres'")?.fallback?.kind).toBe('secret-like');
    expect(one("process.env.JWT_SECRET || 'PLACEHOLDER'")?.fallback?.kind).toBe('secret-like');
  });

  test('a test or a script is no app', () => {
    expect(one("process.env.JWT_SECRET || 'dev-secret'", 'test/a.ts')?.fallback?.kind).toBe('setting');
  });
});

test('hostile text is read in time', () => {
  const baits = [
    'process.env.A||'.repeat(50_000),
    '{'.repeat(200_000) + '} = process.env',
    '`${'.repeat(100_000),
    'import {'.repeat(60_000),
    'import { env, '.repeat(40_000),
    'if ('.repeat(100_000) + 'process.env.JWT_SECRET || "abc"',
    '/'.repeat(300_000) + '.env',
    '} = process.env;'.repeat(50_000),
  ];
  const started = performance.now();
  for (const bait of baits) usesIn('src/a.ts', bait, options);
  expect(performance.now() - started).toBeLessThan(30_000);
});
