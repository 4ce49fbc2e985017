import { describe, expect, test } from 'vitest';
import { type FileUses, usesIn } from './collect-uses.ts';

const read = (text: string, path = 'src/platform/reader.ts'): FileUses =>
  usesIn(path, text, { plainPublic: false, undocumented: new Set<string>() });
const names = (text: string, path?: string): string[] => read(text, path).uses.map((use) => use.name);

const HEAD = "import { z } from 'zod';\n";
const TWO = '{ JWT_SECRET: z.string().min(32), API_URL: z.url() }';

describe('a schema that stands apart from what it is applied to', () => {
  test.each([
    [
      'a parameter of the type',
      `const schema = z.object(${TWO});\nexport const read = (environment: NodeJS.ProcessEnv) => schema.safeParse(environment);`,
    ],
    [
      'a parameter that defaults to it',
      `const schema = z.object(${TWO});\nfunction load(env = process.env) { return schema.parse(env); }`,
    ],
    [
      'a typed parameter that defaults to it',
      `const S = z.object(${TWO});\nexport function load(env: Record<string, string | undefined> = process.env) { const r = S.safeParse(env); }`,
    ],
    ['a copy', `const schema = z.object(${TWO});\nconst raw = { ...process.env };\nexport default schema.parse(raw);`],
    [
      'an object of its members',
      `const schema = z.object(${TWO});\nexport const env = schema.parse({ JWT_SECRET: process.env.JWT_SECRET, API_URL: process.env.API_URL });`,
    ],
    [
      'a helper in between',
      `const schema = z.object(${TWO});\nexport const load = (raw: NodeJS.ProcessEnv) => {\n  const env = withoutBlanks(raw);\n  return schema.safeParse(env);\n};`,
    ],
    [
      'a function called here',
      `const schema = z.object(${TWO});\nconst load = (source: Record<string, unknown>) => schema.parse(source);\nexport const config = load(process.env);`,
    ],
    [
      'a chain',
      `const schema = z.object(${TWO}).superRefine((v, ctx) => { if (!v) ctx.addIssue({}); });\nexport const load = (e: NodeJS.ProcessEnv) => schema.safeParse(e);`,
    ],
    [
      'the first argument',
      `import * as v from 'valibot';\nconst S = v.object({ JWT_SECRET: v.string(), API_URL: v.string() });\nexport const env = v.parse(S, process.env);`,
    ],
    [
      'two parts',
      `const a = z.object({ JWT_SECRET: z.string() });\nconst b = z.object({ API_URL: z.string() });\nconst all = a.merge(b);\nexport const env = all.parse(process.env);`,
    ],
    [
      'an extended part',
      `const a = z.object({ JWT_SECRET: z.string() });\nconst all = a.extend({\n  API_URL: z.string(),\n});\nexport const env = all.parse(process.env);`,
    ],
    [
      'a spread part',
      `const a = z.object({ JWT_SECRET: z.string() });\nconst all = z.object({ ...a.shape, API_URL: z.string() });\nexport const env = all.parse(process.env);`,
    ],
    [
      'Nest with Joi',
      "import * as Joi from 'joi';\nConfigModule.forRoot({ validationSchema: Joi.object({ JWT_SECRET: Joi.string().required(), API_URL: Joi.string() }) });",
    ],
    [
      'comments and quotes',
      `const schema = z.object({\n  // the first, of two\n  'JWT_SECRET': z.string(), /* a, b: c */\n  API_URL: z.url(),\n});\nexport const r = (e: NodeJS.ProcessEnv) => schema.parse(e);`,
    ],
  ])('%s', (_, text) => expect(names(HEAD + text).toSorted()).toEqual(['API_URL', 'JWT_SECRET']));

  test.each([
    ['env.validation.ts', `export const envValidationSchema = z.object(${TWO});`],
    [
      'env.ts',
      `const schema = z.object(${TWO});\nexport const validate = (config: Record<string, unknown>) => schema.parse(config);`,
    ],
    [
      'config/index.ts',
      `const schema = z.object(${TWO});\nexport const load = (values: unknown) => schema.safeParse(values);`,
    ],
    [
      'load.ts',
      `const envSchema = z.object(${TWO});\nexport const load = (values: unknown) => envSchema.safeParse(values);`,
    ],
  ])('by its names: %s', (path, text) =>
    expect(names(HEAD + text, `src/${path}`).toSorted()).toEqual(['API_URL', 'JWT_SECRET']),
  );
});

