import { expect, test } from 'vitest';
import * as access from './access.ts';
import * as answers from './answers.ts';
import * as auth from './auth.ts';
import * as limits from './limits.ts';
import { snippetFor, type Remedy } from './remedy.ts';
import * as webhooks from './webhooks.ts';

const ALL: readonly (readonly [string, Remedy])[] = [access, answers, auth, limits, webhooks].flatMap((room) =>
  Object.entries(room),
);

test.each([
  ['express', 'an Express route or middleware'],
  ['fastify', 'a Fastify route or plugin'],
  ['hono', 'a Hono route or middleware'],
  ['next', 'a Next.js route handler'],
  ['@nestjs/core', 'a NestJS controller or guard'],
  ['@supabase/supabase-js', 'a Supabase migration'],
])('an app of %s gets its own example', (framework, path) => {
  expect(snippetFor(access.OWNER, ['react', framework])?.path).toBe(path);
});

test('NestJS on Express is NestJS, and an unknown one gets Express and is told so', () => {
  expect(snippetFor(access.OWNER, ['express', '@nestjs/core'])?.path).toContain('NestJS');
  expect(snippetFor(access.OWNER, ['koa'])?.path).toBe('an Express route or middleware (an example; yours may differ)');
  expect(snippetFor(access.OWNER, ['supabase'])?.language).toBe('sql');
});

test.each(ALL)('%s is short enough to be read', (_, remedy) => {
  for (const text of Object.values(remedy)) {
    expect(text.split('\n').length).toBeLessThanOrEqual(15);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(160);
  }
});
