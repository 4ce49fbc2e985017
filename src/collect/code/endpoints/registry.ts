import type { Program } from '../program/program.ts';
import type { Extracted, Extractor } from './raw.ts';
import { extractAstro } from './astro/extract.ts';
import { extractGraphql } from './graphql/extract.ts';
import { extractNest } from './nest/extract.ts';
import { extractNext } from './next/extract.ts';
import { extractNuxt } from './nuxt/extract.ts';
import { extractReactRouter } from './react-router/extract.ts';
import { extractReceivers } from './receivers/extract.ts';
import { extractServed } from './served/extract.ts';
import { extractSupabaseFunctions } from './supabase/extract.ts';
import { extractSvelteKit } from './sveltekit/extract.ts';
import { extractTrpc } from './trpc/extract.ts';

const EXTRACTORS: readonly Extractor[] = [
  extractAstro,
  extractGraphql,
  extractNest,
  extractNext,
  extractNuxt,
  extractReactRouter,
  extractReceivers,
  extractServed,
  extractSupabaseFunctions,
  extractSvelteKit,
  extractTrpc,
];

/** All endpoints of a program, whatever it is built with. */
export const extractEndpoints = (program: Program): Extracted => {
  const all = EXTRACTORS.map((extract) => extract(program));
  return {
    endpoints: all.flatMap(({ endpoints }) => endpoints),
    unresolved: all.flatMap(({ unresolved }) => unresolved),
  };
};
