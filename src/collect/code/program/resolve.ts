import type { Package } from './packages.ts';
import type { Aliases } from './tsconfig.ts';

/** Joins and normalises with `/`. Null for what leads out of the repository. */
export const join = (folder: string, path: string): string | null => {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
};

export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

const ENDINGS = [
  '',
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.jsx',
  '/index.mjs',
];
const BUILT = /^(?:\.\/)?(?:dist|build|lib|out|esm|cjs|\.output)\/(?:(?:esm|cjs|src)\/)?/;

export interface Layout {
  /** Source files by path. */
  has: (path: string) => boolean;
  packages: readonly Package[];
  aliases: readonly Aliases[];
}

/** Finds the file that an import means. A bare name that is no file of the repository is a package. */
export const createResolver = ({ has, packages, aliases }: Layout) => {
  const byName = new Map(packages.flatMap((one) => (one.name === undefined ? [] : [[one.name, one] as const])));
  const nearest = new Map<string, readonly Aliases[]>();

  const file = (base: string | null): string | undefined => {
    if (base === null) return undefined;
    for (const ending of ENDINGS) if (has(base + ending)) return base + ending;
    // `./x.js` is written where `x.ts` lies.
    const bare = base.replace(/\.([cm]?)jsx?$/, '');
    if (bare !== base) for (const ending of ENDINGS.slice(1, 5)) if (has(bare + ending)) return bare + ending;
    return undefined;
  };

  /** The config that speaks for a folder, and those it extends. */
  const aliasesFor = (folder: string): readonly Aliases[] => {
    const known = nearest.get(folder);
    if (known !== undefined) return known;
    let found: Aliases[] = [];
    for (
      let at: string | undefined = folder;
      at !== undefined && found.length === 0;
      at = at === '' ? undefined : folderOf(at)
    )
      found = aliases.filter((one) => one.folder === at);
    for (let index = 0; index < found.length && index < 10; index++) {
      for (const path of found[index]?.extends ?? []) {
        const parent = join(found[index]?.folder ?? '', path);
        const config = aliases.find(
          (one) =>
            parent !== null &&
            (parent.startsWith(`${one.folder}/`) || one.folder === folderOf(parent)) &&
            one.folder === folderOf(parent),
        );
        if (config !== undefined && !found.includes(config)) found.push(config);
      }
    }
    nearest.set(folder, found);
    return found;
  };

  const byAlias = (from: string, specifier: string): string | undefined => {
    for (const { folder, baseUrl, paths } of aliasesFor(folderOf(from))) {
      const base = join(folder, baseUrl ?? '.');
      if (base === null) continue;
      for (const { pattern, targets } of paths) {
        const [head = '', tail] = pattern.split('*');
        const isMatch =
          tail === undefined ? specifier === head : specifier.startsWith(head) && specifier.endsWith(tail);
        if (!isMatch) continue;
        const middle = tail === undefined ? '' : specifier.slice(head.length, specifier.length - tail.length);
        for (const target of targets) {
          const found = file(
            join(
              base,
              target.replace('*', () => middle),
            ),
          );
          if (found !== undefined) return found;
        }
      }
      if (baseUrl !== undefined) {
        const found = file(join(base, specifier));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };

  const inWorkspace = (specifier: string): string | undefined => {
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    const found = byName.get(name);
    if (found === undefined) return undefined;
    const inner = specifier.slice(name.length + 1);
    const entry = found.entries[inner === '' ? '.' : `./${inner}`];
    const candidates = [
      ...(entry === undefined ? [] : [entry, entry.replace(BUILT, 'src/'), entry.replace(BUILT, '')]),
      ...(inner === '' ? ['src/index', 'index', 'src/main'] : [inner, `src/${inner}`]),
    ];
    for (const candidate of candidates) {
      const path = file(join(found.folder, candidate.replace(/\.d\.ts$/, '')));
      if (path !== undefined) return path;
    }
    return undefined;
  };

  return (from: string, specifier: string): string | undefined => {
    if (specifier.startsWith('.')) return file(join(folderOf(from), specifier));
    if (specifier.startsWith('node:')) return undefined;
    // Nuxt, SvelteKit and many templates have these without saying so in a file that is kept.
    const usual = /^(?:@|~|\$lib)\//.exec(specifier);
    const found = byAlias(from, specifier) ?? inWorkspace(specifier);
    if (found !== undefined || usual === null) return found;
    const rest = specifier.slice(usual[0].length);
    for (let at: string | undefined = folderOf(from); at !== undefined; at = at === '' ? undefined : folderOf(at))
      for (const root of usual[0] === '$lib/' ? ['src/lib'] : ['src', '', 'app']) {
        const path = file(join(at, root === '' ? rest : `${root}/${rest}`));
        if (path !== undefined) return path;
      }
    return undefined;
  };
};
