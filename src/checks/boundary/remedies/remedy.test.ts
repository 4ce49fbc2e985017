import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import * as access from './access.ts';
import * as answers from './answers.ts';
import * as auth from './auth.ts';
import * as data from './data.ts';
import { GENERIC } from './generic.ts';
import * as limits from './limits.ts';
import { snippetFor, type Remedy } from './remedy.ts';
import * as webhooks from './webhooks.ts';

const ALL: readonly (readonly [string, Remedy])[] = [access, answers, auth, data, limits, webhooks].flatMap((room) =>
  Object.entries(room),
);

test.each([
  ['express', 'an Express route or middleware'],
  ['fastify', 'a Fastify route or plugin'],
  ['hono', 'a Hono route or middleware'],
  ['koa', 'a Koa route or middleware'],
  ['next', 'a Next.js route handler'],
  ['@nestjs/core', 'a NestJS controller or guard'],
  ['sveltekit', 'a SvelteKit route or hook'],
  ['remix', 'a Remix or React Router route'],
  ['react-router', 'a Remix or React Router route'],
  ['nuxt', 'a Nuxt server route'],
  ['@supabase/supabase-js', 'a Supabase migration'],
])('an app of %s gets its own example', (framework, path) => {
  expect(snippetFor(access.OWNER, ['react', framework])?.path).toBe(path);
});

test('NestJS on Express is NestJS, and what answers comes before what holds the data', () => {
  expect(snippetFor(access.OWNER, ['express', '@nestjs/core'])?.path).toContain('NestJS');
  expect(snippetFor(access.OWNER, ['@supabase/supabase-js', 'next'])?.path).toContain('Next.js');
  expect(snippetFor(access.OWNER, ['supabase'])?.language).toBe('sql');
});

test('an app whose framework is not known, or not one of those, gets what holds in any', () => {
  const own = { path: 'any framework', language: 'sql', content: GENERIC.OWNER };
  expect(snippetFor(access.OWNER, [])).toEqual(own);
  expect(snippetFor(access.OWNER, ['vite', 'react', 'docker'])).toEqual(own);
  expect(snippetFor(limits.GRAPHQL, ['sveltekit'])).toMatchObject({ path: 'any framework', language: 'text' });
  expect(snippetFor(data.OWN_ROWS, [])?.path).toBe('a Supabase migration');
});

test.each(ALL)('%s is short enough to be read', (_, remedy) => {
  for (const text of Object.values(remedy)) {
    expect(text.split('\n').length).toBeLessThanOrEqual(16);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(160);
  }
});

/** A file, members of a class, or lines of a function. */
const WRAPPED = [
  (text: string) => text,
  (text: string) => `class Example {\n${text}\n}`,
  (text: string) => `class Example {\n${text}\nexample() {} }`,
  (text: string) => `async function example() {\n${text}\n}`,
];

const CODE = ALL.flatMap(([name, remedy]) =>
  Object.keys(remedy)
    .filter((framework) => !['generic', 'supabase', 'firebase'].includes(framework))
    .map((framework) => [name, framework, remedy[framework as keyof Remedy] ?? ''] as const),
).filter(([, , text]) => !text.startsWith('#'));

test.each(CODE)('%s for %s is TypeScript', (_name, _framework, text) => {
  const errors = WRAPPED.map((wrap) => parseSync('example.ts', wrap(text)).errors);
  expect(errors.some((found) => found.length === 0) ? [] : errors[0]).toEqual([]);
});
