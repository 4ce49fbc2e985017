import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (path: string, text: string): Promise<string[]> =>
  findPatterns(await programOf({ [path]: text })).flatMap(({ kind, what }) => (kind === 'client-build' ? [what] : []));

test.each([
  [
    'vite.config.ts',
    `export default defineConfig(({ mode }) => { const env = loadEnv(mode, '.', ''); return { define: { 'process.env.API_KEY': JSON.stringify(env.GEMINI_API_KEY) } }; });`,
    'GEMINI_API_KEY',
  ],
  ['vite.config.js', `export default { define: { 'process.env': process.env } };`, 'the whole environment'],
  [
    'next.config.js',
    `module.exports = { env: { STRIPE_SECRET_KEY: process.env.STRIPE_SECRET_KEY } };`,
    'STRIPE_SECRET_KEY',
  ],
  [
    'nuxt.config.ts',
    `export default defineNuxtConfig({ runtimeConfig: { public: { key: process.env.OPENAI_API_KEY } } });`,
    'OPENAI_API_KEY',
  ],
])('%s gives a secret away', async (path, text, expected) => expect(await found(path, text)).toEqual([expected]));

test.each([
  [
    'vite.config.ts',
    `export default { define: { __VERSION__: JSON.stringify(process.env.npm_package_version), 'process.env': {} } };`,
  ],
  [
    'next.config.js',
    `module.exports = { env: { MAPS_KEY: process.env.GOOGLE_MAPS_API_KEY, SITE: process.env.SITE_URL } };`,
  ],
  [
    'nuxt.config.ts',
    `export default defineNuxtConfig({ runtimeConfig: { stripe: process.env.STRIPE_SECRET_KEY, public: { site: process.env.SITE_URL } } });`,
  ],
  ['src/config.ts', `export const config = { env: { key: process.env.STRIPE_SECRET_KEY } };`],
])('%s gives nothing away', async (path, text) => expect(await found(path, text)).toEqual([]));
