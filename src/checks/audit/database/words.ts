import type { DataProof, DataTable, SqlPlace } from '../../../model/evidence/data.ts';
import type { Where } from '../../../model/finding.ts';
import { printable } from '../../secrets/leak/text.ts';

export const whereOf = (place: SqlPlace | null | undefined): Where =>
  place === null || place === undefined ? {} : { path: place.path, line: place.line };

/** `public.orders`, and with quotes where SQL needs them. */
export const sqlName = (name: string): string => {
  const dot = name.indexOf('.');
  return dot < 0 ? word(name) : `${word(name.slice(0, dot))}.${word(name.slice(dot + 1))}`;
};

const word = (name: string): string =>
  /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${printable(name).replaceAll('"', '""')}"`;

const WHO: Readonly<Record<DataProof['actor'], string>> = {
  visitor: 'a visitor without a login (role anon)',
  'other account': 'another account, B (role authenticated)',
};

const DID: Readonly<Record<DataProof['verb'], string>> = {
  read: 'read what belongs to account A',
  change: 'changed what belongs to account A',
  delete: 'deleted what belongs to account A',
  add: 'added a row',
  forge: 'added a row in the name of account A',
  promote: 'changed its own row',
};

/** One attempt in plain lines: what was sent, by whom, and what came of it. */
export const told = (proof: DataProof): string => {
  // Who may add is not always shown what was added.
  const shown = proof.shown === null || proof.shown === '' ? '' : `: ${printable(proof.shown)}`;
  return `As ${WHO[proof.actor]}: ${printable(proof.sql)}\n  ${DID[proof.verb]}${shown}`;
};

export const REPLAYED = 'In a throwaway PostgreSQL built from your migrations, with rows made up for accounts A and B:';

/** The read-only question to the real database that settles what the migrations leave open. */
export const settle = (tables: readonly string[]): string => {
  const names = tables
    .slice(0, 12)
    .map((name) => `'${printable(name.slice(name.indexOf('.') + 1)).replaceAll("'", "''")}'`);
  const some = names.length === 0 ? '' : ` and c.relname in (${names.join(', ')})`;
  return `Ask the real database (it only reads): select c.relname, c.relrowsecurity, p.polname, p.polcmd, pg_get_expr(p.polqual, p.polrelid) from pg_class c left join pg_policy p on p.polrelid = c.oid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'${some};`;
};

export const firstFew = (names: readonly string[], most = 6): string =>
  names.length <= most
    ? names.map(printable).join(', ')
    : `${names.slice(0, most).map(printable).join(', ')} and ${names.length - most} more`;

/** Whether some column says, at once or through another row, whose a row is. */
export const isOwned = (table: DataTable): boolean =>
  table.columns.some(({ meaning }) => meaning === 'owner' || meaning === 'link');

export const ownersOf = (table: DataTable): string[] =>
  table.columns.filter(({ meaning }) => meaning === 'owner').map(({ name }) => name);
