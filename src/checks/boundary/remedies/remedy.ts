import type { Fix } from '../../../model/finding.ts';

export type Framework = 'express' | 'next' | 'fastify' | 'hono' | 'nest' | 'supabase' | 'firebase';

/** The same fix in several frameworks. The first one stands for an app of none of them. */
export type Remedy = Readonly<Partial<Record<Framework, string>>>;

/** In this order: what answers the API comes before what may only hold the data. */
const KNOWN: readonly { framework: Framework; place: string; by: readonly string[] }[] = [
  { framework: 'nest', place: 'a NestJS controller or guard', by: ['@nestjs/core'] },
  { framework: 'fastify', place: 'a Fastify route or plugin', by: ['fastify'] },
  { framework: 'hono', place: 'a Hono route or middleware', by: ['hono'] },
  { framework: 'express', place: 'an Express route or middleware', by: ['express'] },
  { framework: 'next', place: 'a Next.js route handler', by: ['next'] },
  { framework: 'supabase', place: 'a Supabase migration', by: ['@supabase/supabase-js', 'supabase'] },
  { framework: 'firebase', place: 'the rules of Firebase', by: ['firebase', 'firebase-admin'] },
];

/** The example that fits the app best: in its framework, else in Express, said as such. */
export const snippetFor = (remedy: Remedy, frameworks: readonly string[]): Fix['snippet'] => {
  const own = KNOWN.find(
    ({ framework, by }) => remedy[framework] !== undefined && by.some((name) => frameworks.includes(name)),
  );
  const chosen = own ?? KNOWN.find(({ framework }) => framework === Object.keys(remedy)[0]);
  const content = chosen === undefined ? undefined : remedy[chosen.framework];
  if (chosen === undefined || content === undefined) return undefined;
  const language = content.trimStart().startsWith('--') ? 'sql' : 'ts';
  return {
    path: own === undefined ? `${chosen.place} (an example; yours may differ)` : chosen.place,
    language,
    content,
  };
};
