import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server that tests may make databases on; undefined for the embedded database. */
    databaseServer: string | undefined;
  }
}

/** A server of its own for one run of the tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('databaseServer', url);
  return stop;
}
