import type { DataProof } from '../../../model/evidence/data.ts';
import type { Catalog } from '../sandbox/catalog.ts';
import { type Database, namedRelation, type Row } from '../sandbox/database.ts';
import { tellingColumns } from '../sandbox/meaning.ts';
import { ACTORS, inTransaction, type Proving } from './transaction.ts';
import type { Rows } from './rows.ts';
import type { Structure } from './structure.ts';
import { proof, ROLE, tooMuch } from './proof.ts';
import { attempt, shown } from './trial.ts';
import { canaryOf } from './values.ts';

export interface Part {
  database: Database;
  catalog: Catalog;
  structures: ReadonlyMap<string, Structure>;
  proving: Proving;
  proofs: DataProof[];
}

/** The made-up values that are private to A, in rows put in for it: value → `table.column`. */
export const canariesOf = async (
  rows: Rows,
  structures: ReadonlyMap<string, Structure>,
  tables: readonly string[],
): Promise<Map<string, string>> => {
  const canaries = new Map<string, string>();
  for (const name of tables) {
    const structure = structures.get(name);
    if (structure === undefined) continue;
    const making = await rows.of(name, 'a');
    if (!making.ok) continue;
    for (const column of tellingColumns(structure.table)) {
      const value = making.made.values[column];
      const isOwn =
        typeof value === 'string' &&
        (value.startsWith(canaryOf(name, '', 'a').slice(0, 5)) || /^lr-a|^\+1555/.test(value));
      if (isOwn) canaries.set(value, `${name}.${column}`);
    }
  }
  return canaries;
};

/** The columns of rows in which private values of A stand. */
export const found = (
  rows: readonly Row[],
  canaries: ReadonlyMap<string, string>,
): { row: Row; columns: string[] } | undefined => {
  for (const row of rows) {
    const text = JSON.stringify(row);
    const columns = [...canaries]
      .filter(([value]) => text.includes(JSON.stringify(value).slice(1, -1)))
      .map(([, column]) => column);
    if (columns.length > 0) return { row, columns };
  }
  return undefined;
};

/** Reads each view as B and as a visitor, with rows of A in the tables behind it. */
export const proveViews = async ({ database, catalog, structures, proving, proofs }: Part): Promise<void> => {
  for (const view of catalog.views) {
    if (view.readers.length === 0) continue;
    proving.begins(`proof ${view.name}`);
    if (proving.skip.has(view.name)) {
      proofs.push(tooMuch({ subject: view.name, on: 'view' }));
      continue;
    }
    await inTransaction(database, structures, async (rows) => {
      const canaries = await canariesOf(rows, structures, view.over);
      if (view.materialized) await database.run(`refresh materialized view ${namedRelation(view.name)}`);
      for (const actor of ACTORS) {
        if (!view.readers.includes(ROLE[actor])) continue;
        const sql = `select * from ${namedRelation(view.name)} limit 200`;
        const base = { subject: view.name, on: 'view' as const, verb: 'read' as const, actor, sql };
        const tried = await attempt(database, { actor, sql });
        if (!tried.ok) {
          proofs.push(proof({ ...base, reason: tried.reason }, tried.denied ? 'closed' : 'unproven'));
          continue;
        }
        const hit = found(tried.rows, canaries);
        proofs.push(
          hit === undefined
            ? proof(base, 'closed')
            : proof({ ...base, columns: hit.columns, shown: shown(hit.row) }, 'open'),
        );
      }
    });
  }
};