describe('what is no environment', () => {
  test.each([
    [
      'a request',
      `const Body = z.object({ USER_ID: z.string(), ORDER_ID: z.string() });\napp.post('/', (req) => Body.parse(req.body));\nconst port = process.env.PORT;`,
    ],
    [
      'a request in a file of the environment',
      `const schema = z.object({ USER_ID: z.string(), ORDER_ID: z.string() });\nexport const f = (req) => schema.parse(req.body);`,
      'src/env.ts',
    ],
    [
      'a file read',
      `const schema = z.object({ RATE_A: z.number(), RATE_B: z.number() });\nexport const rates = schema.parse(JSON.parse(text));`,
      'src/config.ts',
    ],
    [
      'an answer of another service',
      `const Rates = z.object({ USD_EUR: z.number(), USD_GBP: z.number() });\nexport const get = async () => Rates.parse(await response.json());`,
    ],
    [
      'a function that is given something else',
      `const Rates = z.object({ USD_EUR: z.number(), USD_GBP: z.number() });\nexport const check = (rates: unknown) => Rates.parse(rates);\ncheck(rows);`,
    ],
    [
      'the value of one variable',
      `const S = z.object({ USD_EUR: z.number(), USD_GBP: z.number() });\nconst rates = process.env.RATES;\nexport const all = S.parse(rates);`,
    ],
    [
      'plain keys',
      `const schema = z.object({ name: z.string(), URL: z.string(), email: z.string() });\nexport const e = (env: NodeJS.ProcessEnv) => schema.parse(env);`,
    ],
    [
      'a schema beside the one of the environment',
      `const Code = z.object({ NOT_FOUND: z.string(), BAD_INPUT: z.string() });\nexport const check = (value: unknown) => Code.parse(value);\nexport const env = z.object({}).parse(process.env);`,
    ],
    [
      'an inner object',
      `const schema = z.object({ body: z.object({ USER_ID: z.string() }), query: z.object({ A_B: z.string() }) });\nschema.parse(process.env);`,
    ],
  ])('%s', (_, text, path?: string) => expect(names(HEAD + text, path).filter((name) => name !== 'RATES')).toEqual([]));
});

describe('what an entry says', () => {
  const entry = (value: string, before = ''): readonly unknown[] => {
    const text = `${HEAD}${before}\nconst schema = z.object({\n  OTHER_URL: z.url(),\n  JWT_SECRET: ${value},\n});\nexport const r = (e: NodeJS.ProcessEnv) => schema.parse(e);`;
    const use = read(text).uses.find(({ name }) => name === 'JWT_SECRET');
    return [use?.required, use?.optional ?? false, use?.fallback?.kind];
  };
  test.each([
    ['z.string().min(32)', '', [true, false, undefined]],
    ['secret', 'const secret = z.string().min(32);', [true, false, undefined]],
    [
      "secret.default('bazaar-development-secret-change-me')",
      'const secret = z.string().min(32);',
      [false, true, 'secret-like'],
    ],
    ['secret', "const secret = z.string().default('change-me-in-production');", [false, true, 'secret-like']],
    ['secret.optional()', 'const base = z.string();\nconst secret = base.min(32);', [false, true, undefined]],
    ['secret()', 'const secret = () => z.string().min(32);', [true, false, undefined]],
    ['secret()', 'const secret = () => z.string().optional();', [false, true, undefined]],
    ['z.string().default(FALLBACK)', "const FALLBACK = 'a-secret-in-the-code';", [false, true, 'secret-like']],
    ["z\n    .string()\n    .min(1)\n    .default('a-secret-in-the-code')", '', [false, true, 'secret-like']],
    ['elsewhere', '', [false, false, undefined]],
    ["z.string().default('')", '', [false, true, undefined]],
  ])('%s after %s', (value, before, expected) => expect(entry(value, before)).toEqual(expected));

  test('Joi asks for what it calls required only', () => {
    const { uses, validatedBy } = read(
      "const Joi = require('joi');\nconst schema = Joi.object({ A_KEY: Joi.string().required(), B_KEY: Joi.string(), C_KEY: Joi.string().default('x') });\nmodule.exports = schema.validate(process.env);",
    );
    expect(validatedBy).toBe('joi');
    expect(uses.map((use) => [use.name, use.required, use.optional ?? false])).toEqual([
      ['A_KEY', true, false],
      ['B_KEY', false, true],
      ['C_KEY', false, true],
    ]);
  });

  test('valibot', () => {
    const { uses } = read(
      "import * as v from 'valibot';\nexport const env = v.parse(v.object({ A_KEY: v.string(), JWT_SECRET: v.optional(v.string(), 'a-secret-in-the-code') }), process.env);",
    );
    expect(uses.map((use) => [use.name, use.required, use.fallback?.kind])).toEqual([
      ['A_KEY', true, undefined],
      ['JWT_SECRET', false, 'secret-like'],
    ]);
  });

  test('the line is that of the entry', () => {
    const text = `${HEAD}const schema = z.object({\n  A_KEY: z.string(),\n\n  B_KEY: z.string(),\n});\nexport const r = (e: NodeJS.ProcessEnv) => schema.parse(e);`;
    expect(read(text).uses.map((use) => use.line)).toEqual([3, 5]);
  });

  test('t3-env with constants of its own', () => {
    const text = `import { createEnv } from '@t3-oss/env-nextjs';\nconst flag = z.enum(['0', '1']).optional();\nexport const env = createEnv({\n  server: { A_KEY: z.string(), B_FLAG: flag },\n  client: { NEXT_PUBLIC_A: z.string() },\n  runtimeEnv: { A_KEY: process.env.A_KEY },\n});\nconst Other = z.object({ NOT_ONE: z.string() });`;
    const found = read(text).uses.map((use) => [use.name, use.required]);
    expect(found.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['A_KEY', true],
      ['B_FLAG', false],
      ['NEXT_PUBLIC_A', true],
    ]);
  });
});

