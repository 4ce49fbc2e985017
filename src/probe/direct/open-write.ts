import { once } from '../accounts/memo.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { writeFirebase } from './firebase/open-write.ts';
import { insert } from './insert-row.ts';
import { changeOf, makeRow, readRow, removeRow, touchRow } from './own-row.ts';
import { peopleOf } from './people.ts';
import { isIntake } from './privacy.ts';
import { forOwnProjects, subjectOf, type Project } from './project.ts';
import { errorOf, isFine, isRefusal, told, type Person } from './rest.ts';
import { canaryColumn, isPastPolicies } from './row-for.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const ATTACKER = { actor: 'nobody' };

const insertAsNobody = async (
  context: ProbeContext,
  project: Project,
  table: string,
  a: Person | undefined,
): Promise<Said> => {
  const subject = `${subjectOf(project, table)}: insert`;
  if (isIntake(table)) return say(subject, 'refuted', `Not tried: by its name ${table} takes what everybody sends.`);
  const { answer, draft, answers } = await insert(context, project, table, null, {
    owner: a?.id ?? NOBODY,
    prefer: 'return=minimal, tx=rollback',
  });
  const shown = answers.slice(-2);
  if (!answer.ok) return say(subject, 'not-tested', `Nothing was sent: ${answer.said}.`, shown);
  if (isRefusal(answer)) return say(subject, 'refuted', `Nobody may add to ${table}: ${told(answer)}.`, shown);
  if (!isFine(answer)) {
    if (answer.status === 404) return say(subject, 'refuted', `${table} is not there.`, shown);
    if (!isPastPolicies(errorOf(answer)))
      return say(subject, 'inconclusive', `No row could be made that ${table} takes: ${told(answer)}.`, shown);
    return say(
      subject,
      'likely',
      `The policies of ${table} let a row of nobody pass; only a constraint stopped it (${told(answer)}).`,
      shown,
      ATTACKER,
    );
  }
  const column = canaryColumn(draft);
  const filter = column === undefined ? null : `${column}=eq.${encodeURIComponent(String(draft.values[column]))}`;
  const isRolledBack = /tx=rollback/.test(answer.headers['preference-applied'] ?? '');
  const read =
    filter === null || isRolledBack
      ? undefined
      : ((await seenBy(context, project, table, filter, null)) ??
        (a === undefined ? undefined : await seenBy(context, project, table, filter, a)));
  const gone = isRolledBack || (filter !== null && (await takeAway(context, project, table, filter, [null, a])));
  if (!gone) left(context, project, table, filter);
  const isShown = isRolledBack || read !== undefined;
  return say(
    subject,
    isShown ? 'confirmed' : 'likely',
    `Without any login a row was added to ${table}${isRolledBack ? ', in a transaction that was rolled back' : isShown ? ', and read back' : '; it could not be read back'}.`,
    [...shown, read],
    { ...ATTACKER, facts: { attack: answer.exchange } },
  );
};

const seenBy = async (context: ProbeContext, project: Project, table: string, filter: string, as: Person | null) => {
  const { answer, row } = await readRow(context, project, table, filter, as);
  return row === undefined ? undefined : answer;
};

/** Deletes our row as whoever may; true when it is gone for everybody who could see it. */
const takeAway = async (
  context: ProbeContext,
  project: Project,
  table: string,
  filter: string,
  who: readonly (Person | null | undefined)[],
): Promise<boolean> => {
  for (const as of who) {
    if (as === undefined || (await seenBy(context, project, table, filter, as)) === undefined) continue;
    await touchRow(context, project, { table, filter }, as, 'delete');
    if ((await seenBy(context, project, table, filter, as)) === undefined) return true;
  }
  return false;
};

const left = (context: ProbeContext, project: Project, table: string, filter: string | null): void => {
  context.made?.push({
    type: table,
    id: filter ?? 'unknown',
    owner: 'nobody',
    by: `POST ${project.origin}/rest/v1/${table}`,
    state: 'cannot be removed',
    remove: `Delete the row of ${table} where ${filter ?? 'it is the newest'}.`,
  });
};

/** Changes and deletes a row of A with the public key alone; A reads it back. */
const touchAsNobody = async (context: ProbeContext, project: Project, table: string, a: Person): Promise<Said[]> => {
  const own = await makeRow(context, project, table, a);
  if (!own.ok) return [];
  const said: Said[] = [];
  const subject = subjectOf(project, table);
  const more = { ...ATTACKER, owner: a.actor.name };
  try {
    const change = changeOf(own);
    if (change !== null) {
      const tried = await touchRow(context, project, own, null, { [change.column]: change.value });
      const after = await readRow(context, project, table, own.filter, a);
      const hit = after.row?.[change.column] === change.value;
      said.push(
        hit
          ? say(
              `${subject}: change`,
              'confirmed',
              `Without any login ${change.column} of a row of another was changed in ${table}; its owner read the new value.`,
              [tried, after.answer],
              { ...more, facts: { attack: tried.exchange } },
            )
          : say(
              `${subject}: change`,
              'refuted',
              `A row of another stayed as it was (${told(tried)}).`,
              [tried, after.answer],
              more,
            ),
      );
      if (hit && own.standing) await touchRow(context, project, own, a, { [change.column]: own.row[change.column] });
    }
    if (!own.standing) {
      const tried = await touchRow(context, project, own, null, 'delete');
      const after = await readRow(context, project, table, own.filter, a);
      const hit = after.answer.ok && isFine(after.answer) && after.row === undefined;
      said.push(
        hit
          ? say(
              `${subject}: delete`,
              'confirmed',
              `Without any login a row of another was deleted from ${table}; its owner no longer finds it.`,
              [tried, after.answer],
              { ...more, facts: { attack: tried.exchange } },
            )
          : say(
              `${subject}: delete`,
              'refuted',
              `A row of another stayed (${told(tried)}).`,
              [tried, after.answer],
              more,
            ),
      );
    }
  } finally {
    await removeRow(context, project, own, a);
  }
  return said;
};

/** What nobody may do to a table. Asked once: another probe wants to know, too. */
export const writesOfNobody = (context: ProbeContext, project: Project, table: string): Promise<readonly Said[]> =>
  once(context, `direct: open write ${project.origin} ${table}`, async () => {
    const { a } = await peopleOf(context, project);
    const inserted = await insertAsNobody(context, project, table, a);
    return [inserted, ...(a === undefined ? [] : await touchAsNobody(context, project, table, a))];
  });

export const openWrite = makeProbe({
  id: 'data-open-write',
  tries:
    'whether somebody without a login can add, change or delete rows (its own ones, and rolled back where the server does that)',
  mode: 'write',
  requests: 60 * 20,
  subject: 'the data',
  run: async (context) => [
    ...(await forOwnProjects(context, async (project) => {
      const said: Said[] = [];
      for (const table of project.tables.keys()) said.push(...(await writesOfNobody(context, project, table)));
      return said;
    })),
    ...(await writeFirebase(context)),
  ],
});
