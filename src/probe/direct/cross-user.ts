import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { crossFirebase } from './firebase/cross-user.ts';
import { isOpenToAll } from './open-read.ts';
import { writesOfNobody } from './open-write.ts';
import { changeOf, makeRow, readRow, removeRow, touchRow, type OwnRow } from './own-row.ts';
import { peopleOf } from './people.ts';
import { isOthersBusiness } from './privacy.ts';
import { forOwnProjects, subjectOf, type Project } from './project.ts';
import { isFine, told, type Person } from './rest.ts';

interface Case {
  context: ProbeContext;
  project: Project;
  table: string;
  a: Person;
  b: Person;
  own: OwnRow;
  /** Kinds of writing that nobody may do already. */
  open: ReadonlySet<string>;
}

const whose = ({ a, b }: Case) => ({ actor: b.actor.name, owner: a.actor.name });

const reads = async (one: Case): Promise<Said> => {
  const { context, project, table, b, own } = one;
  const subject = `${subjectOf(project, table)}: read`;
  if (await isOpenToAll(context, project, table))
    return say(subject, 'refuted', 'Everybody can read it: spoken of as data-open-read.');
  const nobody = await readRow(context, project, table, own.filter, null);
  const other = nobody.row === undefined ? await readRow(context, project, table, own.filter, b) : nobody;
  const shown = [...own.answers.slice(-1), other.answer];
  if (!other.answer.ok) return say(subject, 'inconclusive', `There was no answer: ${other.answer.said}.`, shown);
  if (other.row === undefined)
    return say(subject, 'refuted', `The row of another was not shown (${told(other.answer)}).`, shown, whose(one));
  if (isOthersBusiness(table, other.row))
    return say(
      subject,
      'refuted',
      `Others see a row of ${table}; nothing in it is private by its name.`,
      shown,
      whose(one),
    );
  const by = nobody.row === undefined ? 'another account' : 'nobody';
  const facts = { attack: other.answer.exchange, ...(own.marked === undefined ? {} : { canary: own.marked.value }) };
  return say(
    subject,
    'confirmed',
    `A row of ${table} that one account made was read as ${by}${own.marked === undefined ? '' : `, with ${own.marked.column} in it`}.`,
    shown,
    { ...whose(one), ...(nobody.row === undefined ? {} : { actor: 'nobody' }), facts },
  );
};

const SPOKEN = 'Nobody needs an account for it: spoken of as data-open-write.';

const changes = async (one: Case): Promise<Said> => {
  const { context, project, table, a, b, own, open } = one;
  const subject = `${subjectOf(project, table)}: change`;
  if (open.has('change')) return say(subject, 'refuted', SPOKEN);
  const change = changeOf(own);
  if (change === null) return say(subject, 'inconclusive', `No column of ${table} was found whose change would show.`);
  const tried = await touchRow(context, project, own, b, { [change.column]: change.value });
  const after = await readRow(context, project, table, own.filter, a);
  const shown = [tried, after.answer];
  if (after.row === undefined) return say(subject, 'inconclusive', 'Its owner could not read it back.', shown);
  if (after.row[change.column] !== change.value)
    return say(subject, 'refuted', `The row stayed as it was (${told(tried)}).`, shown, whose(one));
  if (own.standing) await touchRow(context, project, own, a, { [change.column]: own.row[change.column] });
  return say(
    subject,
    'confirmed',
    `Another account changed ${change.column} of a row of ${table}; its owner read the new value.`,
    shown,
    { ...whose(one), facts: { attack: tried.exchange } },
  );
};

const deletes = async (one: Case): Promise<Said> => {
  const { context, project, table, a, b, own, open } = one;
  const subject = `${subjectOf(project, table)}: delete`;
  if (open.has('delete')) return say(subject, 'refuted', SPOKEN);
  if (own.standing) return say(subject, 'refuted', `The row came with the account; it was not put at risk.`);
  const tried = await touchRow(context, project, own, b, 'delete');
  const after = await readRow(context, project, table, own.filter, a);
  const shown = [tried, after.answer];
  if (!isFine(after.answer)) return say(subject, 'inconclusive', 'Its owner could not read it back.', shown);
  return after.row === undefined
    ? say(subject, 'confirmed', `Another account deleted a row of ${table}; its owner no longer finds it.`, shown, {
        ...whose(one),
        facts: { attack: tried.exchange },
      })
    : say(subject, 'refuted', `The row is still there (${told(tried)}).`, shown, whose(one));
};

const tryTable = async (
  context: ProbeContext,
  project: Project,
  table: string,
  [a, b]: readonly [Person, Person],
): Promise<Said[]> => {
  const subject = subjectOf(project, table);
  const own = await makeRow(context, project, table, a);
  if (!own.ok) {
    if (own.kind === 'refused')
      return [
        say(
          subject,
          'refuted',
          `An account may not add to ${table}, and sees none of its own (${own.said}).`,
          own.answers.slice(-1),
        ),
      ];
    if (own.kind === 'barred') return [say(subject, 'not-tested', `Nothing was sent: ${own.said}.`)];
    return [
      say(subject, 'inconclusive', `No row of our own could be made in ${table}: ${own.said}.`, own.answers.slice(-2)),
    ];
  }
  try {
    const control = await readRow(context, project, table, own.filter, a);
    if (control.row === undefined)
      return [say(subject, 'inconclusive', 'The account that made the row could not read it back.', [control.answer])];
    const nobodys = await writesOfNobody(context, project, table);
    const open = new Set(
      nobodys.filter(({ verdict }) => verdict === 'confirmed').map((one) => one.subject.split(': ').at(-1) ?? ''),
    );
    const one: Case = { context, project, table, a, b, own, open };
    return [await reads(one), await changes(one), await deletes(one)];
  } finally {
    await removeRow(context, project, own, a);
  }
};

export const crossUser = makeProbe({
  id: 'data-cross-user',
  tries: 'whether one account reads, changes or deletes a row that another one made',
  mode: 'write',
  requests: 60 * 20,
  subject: 'the data',
  run: async (context) => [
    ...(await forOwnProjects(context, async (project) => {
      if (project.tables.size === 0) return [];
      const { a, b, why } = await peopleOf(context, project);
      if (a === undefined || b === undefined) return [say(project.origin, 'not-tested', `Not tried: ${why}.`)];
      const said: Said[] = [];
      for (const table of project.tables.keys()) said.push(...(await tryTable(context, project, table, [a, b])));
      return said;
    })),
    ...(await crossFirebase(context)),
  ],
});
