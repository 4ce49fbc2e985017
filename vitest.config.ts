import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { postgresPrograms } from './examples/bazaar/test/support/postgres-server.ts';

const limits = { testTimeout: 60_000, hookTimeout: 60_000 };
const bazaar = { include: ['examples/bazaar/{src,test}/**/*.test.ts'], ...limits };

// Node takes graphql's CommonJS build; the bundler would take the other one beside it, and two of it refuse each other.
const resolve = { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] };
const onServer = {
  resolve,
  test: { ...bazaar, name: 'bazaar on PostgreSQL', globalSetup: ['examples/bazaar/test/support/postgres.ts'] },
};
const hasServer = postgresPrograms() !== undefined;
if (!hasServer) console.warn('PostgreSQL is not installed: Bazaar is tested on its embedded database alone.');

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'launch-ready', include: ['{src,tools}/**/*.test.ts'], ...limits } },
      { resolve, test: { ...bazaar, name: 'bazaar embedded' } },
      ...(hasServer ? [onServer] : []),
    ],
  },
});
