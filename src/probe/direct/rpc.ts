import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import type { Routine } from './description.ts';
import { peopleOf } from './people.ts';
import { isOwnerColumn, privateColumns, rowsIn } from './privacy.ts';
import { forProjects, subjectOf, type Project } from './project.ts';
import { askData, errorOf, isFine, isRefusal, told } from './rest.ts';
import { isOpenToAll } from './open-read.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** Only staff does these. */
const POWER =
  /(?:^|_)(?:admin|approve|promote|demote|grant|revoke|ban|unban|suspend|set_role|make_\w+|refund|payout|credit|debit|delete|purge|impersonate|verify_\w+|set_balance|transfer)(?:_|$)/i;

/** A harmless value for an argument. Pure. */
export const argumentFor = (name: string, format: string | undefined, person: string): string => {
  const plain = name.replace(/^_?(?:p|in|arg|v)_/, '').replace(/^_|_$/g, '');
  if (isOwnerColumn(plain) || /user|uid/i.test(plain)) return person;
  if (/uuid/.test(format ?? '')) return NOBODY;
  if (/int|numeric|double|real/.test(format ?? '') || /limit|count|page|size|days|offset/i.test(plain)) return '1';
  if (/bool/.test(format ?? '')) return 'false';
  if (/json/.test(format ?? '')) return '{}';
  if (/timestamp|date/.test(format ?? '') || /date|_at$/.test(plain)) return '2020-01-01';
  if (/(?:^|_)id$/.test(plain)) return NOBODY;
  return 'launch-ready';
};

/** Calls a function by GET: PostgREST runs that in a read-only transaction, so whatever it is, it changes nothing. */
const callByGet = (
  context: ProbeContext,
  project: Project,
  routine: Pick<Routine, 'name'>,
  args: Routine['args'],
  person: string,
): Promise<Answer> => {
  const query = new URLSearchParams(
    args.map(({ name, format }): [string, string] => [name, argumentFor(name, format, person)]),
  );
  query.set('limit', '1');
  return askData(context, project, {
    method: 'GET',
    path: `/rest/v1/rpc/${routine.name}?${query.toString()}`,
    mode: 'read',
    discreet: true,
  });
};

const hintedArgs = (hint: string): Routine['args'] | null => {
  const list = /the function [\w.]{1,130}\(([\w, ]{1,500})\)/.exec(hint)?.[1];
  return list === undefined ? null : list.split(',').map((name) => ({ name: name.trim(), required: true }));
};

const tryRoutine = async (context: ProbeContext, project: Project, routine: Routine, person: string): Promise<Said> => {
  const subject = subjectOf(project, `rpc ${routine.name}`);
  let answer = await callByGet(context, project, routine, routine.args, person);
  if (answer.ok && errorOf(answer).code === 'PGRST202') {
    const args = hintedArgs(errorOf(answer).hint);
    if (args !== null) answer = await callByGet(context, project, routine, args, person);
  }
  if (!answer.ok) return say(subject, 'inconclusive', `There was no answer: ${answer.said}.`, [answer]);
  const { code, message } = errorOf(answer);
  const more = { actor: 'nobody' };
  if (code === '25006' || (answer.status === 405 && /read-only/.test(message))) {
    return POWER.test(routine.name)
      ? say(
          subject,
          'likely',
          `Nobody needs a login to run ${routine.name}: it got as far as writing, which only our read-only transaction stopped.`,
          [answer],
          more,
        )
      : say(
          subject,
          'refuted',
          `${routine.name} runs for everybody and writes; nothing in its name says that it should not.`,
          [answer],
          more,
        );
  }
  if (isRefusal(answer)) return say(subject, 'refuted', `Nobody may run it: ${told(answer)}.`, [answer], more);
  if (!isFine(answer))
    return say(subject, answer.status === 404 ? 'refuted' : 'inconclusive', `It gave ${told(answer)}.`, [answer], more);
  const columns = [...new Set(rowsIn(answer.json).flatMap((row) => privateColumns(routine.name, row)))];
  if (columns.length === 0)
    return say(
      subject,
      'refuted',
      `Everybody may run ${routine.name}; what it gave holds nothing private.`,
      [answer],
      more,
    );
  for (const [table, known] of project.tables) {
    const names = new Set(known.map((column) => column.name));
    const isOfTable = rowsIn(answer.json).every((row) => Object.keys(row).every((name) => names.has(name)));
    if (isOfTable && (await isOpenToAll(context, project, table)))
      return say(
        subject,
        'refuted',
        `It gives rows of ${table}, which everybody can read: spoken of as data-open-read.`,
      );
  }
  return say(
    subject,
    'confirmed',
    `Without any login ${routine.name} gave ${columns.join(', ')}. Functions marked SECURITY DEFINER pass by the policies of the tables that they read.`,
    [answer],
    { ...more, facts: { attack: answer.exchange } },
  );
};

export const rpc = makeProbe({
  id: 'data-rpc',
  tries:
    'whether database functions give private rows to somebody without a login (by GET, in a read-only transaction)',
  mode: 'read',
  requests: 40 * 2,
  subject: 'the functions of the database',
  run: (context) =>
    forProjects(context, async (project) => {
      if (project.routines.size === 0) return [];
      const { a } = await peopleOf(context, project);
      const said: Said[] = [];
      // Of a project that is not shown to be the user's only what the page itself calls.
      const routines = [...project.routines.values()].filter(
        ({ name }) => project.looksOnly === undefined || project.names.functions.has(name),
      );
      for (const routine of routines) said.push(await tryRoutine(context, project, routine, a?.id ?? NOBODY));
      return said;
    }),
});
