import type { Exposure } from '../../model/evidence/secrets.ts';
import type { GitFacts } from './git-facts.ts';

/** Where things stand in the reviewed folder, as far as it decides who can see a file. */
export interface Layout {
  git: GitFacts | null;
  /** Folders that exist and hold what browsers get, ending in `/`. */
  clientOutputs: readonly string[];
  /** Folders served as they are, ending in `/`. */
  statics: readonly string[];
}

const LOG_FILE =
  /(?:^|\/)(?:logs?\/.+|[^/]+\.log(?:\.\d+|\.gz)?|npm-debug\.log.*|[^/]+[._-](?:stdout|stderr)\.(?:txt|log))$/i;
const BUILD_FOLDER =
  /(?:^|\/)(?:dist|build|out|\.next|\.output|\.nuxt|\.svelte-kit|\.vercel|\.netlify|\.turbo|\.cache|target|coverage)\//;
const SERVED_FILE =
  /\.(?:js|mjs|cjs|css|html?|json|map|txt|xml|env|svg|wasm|webmanifest|ya?ml|zip|bak|sql|csv)$|(?:^|\/)\.env[^/]*$/i;
const ENV_FILE = /(?:^|\/)(?:\.env(?:\.[^/]*)?|\.dev\.vars|\.envrc)$/;

/** Who can see a file of the working tree. */
export const exposureOf = (path: string, layout: Layout): Exposure => {
  const outer = path.split('!')[0] ?? path;
  if (layout.clientOutputs.some((folder) => outer.startsWith(folder))) return 'client';
  if (layout.statics.some((folder) => outer.startsWith(folder)) && SERVED_FILE.test(outer)) return 'client';
  // Without git everything but env files is taken for what will be shipped.
  if (layout.git === null)
    return ENV_FILE.test(outer)
      ? 'local'
      : LOG_FILE.test(outer)
        ? 'log'
        : BUILD_FOLDER.test(outer)
          ? 'build'
          : 'tracked';
  if (layout.git.tracked.has(outer)) return 'tracked';
  if (LOG_FILE.test(outer)) return 'log';
  if (BUILD_FOLDER.test(outer)) return 'build';
  return isIgnored(outer, layout.git.ignored) ? 'local' : 'untracked';
};

/** Asks for the path and for each folder above it: there may be as many ignored paths as files. */
const isIgnored = (path: string, ignored: ReadonlySet<string>): boolean => {
  if (ignored.has(path)) return true;
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1))
    if (ignored.has(path.slice(0, slash + 1))) return true;
  return false;
};

const INDEX_FOLDER = /(?:^|\/)(?:dist|build|out|www|_site|public|client)\/index\.html$/;

/** Folders that hold a built client: those the frameworks name and that exist, and any usual one with an index page. */
export const findClientOutputs = (files: readonly string[], expected: readonly string[]): string[] => {
  const found = new Set<string>();
  for (const file of files) {
    for (const folder of expected) if (file.startsWith(folder)) found.add(folder);
    if (INDEX_FOLDER.test(file) && files.length > 1) found.add(file.slice(0, -'index.html'.length));
  }
  // A static folder with an index page of its own (`public/index.html` of a template) is the framework's input, not output.
  return [...found].filter((folder) => expected.includes(folder) || !/(?:^|\/)public\/$/.test(folder)).sort();
};
