/**
 * The process in which the repository's SQL runs: without rights to files, programs or other processes (Node's permission model), with bounded memory,
 * and ended by its parent when it takes too long. The order comes as a message, lines of JSON go to standard output.
 */
import { writeSync } from 'node:fs';
import { proveAll } from '../prove/prove.ts';
import { readCatalog } from './catalog.ts';
import { type Database, openDatabase, openOnServer } from './database.ts';
import type { Line, Order, Replayed } from './protocol.ts';
import { type Parser, replay } from './replay.ts';

/** Written at once, also when the next statement never gives the event loop back. */
const say = (line: Line): void => {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
};

const NOTHING = { tables: [], views: [], functions: [], buckets: [], filePolicies: [] };

const openFor = ({ server, modules, files }: Order): Promise<Database> =>
  server === null
    ? openDatabase(
        modules.database,
        files.map((file) => file.text),
      )
    : openOnServer(modules.server, server.url);

const work = async (order: Order): Promise<Replayed> => {
  const parser = (await import(order.modules.parser)) as Parser & { loadModule(): Promise<void> };
  await parser.loadModule();
  const begins = (step: string): void => say({ step });
  begins('start');
  const database = order.replay ? await openFor(order) : null;
  const replayed = await replay(order, parser, database, begins);
  begins('catalog');
  const catalog = database === null ? NOTHING : await readCatalog(database, order.schemas, replayed);
  const proofs =
    database === null
      ? { proofs: [], withoutRow: [] }
      : await proveAll(database, catalog, { skip: new Set(order.skipProofs), begins });
  return {
    sets: order.sets.map((set, index) => ({
      ...set,
      ...(replayed.counts[index] ?? { files: 0, statements: 0, parsed: 0, replayed: 0 }),
    })),
    troubles: replayed.troubles,
    ...catalog,
    proofs,
  };
};

try {
  say({
    done: await work(
      await new Promise<Order>((resolve) => void process.once('message', (order) => resolve(order as Order))),
    ),
  });
} catch (error) {
  say({ error: error instanceof Error ? error.message : String(error) });
}
