import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (path: string, text: string): Promise<string[]> =>
  findPatterns(await programOf({ [path]: text })).flatMap(({ kind, what }) => (kind === 'csrf-off' ? [what] : []));

test.each([
  ['svelte.config.js', `export default { kit: { csrf: { checkOrigin: false } } };`, 'checkOrigin: false'],
  ['astro.config.mjs', `export default defineConfig({ security: { checkOrigin: false } });`, 'checkOrigin: false'],
  [
    'src/auth.ts',
    `export const auth = betterAuth({ advanced: { disableCSRFCheck: true } });`,
    'disableCSRFCheck: true',
  ],
  ['src/graphql.ts', `const server = new ApolloServer({ schema, csrfPrevention: false });`, 'csrfPrevention: false'],
])('%s switches it off', async (path, text, expected) => expect(await found(path, text)).toEqual([expected]));

test.each([
  ['svelte.config.js', `export default { kit: { csrf: { checkOrigin: true } } };`],
  [
    'src/auth.ts',
    `export const auth = betterAuth({ advanced: { disableCSRFCheck: process.env.NODE_ENV !== 'production' } });`,
  ],
  ['src/hosts.ts', `export const options = { checkOrigin: false };`],
])('%s leaves it on', async (path, text) => expect(await found(path, text)).toEqual([]));
