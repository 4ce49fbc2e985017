import type { SqlPlace, SqlTrouble } from '../../../model/evidence/data.ts';
import { type About, aboutOf } from '../sql/about.ts';
import { judgeStatement } from '../sql/guard.ts';
import { splitStatements, type Statement, withoutPsql } from '../sql/split.ts';
import { isTree, type Tree } from '../sql/tree.ts';
import { type Database, messageOf } from './database.ts';
import { isBuiltIn, withoutForeignTypes } from './extensions.ts';
import type { Order, SqlFile } from './protocol.ts';
import { SESSION } from './supabase.ts';

export interface Parser {
  parseSync(sql: string): { stmts?: readonly unknown[] };
}

export interface Replay {
  counts: { files: number; statements: number; parsed: number; replayed: number }[];
  troubles: SqlTrouble[];
  /** Where each object was made last, by `kind schema.name`. */
  places: Map<string, SqlPlace>;
  /** DO blocks and the like, where objects may have been made that no statement names. */
  dynamic: { place: SqlPlace; text: string }[];
  /** Reasons for doubt by relation; `*` for all. */
  doubts: Map<string, string>;
  /** Relations that a statement needs and none creates. */
  absent: Map<string, SqlPlace>;
}

const MOST_STATEMENTS = 40_000;
const MOST_TROUBLES = 3_000;
const CATALOG = /\bpg_(?:tables|policies|policy|class|proc)\b|\binformation_schema\b/i;
const ABSENT = /^relation "(?:(\w+)\.)?(\w+)" does not exist/;
/** Errors after which the database is as it would be: what was to be dropped is not there, what was to be made is. */
const HARMLESS =
  /already exists|does not exist, skipping|^(?:policy|trigger|rule) ".*" for (?:table|relation) ".*" does not exist|is already (?:a )?member|duplicate key value|^must be (?:member of|able to SET) /i;

/** Reads every statement and, with a database, runs it. `begins` is told before each, so that one that never ends can be named. */
export const replay = async (
  order: Order,
  parser: Parser,
  database: Database | null,
  begins: (step: string) => void,
): Promise<Replay> => {
  const state: Replay = {
    counts: order.sets.map(() => ({ files: 0, statements: 0, parsed: 0, replayed: 0 })),
    troubles: [],
    places: new Map(),
    dynamic: [],
    doubts: new Map(),
    absent: new Map(),
  };
  const skip = new Map(order.skip.map(({ at, reason }) => [at, reason]));
  const extensions = new Set(order.server?.extensions ?? []);
  let index = -1;
  for (const file of order.files) {
    const count = state.counts[file.set];
    if (count === undefined) continue;
    count.files++;
    if (database !== null) await database.run(SESSION);
    for (const statement of splitStatements(withoutPsql(file.text))) {
      index++;
      if (index >= MOST_STATEMENTS) break;
      count.statements++;
      begins(`statement ${index}`);
      await one(state, { file, statement, parser, database, ended: skip.get(index), extensions });
    }
  }
  return state;
};

interface Work {
  file: SqlFile;
  statement: Statement;
  parser: Parser;
  database: Database | null;
  /** Why it ended an earlier attempt. */
  ended: string | undefined;
  /** Those beyond the built-in ones. */
  extensions: ReadonlySet<string>;
}

const one = async (state: Replay, { file, statement, parser, database, ended, extensions }: Work): Promise<void> => {
  const count = state.counts[file.set];
  const place = { path: file.path, line: file.line + statement.line - 1 };
  const trouble = (kind: SqlTrouble['kind'], reason: string, relations: readonly string[]): void => {
    if (state.troubles.length < MOST_TROUBLES)
      state.troubles.push({
        place,
        kind,
        reason,
        relations: relations.slice(0, 20),
        text: statement.text.replace(/\s+/g, ' ').slice(0, 160),
      });
  };
  let tree: Tree;
  try {
    const [first] = parser.parseSync(statement.text).stmts ?? [];
    const node = isTree(first) ? first['stmt'] : undefined;
    if (!isTree(node)) return;
    tree = node;
  } catch (error) {
    trouble('syntax', messageOf(error), namesIn(statement.text));
    for (const name of namesIn(statement.text))
      state.doubts.set(name, `${place.path}:${place.line} cannot be read by PostgreSQL`);
    return;
  }
  if (count !== undefined) count.parsed++;
  const about = aboutOf(tree, statement.text);
  const doubt = (what: string): void => {
    const why = `${place.path}:${place.line} ${what}`;
    if (!about.guards) return;
    for (const name of about.relations) state.doubts.set(name, why);
    if (!('DoStmt' in tree) || !/\bexecute\b/i.test(statement.text)) return;
    for (const [, name] of statement.text.matchAll(/'(\w{1,80})'/g)) state.doubts.set(`public.${name}`, why);
    // It goes through the catalog, so that any table may be meant.
    if (CATALOG.test(statement.text)) state.doubts.set('*', why);
  };
  const judged = judgeStatement(tree, statement.text);
  if (!judged.run) {
    if (judged.idle) return;
    trouble('refused', judged.reason, about.relations);
    doubt('was not run');
    return;
  }
  if (ended !== undefined) {
    trouble('endless', ended, about.relations);
    doubt('was not run');
    return;
  }
  if (database === null) return;
  const extension = about.makes.find((made) => made.startsWith('extension '))?.slice('extension '.length);
  if (extension !== undefined && !isBuiltIn(extension)) return;
  try {
    await database.run(withoutForeignTypes(statement.text, extensions));
    if (count !== undefined) count.replayed++;
    for (const made of about.makes) state.places.set(made, place);
    if ('RenameStmt' in tree) carryPolicies(state.places, about);
    if ('DoStmt' in tree || about.makes.includes('buckets')) state.dynamic.push({ place, text: statement.text });
  } catch (error) {
    const reason = messageOf(error);
    await database.run('rollback').catch(() => undefined);
    if (HARMLESS.test(reason)) {
      if (count !== undefined) count.replayed++;
      return;
    }
    trouble('failed', reason, about.relations);
    const [, schema = 'public', name] = ABSENT.exec(reason) ?? [];
    if (name !== undefined && about.relations.includes(`${schema}.${name}`) && !state.absent.has(`${schema}.${name}`))
      state.absent.set(`${schema}.${name}`, place);
    doubt(`failed in the replay (${reason.slice(0, 120)})`);
  }
};

const namesIn = (text: string): string[] =>
  [
    ...text
      .slice(0, 4000)
      .matchAll(/\b(?:table|on|into|view)\s+(?:if\s+(?:not\s+)?exists\s+)?(?:"?(\w+)"?\.)?"?(\w+)"?/gi),
  ]
    .slice(0, 5)
    .map(([, schema, name]) => `${schema ?? 'public'}.${name}`);

/** The policies of a table that gets another name keep their places. */
const carryPolicies = (places: Map<string, SqlPlace>, { makes, relations }: About): void => {
  const [made = ''] = makes;
  const [before] = relations;
  if (!made.startsWith('table ') || before === undefined) return;
  for (const [key, place] of Array.from(places))
    if (key.startsWith(`policy ${before}/`))
      places.set(`policy ${made.slice('table '.length)}${key.slice(`policy ${before}`.length)}`, place);
};
