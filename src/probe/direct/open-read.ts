import { once } from '../accounts/memo.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { readFirebase } from './firebase/open-read.ts';
import { isPrivateColumn, rowsIn, weighRow } from './privacy.ts';
import { forProjects, subjectOf, type Project } from './project.ts';
import { askData, countOf, errorOf, isFine, isRefusal, told } from './rest.ts';

const MOST = 150;

/** Reads at most one row, and asks how many there are. */
const readTable = (context: ProbeContext, project: Project, table: string): Promise<Said> =>
  once(context, `direct: open read ${project.origin} ${table}`, async () => {
    const subject = subjectOf(project, table);
    const path = `/rest/v1/${encodeURIComponent(table)}?select=*`;
    const asked = (more: string, count: 'exact' | 'planned') =>
      askData(context, project, {
        method: 'GET',
        path: `${path}${more}&limit=1`,
        mode: 'read',
        discreet: true,
        headers: { prefer: `count=${count}` },
      });
    const ask = async (more: string) => {
      const answer = await asked(more, 'exact');
      // Counting a large table takes longer than the database lets a visitor ask.
      return answer.ok && errorOf(answer).code === '57014' ? asked(more, 'planned') : answer;
    };
    const first = await ask('');
    if (isRefusal(first)) return say(subject, 'refuted', `Nobody may read ${table}: ${told(first)}.`, [first]);
    if (!isFine(first)) {
      const isMissing = first.ok && first.status === 404;
      return say(subject, isMissing ? 'refuted' : 'inconclusive', `${table} gave ${told(first)}.`, [first]);
    }
    const [row] = rowsIn(first.json, 1);
    if (row === undefined) {
      return say(
        subject,
        'refuted',
        `Nobody saw a row of ${table}. Whether one would show is tried with a row of our own (data-cross-user).`,
        [first],
      );
    }
    const rows = countOf(first) ?? 1;
    let shown = weighRow(table, row);
    let answer = first;
    const empty = Object.keys(row).filter((column) => isPrivateColumn(table, column) && /^\w+$/.test(column));
    if (shown.columns.length === 0 && empty.length > 0 && rows > 1) {
      const filled = await ask(
        `&or=(${empty
          .slice(0, 10)
          .map((column) => `${column}.not.is.null`)
          .join(',')})`,
      );
      const [other] = isFine(filled) ? rowsIn(filled.json, 1) : [];
      if (other !== undefined && isFine(filled)) {
        answer = filled;
        shown = weighRow(table, other);
      }
    }
    const columns = Object.keys(row).slice(0, 30).join(', ');
    const facts = { rows, attack: answer.exchange };
    const what = `Without any login, with the public key of the page alone, ${rows === 1 ? 'the one row' : `all ${rows} rows`} of ${table} can be read`;
    if (shown.weight === 'public')
      return say(subject, 'refuted', `${what}; nothing in it looks private (${columns}).`, [answer], { facts });
    return say(
      subject,
      shown.weight === 'private' ? 'confirmed' : 'likely',
      shown.columns.length === 0
        ? `${what}, though by its name and columns (${columns}) each row belongs to one person.`
        : `${what}, with ${shown.columns.join(', ')} filled in (one row was fetched).`,
      [answer],
      { actor: 'nobody', facts },
    );
  });

/** Whether everybody already sees what is private in a table. */
export const isOpenToAll = async (context: ProbeContext, project: Project, table: string): Promise<boolean> => {
  const { verdict } = await readTable(context, project, table);
  return verdict === 'confirmed' || verdict === 'likely';
};

export const openRead = makeProbe({
  id: 'data-open-read',
  tries: 'which tables and documents are readable by everybody who opens the page',
  mode: 'read',
  requests: 3 * MOST,
  subject: 'the data',
  run: async (context) => [
    ...(await forProjects(context, async (project) => {
      const said: Said[] = [];
      for (const table of project.tables.keys()) said.push(await readTable(context, project, table));
      if (project.left.length > 0)
        said.push(
          say(
            `${new URL(project.origin).host}: more tables`,
            'not-tested',
            `${project.left.length} more tables were not asked, ${project.left.slice(0, 5).join(', ')} among them.`,
          ),
        );
      if (said.length === 0)
        said.push(say(project.origin, 'inconclusive', 'Neither the code nor the API’s own description names a table.'));
      return said;
    })),
    ...(await readFirebase(context)),
  ],
});