test('one of several variants asks for what only it needs', () => {
  const text = `${HEAD}const store = z.discriminatedUnion('STORE_KIND', [\n  z.object({ STORE_KIND: z.literal('fs'), STORE_PATH: z.string() }),\n  z.object({ STORE_KIND: z.literal('s3'), STORE_BUCKET: z.string() }),\n]);\nexport const read = (e: NodeJS.ProcessEnv) => store.safeParse(e);`;
  expect(read(text).uses.map((use) => [use.name, use.required])).toEqual([
    ['STORE_KIND', false],
    ['STORE_PATH', false],
    ['STORE_BUCKET', false],
  ]);
});

test('a schema that another file applies waits for it', () => {
  const text = `${HEAD}const schema = z.object(${TWO});\nexport const readConfig = (values: Record<string, string>) => schema.safeParse(values);`;
  const found = read(text, 'src/boot.ts');
  expect(found.uses).toEqual([]);
  expect(found.awaiting.map(({ names: of, uses }) => [of, uses.length])).toEqual([[['readConfig', 'schema'], 2]]);
  expect(read("import { readConfig as load } from './boot.ts';\nload(process.env);").handed).toEqual([
    { name: 'readConfig', from: './boot.ts' },
  ]);
});

test('hostile schemas are read in time', () => {
  const baits = [
    'const a = z.object({ A_B: '.repeat(20_000),
    `import 'zod';${'z.object({ A_B: z.string() }).parse(env);'.repeat(20_000)}`,
    `const s = z.object({ ${'A_B: a,'.repeat(50_000)} }); s.parse(process.env);`,
    `${'const a = b.c(\n'.repeat(20_000)} z.object({ A_B: 1 }).parse(env)`,
    `z.object({ A_B: 1 }); ${'function f(a, b, '.repeat(20_000)}`,
    `const s = z.object({ A_B: 1 });${'s.a('.repeat(50_000)}`,
    `const s = z.object({ A_B: 1 });${'s\n'.repeat(100_000)}`,
    `const s = z.object({ A_B: 1 }); s.parse(env); ${'env = {'.repeat(50_000)}`,
    `const s = z.object({ A_B: 1 }); ${'const env: '.repeat(50_000)} s.parse(env);`,
  ];
  const started = performance.now();
  for (const bait of baits) read(bait, 'src/env.ts');
  expect(performance.now() - started).toBeLessThan(30_000);
});

test('reading JSON out of a variable validates nothing', () => {
  expect(read('JSON.parse(process.env.npm_config_argv).parse(process.env.X)').validatedBy).toBeNull();
  expect(read(`${HEAD}z.object({ A_KEY: z.string() }).parse({ ...process.env });`).validatedBy).toBe('zod');
});
