import type { DataColumn } from '../../../model/evidence/data.ts';
import { codeOf, type Database, messageOf, named, namedRelation, quoted, type Row } from '../sandbox/database.ts';
import { IDS, type Who } from './actors.ts';
import type { Structure } from './structure.ts';
import { candidatesFor, isFilled } from './values.ts';

/** A row that was put in for an account. */
export interface Made {
  /** How it is found again: a condition of SQL. */
  where: string;
  values: Row;
  /** What was written, by column: expressions of SQL. */
  written: ReadonlyMap<string, string>;
}

export type Making = { ok: true; made: Made } | { ok: false; reason: string };

const MOST_TRIES = 14;
const DEEPEST = 6;

/** Makes rows with all that they hang on. Triggers and references are off meanwhile, so that nothing of the app's own code decides. */
export class Rows {
  readonly #database: Database;
  readonly #structures: ReadonlyMap<string, Structure>;
  readonly #made = new Map<string, Making>();
  readonly #open = new Set<string>();

  constructor(database: Database, structures: ReadonlyMap<string, Structure>) {
    this.#database = database;
    this.#structures = structures;
  }

  /**
   * The row of an account in a table; made once. What it hangs on is the account's own too, or that of `hanging`: a seat of B in the house of A.
   */
  async of(table: string, who: Who, hanging: Who = who): Promise<Making> {
    const key = `${table} ${who} ${hanging}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const structure = this.#structures.get(table);
    if (structure === undefined) return { ok: false, reason: 'the table is not among those that are looked at' };
    if (this.#open.has(key) || this.#open.size >= DEEPEST)
      return { ok: false, reason: 'its references go round in a circle' };
    this.#open.add(key);
    const making = await this.#make(structure, who, hanging);
    this.#open.delete(key);
    if (!making.ok && this.#open.size > 0) return making;
    this.#made.set(key, making);
    return making;
  }

  async #make(structure: Structure, who: Who, hanging: Who): Promise<Making> {
    const parents = await this.#parents(structure, who, hanging);
    const tries = new Map<string, number>();
    const left = new Set<string>();
    let reason = '';
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const written = new Map<string, string>();
      for (const column of structure.table.columns) {
        if (column.generated || left.has(column.name)) continue;
        const parent = parents.get(column.name);
        const tried = tries.get(column.name) ?? 0;
        // A check may want one of several references and not the others.
        if (parent !== undefined && tried % 2 === 1 && !column.required) written.set(column.name, 'null');
        else if (parent !== undefined) written.set(column.name, parent);
        else if (isFilled(column) || tries.has(column.name)) {
          const ways = [...candidatesFor(structure, column, who), ...(column.required ? [] : ['null'])];
          written.set(column.name, ways[tried % ways.length] ?? 'default');
        }
      }
      try {
        return { ok: true, made: await this.#insert(structure, written) };
      } catch (error) {
        reason = messageOf(error);
        await this.#database.run('rollback to savepoint making');
        if (codeOf(error) === '23505') {
          const existing = await this.#existing(structure, who, written);
          if (existing !== undefined) return { ok: true, made: existing };
        }
        const refused = refusedColumns(structure, error, reason);
        if (refused.length === 0) break;
        // The last of a rule's columns changes fastest.
        const column = refused[attempt % refused.length];
        if (column !== undefined) tries.set(column.name, (tries.get(column.name) ?? 0) + 1);
      }
    }
    return { ok: false, reason };
  }

  async #insert({ table, key }: Structure, written: ReadonlyMap<string, string>): Promise<Made> {
    const columns = [...written.keys()].map(named).join(', ');
    const values = [...written.values()].join(', ');
    const body = written.size === 0 ? 'default values' : `(${columns}) values (${values})`;
    const [row] = await this.#database.last(
      `savepoint making; set local session_replication_role = replica; insert into ${namedRelation(table.name)} as t ${body} returning to_jsonb(t) as row, t.ctid::text as ctid`,
    );
    await this.#database.run('set local session_replication_role = origin; release savepoint making');
    return madeOf(row, key, written);
  }

  /** What the app's own trigger has made for the account already, with the made-up values written into it. */
  async #existing(
    { table, key }: Structure,
    who: Who,
    written: ReadonlyMap<string, string>,
  ): Promise<Made | undefined> {
    const name = namedRelation(table.name);
    const owners = [...written]
      .filter(([, value]) => value.includes(IDS[who]))
      .map(([column]) => `t.${named(column)}::text = ${quoted(IDS[who])}`);
    const telling = [...written].filter(([, value]) => value.includes('lr-'));
    // A row that a migration put in does as well where nobody owns it.
    const where = owners.length === 0 ? 'true' : owners.join(' and ');
    const set = telling.map(([column, value]) => `${named(column)} = ${value}`).join(', ');
    const change = set === '' || owners.length === 0 ? '' : `update ${name} as t set ${set} where ${where};`;
    try {
      const [row] = await this.#database.last(
        `savepoint making; set local session_replication_role = replica; ${change} select to_jsonb(t) as row, t.ctid::text as ctid from ${name} t where ${where} limit 1`,
      );
      await this.#database.run('set local session_replication_role = origin; release savepoint making');
      return row === undefined ? undefined : madeOf(row, key, written);
    } catch {
      await this.#database.run('rollback to savepoint making');
      return undefined;
    }
  }

  async #parents(structure: Structure, who: Who, hanging: Who): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const { columns, to, at } of structure.foreign) {
      for (const [index, column] of columns.entries()) {
        if (found.has(column)) continue;
        const there = at[index] ?? 'id';
        const own = structure.table.columns.find((one) => one.name === column);
        const type = own?.type ?? 'text';
        if (to === 'auth.users' && there === 'id') found.set(column, `${quoted(IDS[who])}::${type}`);
        else if (to !== structure.table.name) {
          const parent = await this.of(to, own?.meaning === 'owner' ? who : hanging);
          const value = parent.ok ? parent.made.values[there] : undefined;
          if (typeof value === 'string' || typeof value === 'number')
            found.set(column, `${quoted(String(value))}::${type}`);
        }
      }
    }
    return found;
  }
}

const madeOf = (row: Row | undefined, key: readonly string[], written: ReadonlyMap<string, string>): Made => {
  const values = (row?.['row'] ?? {}) as Row;
  const conditions = key.map((column) => `${named(column)}::text = ${quoted(String(values[column]))}`);
  return {
    where: conditions.length > 0 ? conditions.join(' and ') : `ctid = ${quoted(String(row?.['ctid']))}::tid`,
    values,
    written,
  };
};

/** The columns that another value may help: of a check that refused, without a value, or too long. */
const refusedColumns = ({ table, checks }: Structure, error: unknown, reason: string): readonly DataColumn[] => {
  const code = codeOf(error);
  const byName = (names: readonly string[]): DataColumn[] =>
    table.columns.filter((column) => names.includes(column.name));
  if (code === '23514') {
    const rule = /violates check constraint "([^"]+)"/.exec(reason)?.[1];
    return byName(checks.find((check) => check.name === rule)?.columns ?? []);
  }
  if (code === '23502') return byName([/null value in column "([^"]+)"/.exec(reason)?.[1] ?? '']);
  return [];
};
