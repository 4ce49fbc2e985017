import { randomInt } from 'node:crypto';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { rowsIn } from './privacy.ts';
import type { Project } from './project.ts';
import { askData, errorOf, isFine, isRefusal, type Person } from './rest.ts';
import { firstDraft, repair, type Draft } from './row-for.ts';

const TRIES = 8;
const DEPTH = 2;

export const newCanary = (): string =>
  `lr${Array.from({ length: 14 }, () => String.fromCodePoint(97 + randomInt(26))).join('')}`;

/** Where a row of ours is. */
export interface Parent {
  table: string;
  filter: string;
}

interface Inserted {
  draft: Draft;
  answer: Answer;
  answers: readonly Answer[];
  /** Rows that were made to be pointed to. */
  parents: readonly Parent[];
}

interface InsertOptions {
  owner: string;
  prefer: string;
  depth?: number;
}

/** Inserts a row and mends it by what the database complains of. */
export const insert = async (
  context: ProbeContext,
  project: Project,
  table: string,
  as: Person | null,
  { owner, prefer, depth = 0 }: InsertOptions,
): Promise<Inserted> => {
  const columns = project.tables.get(table) ?? [];
  let draft = firstDraft(table, columns, owner, newCanary());
  const answers: Answer[] = [];
  const parents: Parent[] = [];
  for (let count = 0; ; count++) {
    const answer = await askData(context, project, {
      method: 'POST',
      path: `/rest/v1/${encodeURIComponent(table)}`,
      mode: 'write',
      as,
      headers: { prefer },
      body: { json: draft.values },
    });
    answers.push(answer);
    const ended = { draft, answer, answers, parents };
    if (!answer.ok || isFine(answer) || isRefusal(answer) || count >= TRIES) return ended;
    const next = repair(draft, errorOf(answer), columns);
    if (next.kind === 'give up') return ended;
    if (next.kind === 'retry') {
      draft = { ...draft, values: next.values };
      continue;
    }
    const id = await idIn(context, project, next.table, as, { depth, parents });
    if (id === null || draft.values[next.column] === id) return ended;
    draft = { ...draft, values: { ...draft.values, [next.column]: id } };
  }
};

/** Something that a foreign key may point to: the person, a row that the person sees, or one that is made for it. */
const idIn = async (
  context: ProbeContext,
  project: Project,
  table: string,
  as: Person | null,
  { depth, parents }: { depth: number; parents: Parent[] },
): Promise<unknown> => {
  if (/^(?:users|profiles|accounts|members|people)$/.test(table)) return as?.id ?? null;
  const path = `/rest/v1/${encodeURIComponent(table)}?select=*&limit=1`;
  const seen = await askData(context, project, { method: 'GET', path, mode: 'read', as, discreet: true });
  const [row] = isFine(seen) ? rowsIn(seen.json, 1) : [];
  if (row !== undefined) return row['id'] ?? Object.values(row)[0] ?? null;
  if (as === null || depth >= DEPTH || !project.tables.has(table)) return null;
  const prefer = 'return=representation';
  const made = await insert(context, project, table, as, { owner: as.id, prefer, depth: depth + 1 });
  parents.push(...made.parents);
  const [own] = isFine(made.answer) ? rowsIn(made.answer.json, 1) : [];
  const id = own?.['id'];
  if (typeof id !== 'string' && typeof id !== 'number') return null;
  parents.push({ table, filter: `id=eq.${encodeURIComponent(String(id))}` });
  return id;
};
