import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { readRow } from './own-row.ts';
import { peopleOf } from './people.ts';
import type { Row } from './privacy.ts';
import { forOwnProjects, subjectOf, type Project } from './project.ts';
import { askData, told, type Person } from './rest.ts';

const PEOPLE = /profile|account|user|member|customer|seller|vendor|wallet|credit|subscription|role/i;
const MOST_COLUMNS = 4;

interface Temptation {
  column: string;
  value: unknown;
  /** It makes one of the staff. */
  power: boolean;
}

/** Columns that say what one may do or has, with the value that nobody may give oneself. Pure. */
export const temptations = (row: Row): Temptation[] => {
  const found = Object.entries(row).flatMap(([column, value]): Temptation[] => {
    const name = column.toLowerCase();
    if (/^(?:user_)?role$|^access_level$/.test(name) && (typeof value === 'string' || value === null))
      return [{ column, value: value === 'admin' ? 'superadmin' : 'admin', power: true }];
    if (/^(?:is_?)?(?:super_?)?(?:admin|staff|moderator)$/.test(name) && value !== true)
      return [{ column, value: true, power: true }];
    if (/^(?:is_?)?(?:verified|approved|seller|premium|pro|paid|vip)$/.test(name) && typeof value === 'boolean')
      return [{ column, value: !value, power: false }];
    if (/(?:^|_)(?:balance|credits?|wallet|points)$/.test(name) && typeof value === 'number')
      return [{ column, value: value + 1000, power: false }];
    return [];
  });
  return found.toSorted((x, y) => Number(y.power) - Number(x.power)).slice(0, MOST_COLUMNS);
};

const tryTable = async (context: ProbeContext, project: Project, table: string, a: Person): Promise<Said[]> => {
  const columns = (project.tables.get(table) ?? []).map(({ name }) => name);
  const keys = ['id', 'user_id', 'owner_id'].filter((name) => !project.described || columns.includes(name));
  for (const key of keys) {
    const filter = `${key}=eq.${a.id}`;
    const { row } = await readRow(context, project, table, filter, a);
    if (row === undefined || row[key] !== a.id) continue;
    const said: Said[] = [];
    for (const { column, value, power } of temptations(row)) {
      const subject = `${subjectOf(project, table)}: ${column}`;
      const write = (next: unknown) =>
        askData(context, project, {
          method: 'PATCH',
          path: `/rest/v1/${encodeURIComponent(table)}?${filter}`,
          mode: 'write',
          as: a,
          headers: { prefer: 'return=minimal' },
          body: { json: { [column]: next } },
        });
      const tried = await write(value);
      const after = await readRow(context, project, table, filter, a);
      const hit = after.row !== undefined && after.row[column] === value;
      if (hit) await write(row[column]);
      said.push(
        hit
          ? say(
              subject,
              'confirmed',
              `An account gave itself ${column} = ${String(value)} in ${table}, and read it back; it was put back afterwards.`,
              [tried, after.answer],
              { actor: a.actor.name, facts: { power, attack: tried.exchange } },
            )
          : say(subject, 'refuted', `${column} stayed as it was (${told(tried)}).`, [tried, after.answer], {
              actor: a.actor.name,
            }),
      );
    }
    return said;
  }
  return [];
};

export const ownPrivilege = makeProbe({
  id: 'data-own-privilege',
  tries: 'whether an account gives itself a role, a badge or credit by changing its own row',
  mode: 'write',
  requests: 60,
  subject: 'the data',
  run: (context) =>
    forOwnProjects(context, async (project) => {
      const tables = [...project.tables.keys()].filter((table) => PEOPLE.test(table)).slice(0, 12);
      if (tables.length === 0) return [];
      const { a, why } = await peopleOf(context, project);
      if (a === undefined) return [say(project.origin, 'not-tested', `Not tried: ${why}.`)];
      const said: Said[] = [];
      for (const table of tables) said.push(...(await tryTable(context, project, table, a)));
      return said;
    }),
});
