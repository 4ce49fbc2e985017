import { defineConfig } from 'vitest/config';
import { postgresPrograms } from './examples/bazaar/test/support/postgres.ts';

const limits = { testTimeout: 60_000, hookTimeout: 60_000 };
const bazaar = { include: ['examples/bazaar/{src,test}/**/*.test.ts'], ...limits };

const onServer = {
  test: { ...bazaar, name: 'bazaar on PostgreSQL', globalSetup: ['examples/bazaar/test/support/postgres.ts'] },
};
const hasServer = postgresPrograms() !== undefined;
if (!hasServer) console.warn('PostgreSQL is not installed: Bazaar is tested on its embedded database alone.');

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'launch-ready', include: ['{src,tools}/**/*.test.ts'], ...limits } },
      { test: { ...bazaar, name: 'bazaar embedded' } },
      ...(hasServer ? [onServer] : []),
    ],
  },
});
