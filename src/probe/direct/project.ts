import { once } from '../accounts/memo.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { clientCode } from './client-code.ts';
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
  /** Its description was read: names and types are whole. */
  described: boolean;
}

export interface DirectApp {
  /** Those that the user named. */
  projects: readonly Project[];
  /** Those that the code names and the user did not. */
  unnamed: readonly string[];
  secrets: readonly FoundSecret[];
  /** Ids of exchanges that brought code. */
  exchanges: readonly string[];
}

const MOST_PROJECTS = 3;
const MOST_TABLES = 60;
const MOST_ROUTINES = 40;

/** What the client code tells of databases behind the page. Asked for once in a run. */
export const directApp = (context: ProbeContext): Promise<DirectApp> =>
  once(context, 'direct: app', () => findApp(context));

const findApp = async (context: ProbeContext): Promise<DirectApp> => {
  const texts = await clientCode(context);
  const allowed = context.config.boundary?.origins ?? [];
  const { projects, secrets } = projectsIn(texts, allowed);
  const names = noNames();
  if (projects.size > 0) for (const { text } of texts) collectNames(text, names);
  const found = [...projects].slice(0, MOST_PROJECTS);
  return {
    projects: await Promise.all(
      found.filter(([origin]) => allowed.includes(origin)).map(([origin, key]) => open(context, origin, key, names)),
    ),
    unnamed: found.map(([origin]) => origin).filter((origin) => !allowed.includes(origin)),
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
    routines: new Map([...routines].slice(0, MOST_ROUTINES)),
    described: described.tables.size > 0,
  };
};

/** What is said of databases that were not named: they may be anybody's. */
export const notNamed = ({ unnamed }: DirectApp): Said[] =>
  unnamed.map((origin) =>
    say(
      origin,
      'not-tested',
      `The page keeps its data at ${origin}, which was not named, so nothing was asked there. Add --target ${origin}`,
    ),
  );

/** Runs a question for each named project; the others are said not to be tested. */
export const forProjects = async (
  context: ProbeContext,
  ask: (project: Project) => Promise<readonly Said[]>,
): Promise<readonly Said[]> => {
  const app = await directApp(context);
  const said: Said[] = [...notNamed(app)];
  for (const project of app.projects) said.push(...(await ask(project)));
  return said;
};

/** `orders` with its origin in front when there are several projects. */
export const subjectOf = (project: Project, name: string): string => `${new URL(project.origin).host} ${name}`;
