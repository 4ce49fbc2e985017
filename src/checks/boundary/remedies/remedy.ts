import type { Fix } from '../../../model/finding.ts';
import { GENERIC, type RemedyName } from './generic.ts';
import { KOA } from './koa.ts';
import { NUXT } from './nuxt.ts';
import { REMIX } from './remix.ts';
import { SVELTEKIT } from './sveltekit.ts';

export type Framework =
  | 'express'
  | 'next'
  | 'fastify'
  | 'hono'
  | 'nest'
  | 'koa'
  | 'sveltekit'
  | 'remix'
  | 'nuxt'
  | 'supabase'
  | 'firebase';

/** The same fix in several frameworks; `generic` is for an app of none of them. */
export type Remedy = Readonly<Partial<Record<Framework | 'generic', string>>>;

/** In this order: what answers the API comes before what may only hold the data. */
const KNOWN: readonly { framework: Framework; place: string; by: readonly string[] }[] = [
  { framework: 'nest', place: 'a NestJS controller or guard', by: ['@nestjs/core'] },
  { framework: 'fastify', place: 'a Fastify route or plugin', by: ['fastify'] },
  { framework: 'hono', place: 'a Hono route or middleware', by: ['hono'] },
  { framework: 'koa', place: 'a Koa route or middleware', by: ['koa'] },
  { framework: 'express', place: 'an Express route or middleware', by: ['express'] },
  { framework: 'next', place: 'a Next.js route handler', by: ['next'] },
  { framework: 'sveltekit', place: 'a SvelteKit route or hook', by: ['sveltekit'] },
  { framework: 'remix', place: 'a Remix or React Router route', by: ['remix', 'react-router'] },
  { framework: 'nuxt', place: 'a Nuxt server route', by: ['nuxt'] },
  { framework: 'supabase', place: 'a Supabase migration', by: ['@supabase/supabase-js', 'supabase'] },
  { framework: 'firebase', place: 'the rules of Firebase', by: ['firebase', 'firebase-admin'] },
];

const MORE: readonly (readonly [Framework | 'generic', Readonly<Partial<Record<RemedyName, string>>>])[] = [
  ['koa', KOA],
  ['sveltekit', SVELTEKIT],
  ['remix', REMIX],
  ['nuxt', NUXT],
  ['generic', GENERIC],
];

/** A remedy with the examples of frameworks that have a file of their own. */
export const remedy = (name: RemedyName, own: Remedy): Remedy => ({
  ...own,
  ...Object.fromEntries(
    MORE.flatMap(([framework, examples]) => {
      const text = examples[name];
      return text === undefined ? [] : [[framework, text]];
    }),
  ),
});

const languageOf = (framework: Framework | 'generic', content: string): string => {
  if (content.trimStart().startsWith('--')) return 'sql';
  return framework === 'generic' || content.startsWith('#') ? 'text' : 'ts';
};

/** The example in the app's own framework, else one that holds in any; a database is the answer only where nothing else answers. */
export const snippetFor = (one: Remedy, frameworks: readonly string[]): Fix['snippet'] => {
  const used = KNOWN.filter(({ by }) => by.some((name) => frameworks.includes(name)));
  const own = used.find(({ framework }) => one[framework] !== undefined);
  const key =
    own?.framework ?? (one.generic === undefined ? KNOWN.find((known) => one[known.framework])?.framework : 'generic');
  const content = key === undefined ? undefined : one[key];
  if (key === undefined || content === undefined) return undefined;
  const place = KNOWN.find(({ framework }) => framework === key)?.place ?? 'any framework';
  return { path: place, language: languageOf(key, content), content };
};
