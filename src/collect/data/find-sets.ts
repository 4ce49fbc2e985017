import { basename, dirname } from 'node:path/posix';
import type { MigrationKind } from '../../model/evidence/data.ts';

export interface FoundSet {
  kind: MigrationKind;
  folder: string;
  /** In the order in which they run; of SQL, or of code that holds SQL. */
  files: readonly string[];
}

/** `20240101120000_orders.sql`, `0001_orders.sql`, `V2__orders.sql`; down migrations are not run. */
const ORDERED = /^(?:V?\d{1,17}(?:\.\d+)*[_.-]|\d+\.sql$)/i;
const DOWN = /(?:[._-]down|[._-]undo|[._-]rollback)\.sql$|(?:^|\/)(?:down|rollback)\//i;
const NOT_RUN = /(?:^|\/)(?:tests?|__tests__|fixtures?|examples?|seeds?|archive[sd]?|old|backup)\//i;
/** Applied by hand or by a script of the repo's own, and so in whatever order; never taken for a chain. */
const FOLDER = /(?:^|\/)(?:migrations?|db\/migrate)$/;
/** Supabase's declared schema, which migrations are made from; without any, it is what there is. */
const DECLARED = /(?:^|\/)supabase\/schemas\/(?:[^/]+\/)?[^/]+\.sql$/;
const CODE = /\.[cm]?[jt]s$/;

/** The migration sets of a repository, by the paths of its files. `read` gives a file's text. */
export const findSets = (files: readonly string[], read: (path: string) => string | null): FoundSet[] => {
  const found: FoundSet[] = [];
  const taken = new Set<string>();
  const add = (kind: MigrationKind, folder: string, own: readonly string[]): void => {
    if (own.length === 0) return;
    for (const path of own) taken.add(path);
    found.push({ kind, folder, files: own });
  };
  for (const folder of foldersOf(
    files,
    (path) =>
      /(?:^|\/)supabase\/migrations\/[^/]+\.sql$/.test(path) ||
      /(?:^|\/)supabase\/migrations\/applied\/[^/]+\.sql$/.test(path),
  )) {
    if (folder.endsWith('/applied') && found.some((set) => set.folder === dirname(folder))) continue;
    const own = files.filter((path) => dirname(path) === folder && path.endsWith('.sql') && !DOWN.test(path));
    const applied = files.filter(
      (path) => dirname(path) === `${folder}/applied` && path.endsWith('.sql') && !DOWN.test(path),
    );
    // The CLI runs what begins with a number; others were run by hand, if at all.
    add('supabase', folder, byName([...own, ...applied].filter((path) => /^\d/.test(basename(path)))));
    for (const path of own) taken.add(path);
  }
  for (const folder of foldersOf(files, (path) => DECLARED.test(path)).map(schemasFolder)) {
    const project = dirname(folder);
    if (found.some((set) => set.folder === folder || set.folder === `${project}/migrations`)) continue;
    const own = files.filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.sql'));
    add('declarative', folder, inDeclaredOrder(project, own, read(`${project}/config.toml`) ?? ''));
  }
  for (const journal of files.filter((path) => path.endsWith('/meta/_journal.json'))) {
    const folder = dirname(dirname(journal));
    add('drizzle', folder, journalFiles(folder, read(journal), new Set(files)));
  }
  for (const folder of foldersOf(files, (path) => /\/migrations\/[^/]+\/migration\.sql$/.test(path)).map(dirname))
    if (!found.some((set) => set.folder === folder))
      add(
        'prisma',
        folder,
        files.filter((path) => dirname(dirname(path)) === folder && basename(path) === 'migration.sql').toSorted(),
      );
  for (const folder of foldersOf(
    files,
    (path) => path.endsWith('.sql') && !taken.has(path) && !NOT_RUN.test(path) && FOLDER.test(dirname(path)),
  ))
    add(
      'sql',
      folder,
      byName(
        files.filter(
          (path) =>
            dirname(path) === folder && path.endsWith('.sql') && ORDERED.test(basename(path)) && !DOWN.test(path),
        ),
      ),
    );
  for (const folder of foldersOf(
    files,
    (path) =>
      CODE.test(path) &&
      !path.endsWith('.d.ts') &&
      !NOT_RUN.test(path) &&
      FOLDER.test(dirname(path)) &&
      /^\d{4,}/.test(basename(path)),
  )) {
    const own = byName(
      files.filter((path) => dirname(path) === folder && CODE.test(path) && /^\d{4,}/.test(basename(path))),
    );
    const kind = kindOfCode(read(own[0] ?? '') ?? '');
    if (kind !== undefined) add(kind, folder, own);
  }
  return found;
};

const schemasFolder = (folder: string): string => folder.replace(/(supabase\/schemas)\/.*$/, '$1');

/** By `schema_paths` of the config, in which a star stands for names; else by name. Source: Supabase, declarative database schemas. */
const inDeclaredOrder = (project: string, files: readonly string[], config: string): string[] => {
  const listed = /^\s*schema_paths\s*=\s*\[([^\]]*)\]/m.exec(config)?.[1] ?? '';
  const patterns = [...listed.matchAll(/["']([^"'\n]+)["']/g)].map(([, glob = '']) =>
    patternOf(`${project}/${glob.replace(/^\.\//, '')}`),
  );
  const sorted = files.toSorted();
  const first = patterns.flatMap((pattern) => sorted.filter((path) => pattern.test(path)));
  return [...new Set([...first, ...sorted])];
};

const patternOf = (glob: string): RegExp =>
  new RegExp(`^${glob.replaceAll(/[.+^${}()|[\]\\?]/g, String.raw`\$&`).replaceAll(/\*+/g, '[^/]*')}$`);

const foldersOf = (files: readonly string[], test: (path: string) => boolean): string[] =>
  [...new Set(files.filter(test).map((path) => dirname(path)))].toSorted();

const byName = (files: readonly string[]): string[] =>
  files.toSorted((a, b) => (basename(a) < basename(b) ? -1 : basename(a) > basename(b) ? 1 : 0));

const journalFiles = (folder: string, text: string | null, files: ReadonlySet<string>): string[] => {
  try {
    const { entries } = JSON.parse(text ?? '') as { entries?: unknown };
    return (Array.isArray(entries) ? entries : [])
      .map((entry: unknown) =>
        typeof entry === 'object' && entry !== null && 'tag' in entry ? `${folder}/${String(entry.tag)}.sql` : '',
      )
      .filter((path) => files.has(path));
  } catch {
    return [];
  }
};

const kindOfCode = (text: string): MigrationKind | undefined => {
  if (/\bQueryRunner\b|\bqueryRunner\b/.test(text)) return 'typeorm';
  if (/\bKysely\b|from\s+['"]kysely['"]/.test(text)) return 'kysely';
  if (/\bqueryInterface\b/.test(text)) return 'sequelize';
  return /\bknex\b|exports\.up\b/i.test(text) ? 'knex' : undefined;
};
