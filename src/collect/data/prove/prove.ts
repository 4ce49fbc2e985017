import type { DataProof, DataProofs, DataVerb } from '../../../model/evidence/data.ts';
import type { Catalog } from '../sandbox/catalog.ts';
import { type Database, messageOf } from '../sandbox/database.ts';
import { proveBuckets } from './buckets.ts';
import { proveFunctions } from './functions.ts';
import type { Rows } from './rows.ts';
import { readStructures, type Structure } from './structure.ts';
import { tryGrant, tryPromote } from './promote.ts';
import { proof, ROLE } from './proof.ts';
import { tryAdd, tryChange, tryDelete, tryRead } from './tables.ts';
import { ACTORS, inTransaction, type Proving } from './transaction.ts';
import type { Actor } from './trial.ts';
import { proveViews } from './views.ts';

const MOST_TABLES = 600;
const WAYS: readonly { verb: DataVerb; run: typeof tryRead }[] = [
  { verb: 'select', run: tryRead },
  { verb: 'update', run: tryChange },
  { verb: 'delete', run: tryDelete },
  { verb: 'insert', run: tryAdd },
];

/** Puts in rows of account A and tries each way to them as account B and as a visitor. Everything is rolled back. */
export const proveAll = async (database: Database, catalog: Catalog, proving: Proving): Promise<DataProofs> => {
  const structures = await readStructures(database, catalog.tables);
  const proofs: DataProof[] = [];
  const withoutRow: { table: string; reason: string }[] = [];
  for (const structure of [...structures.values()].slice(0, MOST_TABLES)) {
    const { name } = structure.table;
    proving.begins(`proof ${name}`);
    if (proving.skip.has(name)) {
      withoutRow.push({ table: name, reason: 'a statement on it took too much time or memory' });
      continue;
    }
    await inTransaction(database, structures, async (rows) => {
      const reason = await proveTable(database, structure, rows, proofs);
      if (reason !== undefined) withoutRow.push({ table: name, reason });
    });
  }
  for (const part of [proveViews, proveFunctions, proveBuckets])
    await part({ database, catalog, structures, proving, proofs });
  return { proofs, withoutRow };
};

const proveTable = async (
  database: Database,
  structure: Structure,
  rows: Rows,
  proofs: DataProof[],
): Promise<string | undefined> => {
  const { table } = structure;
  const making = await rows.of(table.name, 'a');
  if (!making.ok) return making.reason;
  for (const actor of ACTORS)
    for (const { verb, run } of WAYS)
      if (table.grants[ROLE[actor]].includes(verb))
        proofs.push(await safely(run, { database, structure, made: making.made, actor }, table.name, actor));
  proofs.push(...(await tryPromote(database, structure, rows)), ...(await tryGrant(database, structure, rows)));
  return undefined;
};

const safely = async (
  run: typeof tryRead,
  given: Parameters<typeof tryRead>[0],
  subject: string,
  actor: Actor,
): Promise<DataProof> => {
  try {
    return await run(given);
  } catch (error) {
    return proof({ subject, verb: 'read', actor, sql: '', reason: messageOf(error) }, 'unproven');
  }
};
