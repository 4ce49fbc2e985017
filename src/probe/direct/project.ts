import { once } from '../accounts/memo.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { readDescription, type Column, type Routine } from './description.ts';
import { collectNames, noNames, type CodeNames } from './names-in-code.ts';
import { projectsIn, type FoundSecret } from './projects-in-code.ts';
import { askData } from './rest.ts';

/** A hosted database that the browser talks to. */
export interface Project {
  /** Exact origin of its API. */
  origin: string;
  publicKey: string;
  names: CodeNames;
  /** Tables with what is known of their columns. */
  tables: ReadonlyMap<string, readonly Column[]>;
  routines: ReadonlyMap<string, Routine>;
  /** Tables beyond the number that a run asks for. */
  left: readonly string[];
  /** Its description was read: names and types are whole. */
  described: boolean;
  /** Nothing shows that it is the user's: only what a visitor could read is read, and why. */
  looksOnly?: string;
}

export interface DirectApp {
  /** Those that may be asked. */
  projects: readonly Project[];
  /** Those that the code names and that may not be asked, with the reason. */
  barred: readonly { origin: string; said: string }[];
  secrets: readonly FoundSecret[];
  /** Ids of exchanges that brought code. */
  exchanges: readonly string[];
}

const MOST_PROJECTS = 3;
const MOST_TABLES = 150;
const MOST_ROUTINES = 80;

/** What the client code tells of databases behind the page. Asked for once in a run. */
export const directApp = (context: ProbeContext): Promise<DirectApp> =>
  once(context, 'direct: app', () => findApp(context));

const findApp = async (context: ProbeContext): Promise<DirectApp> => {
  const { code: texts = [], places = [] } = context.data ?? {};
  const { projects, secrets } = projectsIn(texts, context.config.boundary?.origins ?? []);
  const names = noNames();
  if (projects.size > 0) for (const { text } of texts) collectNames(text, names);
  const found = [...projects].slice(0, MOST_PROJECTS).map(([origin, key]) => {
    const { reach = 'none', said = '' } = places.find(({ place }) => place.project === origin) ?? {};
    return { origin, key, reach, said };
  });
  return {
    projects: await Promise.all(
      found
        .filter(({ reach }) => reach !== 'none')
        .map(async ({ origin, key, reach, said }) => ({
          ...(await open(context, origin, key, names)),
          ...(reach === 'look' ? { looksOnly: said } : {}),
        })),
    ),
    barred: found.filter(({ reach }) => reach === 'none'),
    secrets,
    exchanges: texts.map(({ exchange }) => exchange),
  };
};

const open = async (context: ProbeContext, origin: string, publicKey: string, names: CodeNames): Promise<Project> => {
  const bare = { origin, publicKey };
  const answer = await askData(context, bare, { method: 'GET', path: '/rest/v1/', mode: 'read', maxBytes: 8_000_000 });
  const described = readDescription(answer.ok && answer.status === 200 ? answer.json : undefined);
  const tables = new Map<string, readonly Column[]>(described.tables);
  for (const [table, columns] of names.tables)
    if (!tables.has(table))
      tables.set(
        table,
        [...columns].map((name) => ({ name, required: false, hasDefault: false, isKey: false })),
      );
  const routines = new Map(described.routines);
  for (const [name, args] of names.functions)
    if (!routines.has(name))
      routines.set(name, { name, args: [...args].map((arg) => ({ name: arg, required: true })) });
  return {
    ...bare,
    names,
    tables: new Map([...tables].slice(0, MOST_TABLES)),
    left: [...tables.keys()].slice(MOST_TABLES),
    routines: new Map([...routines].slice(0, MOST_ROUTINES)),
    described: described.tables.size > 0,
  };
};

/** Runs a question for each project that may be asked; of the others it is said that they were not. */
export const forProjects = async (
  context: ProbeContext,
  ask: (project: Project) => Promise<readonly Said[]>,
): Promise<readonly Said[]> => {
  const app = await directApp(context);
  const said: Said[] = app.barred.map((one) => say(one.origin, 'not-tested', one.said));
  for (const project of app.projects) said.push(...(await ask(project)));
  return said;
};

/** The same for what logs in or writes: only where the user is shown to own the project. */
export const forOwnProjects = (
  context: ProbeContext,
  ask: (project: Project) => Promise<readonly Said[]>,
): Promise<readonly Said[]> =>
  forProjects(context, async (project) =>
    project.looksOnly === undefined ? ask(project) : [say(project.origin, 'not-tested', project.looksOnly)],
  );

/** `orders` with its origin in front when there are several projects. */
export const subjectOf = (project: Project, name: string): string => `${new URL(project.origin).host} ${name}`;
