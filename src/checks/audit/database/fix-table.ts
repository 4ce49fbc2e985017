import type { DataTable } from '../../../model/evidence/data.ts';
import { printable } from '../../secrets/leak/text.ts';

import { ownersOf, sqlName } from './words.ts';

/**
 * The statements that close a table: what lets everybody in is dropped, and the owner named once for each verb. `certain`: these policies let everybody in; otherwise one of them does.
 */
export const closingSql = (table: DataTable, open: readonly string[], certain: boolean): string => {
  const name = sqlName(table.name);
  const owners = ownersOf(table).slice(0, 3);
  const drops = open.map(
    (policy) =>
      `${certain ? '' : '-- if it is the one that lets them in: '}drop policy "${printable(policy).replaceAll('"', '""')}" on ${name};`,
  );
  const head = ['-- a new migration', `alter table ${name} enable row level security;`, ...drops];
  if (owners.length === 0)
    return [
      ...head,
      `-- No column says whose row it is. Only your server (service_role) writes then; let visitors read only what is meant for them.`,
      `revoke insert, update, delete on ${name} from anon, authenticated;`,
      ...(table.privacy.kind === 'private'
        ? [`revoke select on ${name} from anon, authenticated;`]
        : [`create policy "read" on ${name} for select using (true);`]),
    ].join('\n');
  const mine = owners.map(
    (column) => `"${printable(column)}" = (select auth.uid())${isText(table, column) ? '::text' : ''}`,
  );
  const any = mine.join(' or ');
  return [
    ...head,
    ...(table.privacy.kind === 'private'
      ? [`create policy "read own" on ${name} for select to authenticated using (${any});`]
      : [`-- Everybody may go on reading where a select policy says so.`]),
    `create policy "add own" on ${name} for insert to authenticated with check (${mine[0] ?? ''});`,
    `create policy "change own" on ${name} for update to authenticated using (${mine[0] ?? ''}) with check (${mine[0] ?? ''});`,
    `create policy "delete own" on ${name} for delete to authenticated using (${mine[0] ?? ''});`,
    '-- service_role passes by all policies: it needs none.',
  ].join('\n');
};

const isText = (table: DataTable, column: string): boolean =>
  /^(?:text|character)/.test(table.columns.find(({ name }) => name === column)?.type ?? '');
