import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { insert, newCanary, type Parent } from './insert-row.ts';
import type { Project } from './project.ts';
import { isRow, isPrivateColumn, rowsIn, type Row } from './privacy.ts';
import { askData, errorOf, isFine, isRefusal, told, type Person } from './rest.ts';
import { canaryColumn, isPastPolicies, type Draft } from './row-for.ts';

/** A row of ours in one of the tables. */
export interface OwnRow {
  ok: true;
  table: string;
  /** Matches this row and no other: `id=eq.7`. */
  filter: string;
  row: Row;
  /** The column with the text by which it is known. */
  marked?: { column: string; value: string };
  /** It was there with the account (a profile); not made, so not removed. */
  standing: boolean;
  answers: readonly Answer[];
  /** Made to be pointed to; removed after it, the last one first. */
  parents?: readonly Parent[];
}

export interface NoRow {
  ok: false;
  /** `refused`: by policies or rights. `past policies`: only a constraint stopped it. */
  kind: 'refused' | 'past policies' | 'unmade' | 'barred';
  said: string;
  answers: readonly Answer[];
}

/** A fresh row of the person in the table, or the one that came with the account. */
export const makeRow = async (
  context: ProbeContext,
  project: Project,
  table: string,
  as: Person,
): Promise<OwnRow | NoRow> => {
  const made = await insert(context, project, table, as, { owner: as.id, prefer: 'return=representation' });
  const { answer, draft, answers, parents } = made;
  if (!answer.ok) return { ok: false, kind: 'barred', said: answer.said, answers };
  const [row] = isFine(answer) && isRow((answer.json as unknown[] | undefined)?.[0]) ? rowsIn(answer.json, 1) : [];
  const filter = row === undefined ? null : filterOf(project, draft, row);
  if (row !== undefined && filter !== null) {
    const column = canaryColumn(draft);
    const value = column === undefined ? undefined : row[column];
    const marked = column !== undefined && typeof value === 'string' ? { marked: { column, value } } : {};
    return { ok: true, table, filter, row, standing: false, ...marked, answers, parents };
  }
  for (const parent of parents.toReversed()) await takeAway(context, project, parent, as);
  const standing = await standingRow(context, project, table, as);
  if (standing !== null) return standing;
  if (isRefusal(answer)) return { ok: false, kind: 'refused', said: told(answer), answers };
  const kind = isPastPolicies(errorOf(answer)) ? 'past policies' : 'unmade';
  return { ok: false, kind, said: told(answer), answers };
};

/** The row that an account has of its own from the start: a profile with the account's id. */
const standingRow = async (
  context: ProbeContext,
  project: Project,
  table: string,
  as: Person,
): Promise<OwnRow | null> => {
  const columns = (project.tables.get(table) ?? []).map(({ name }) => name);
  const looksOwn = /profile|account|user|member|customer|seller|setting/i.test(table);
  const keys = ['id', 'user_id', 'owner_id'].filter((name) =>
    columns.length === 0 ? looksOwn : columns.includes(name) || (name === 'id' && !project.described),
  );
  if (!looksOwn) return null;
  for (const key of keys) {
    const filter = `${key}=eq.${as.id}`;
    const seen = await readRow(context, project, table, filter, as);
    const row = seen.row;
    if (row === undefined || row[key] !== as.id) continue;
    const [column, value] =
      Object.entries(row).find(
        ([name, one]) => name !== key && typeof one === 'string' && one.length >= 6 && isPrivateColumn(table, name),
      ) ?? [];
    const marked = column === undefined || typeof value !== 'string' ? {} : { marked: { column, value } };
    return { ok: true, table, filter, row, standing: true, ...marked, answers: [seen.answer] };
  }
  return null;
};

/** Matches exactly the row: by its key and, where one was planted, the canary. Null when it has neither. */
const filterOf = (project: Project, draft: Draft, row: Row): string | null => {
  const keys = (project.tables.get(draft.table) ?? []).filter(({ isKey }) => isKey).map(({ name }) => name);
  const named = keys.length > 0 ? keys : ['id', 'uuid'].filter((name) => name in row);
  const parts = named
    .filter((name) => ['string', 'number'].includes(typeof row[name]))
    .map((name) => `${name}=eq.${encodeURIComponent(String(row[name]))}`);
  if (parts.length > 0 && parts.length === named.length) return parts.join('&');
  const column = canaryColumn(draft);
  return column === undefined ? null : `${column}=eq.${encodeURIComponent(String(draft.values[column]))}`;
};

export const readRow = async (
  context: ProbeContext,
  project: Project,
  table: string,
  filter: string,
  as: Person | null,
): Promise<{ answer: Answer; row: Row | undefined }> => {
  const answer = await askData(context, project, {
    method: 'GET',
    path: `/rest/v1/${encodeURIComponent(table)}?select=*&${filter}&limit=1`,
    mode: 'read',
    as,
  });
  return { answer, row: isFine(answer) ? rowsIn(answer.json, 1)[0] : undefined };
};

/** Changes or deletes our row by the filter that matches it alone. */
export const touchRow = (
  context: ProbeContext,
  project: Project,
  { table, filter }: Pick<OwnRow, 'table' | 'filter'>,
  as: Person | null,
  change: Readonly<Record<string, unknown>> | 'delete',
): Promise<Answer> =>
  askData(context, project, {
    method: change === 'delete' ? 'DELETE' : 'PATCH',
    path: `/rest/v1/${encodeURIComponent(table)}?${filter}`,
    mode: 'write',
    as,
    headers: { prefer: 'return=minimal' },
    ...(change === 'delete' ? {} : { body: { json: change } }),
  });

/** A change of our row that shows: another text where its text stands. Null when it has none. */
export const changeOf = ({ row, marked }: OwnRow): { column: string; value: string } | null => {
  const column = marked?.column ?? Object.keys(row).find((name) => /^(?:display_name|name|title|bio)$/.test(name));
  if (column === undefined) return null;
  const tail = /e_?mail$/i.test(column) ? '@example.com' : '';
  return { column, value: `${newCanary()}${tail}` };
};

/** Takes our row away again, and what it pointed to. */
export const removeRow = async (context: ProbeContext, project: Project, own: OwnRow, as: Person): Promise<void> => {
  if (own.standing) return;
  await takeAway(context, project, own, as);
  for (const parent of (own.parents ?? []).toReversed()) await takeAway(context, project, parent, as);
};

/** Deletes a row of ours and proves it; what stays is written down. */
const takeAway = async (
  context: ProbeContext,
  project: Project,
  { table, filter }: Parent,
  as: Person,
): Promise<void> => {
  const answer = await touchRow(context, project, { table, filter }, as, 'delete');
  const left = await readRow(context, project, table, filter, as);
  const isGone = isFine(answer) && isFine(left.answer) && left.row === undefined;
  context.made?.push({
    type: table,
    id: filter,
    owner: as.actor.name,
    by: `POST /rest/v1/${table}`,
    state: isGone ? 'removed' : 'cannot be removed',
    ...(isGone ? {} : { remove: `Delete the row of ${table} where ${filter}.` }),
  });
};
