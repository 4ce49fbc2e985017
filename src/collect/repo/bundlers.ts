import { posix } from 'node:path';
import { codeOf, option, places } from './config-text.ts';

/** What a bundler's configuration says of a build for browsers. Folders are relative to the reviewed root and end in `/`. */
export interface ClientBuild {
  bundler: 'vite' | 'webpack' | 'esbuild' | 'parcel';
  /** Null where the text does not tell. */
  outputs: readonly string[] | null;
  statics: readonly string[];
}

const VITE = /(?:^|\/)vite\.config\.[cm]?[jt]s$/;
const WEBPACK = /(?:^|\/)webpack\.(?:config|prod|production|common)(?:\.[\w-]+)?\.[cm]?[jt]s$/;

export const isBundlerConfig = (path: string): boolean => VITE.test(path) || WEBPACK.test(path);

/** Reads the configuration at `path` as text. `null`: it builds nothing for browsers, as far as it shows. */
export const readBundlerConfig = (path: string, source: string, files: ReadonlySet<string>): ClientBuild | null => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const text = codeOf(source);
  return VITE.test(path) ? vite(folder, text, files) : webpack(folder, text);
};

/**
 * A page to start from, or what a server asks of Vite that writes the page itself: entries of its own, or the manifest that
 * names their files (https://vite.dev/guide/backend-integration).
 */
const vite = (folder: string, text: string, files: ReadonlySet<string>): ClientBuild | null => {
  if (/\blib\s*:\s*\{/.test(text) || /\bssr\s*:\s*(?:true|['"`])/.test(text)) return null;
  const laravel = /\blaravel\s*\(/.test(text);
  const root = /\broot\s*:/.test(text) ? option(text, 'root') : '';
  if (root === undefined) return null;
  const base = inside(folder, root);
  if (base === null) return null;
  const entries = /\b(?:rollupOptions|rolldownOptions)\s*:\s*\{\s*input\b/.test(text);
  const manifest = /\bmanifest\s*:\s*(?:true|['"`])/.test(text) && /\bbuild\s*:/.test(text);
  if (!laravel && !entries && !manifest && !files.has(`${base}index.html`)) return null;
  const given = /\boutDir\s*:/.test(text);
  const told = given ? option(text, 'outDir') : laravel ? 'public/build' : 'dist';
  const output = told === undefined ? null : inside(isAbsolute(told) ? folder : base, told);
  return { bundler: 'vite', outputs: output === null || output === '' ? null : [output], statics: [`${base}public/`] };
};

const SERVER_TARGET = /\btarget\s*:\s*(?:\[\s*)?['"`](?:node|async-node|electron-(?:main|preload)|nwjs|node-webkit)/;

const webpack = (folder: string, text: string): ClientBuild | null => {
  if (SERVER_TARGET.test(text) || /\b(?:nodeExternals|libraryTarget)\b|\blibrary\s*:/.test(text)) return null;
  const output = /\boutput\s*:\s*\{/.exec(text);
  if (output === null) return null;
  const told = option(text.slice(output.index, output.index + 1500), 'path', text);
  const path = told === undefined ? null : inside(folder, told);
  return path === null || path === '' ? null : { bundler: 'webpack', outputs: [path], statics: [] };
};

const BROWSER_WORD = /(?:^|[/._-])(?:client|browser|public|static|web|www|frontend|assets)(?:[/._-]|$)/;

/** Builds that a package's scripts start by flags alone. */
export const readScripts = (folder: string, scripts: readonly string[]): ClientBuild[] =>
  scripts
    .flatMap((script) => script.split(/&&|\|\||;|&/))
    .flatMap((command): ClientBuild[] => {
      const words = command.trim().split(/\s+/);
      const flag = (name: string): string | undefined => {
        const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
        return at === -1
          ? undefined
          : (/=(.+)$/.exec(words[at] ?? '')?.[1] ?? words[at + 1])?.replace(/^['"]|['"]$/g, '');
      };
      const made = (bundler: ClientBuild['bundler'], from: string, told: string): ClientBuild[] => {
        const output = inside(from, told);
        return output === null || output === '' ? [] : [{ bundler, outputs: [output], statics: [] }];
      };
      if (words.includes('vite') && words.includes('build') && !words.includes('--ssr')) {
        const told = flag('--outDir');
        const root = words[words.indexOf('build') + 1];
        const from = inside(folder, root === undefined || root.startsWith('-') ? '' : root);
        return told === undefined || from === null ? [] : made('vite', from, told);
      }
      if (words.includes('parcel') && words.includes('build') && words.some((word) => /\.html$/.test(word)))
        return made('parcel', folder, flag('--dist-dir') ?? 'dist');
      if (words.includes('esbuild') && words.includes('--bundle') && !/--platform=(?:node|neutral)/.test(command)) {
        const file = flag('--outfile');
        const told = flag('--outdir') ?? (file === undefined ? undefined : posix.dirname(file));
        const entries = words.filter((word) => /\.[cm]?[jt]sx?$/.test(word) && !word.startsWith('-'));
        // Workers are bundled without a platform as well: the names have to say that it is for browsers.
        const isClient = [...entries, file ?? '', told ?? ''].some((path) => BROWSER_WORD.test(path));
        return told === undefined || !isClient ? [] : made('esbuild', folder, told);
      }
      return [];
    });

const isAbsolute = (told: string): boolean => told.startsWith(places.FOLDER);

/** The folder that a path of the configuration means, ending in `/`; null where it is outside of the reviewed root. */
const inside = (from: string, told: string): string | null => {
  const relative = isAbsolute(told) ? told.slice(places.FOLDER.length) : told;
  if (relative.startsWith('/') || relative.includes('\\') || /[*?\0]/.test(relative)) return null;
  const joined = posix.normalize(`./${from}${relative}/`);
  if (joined.startsWith('../') || joined === '../') return null;
  return joined === './' ? '' : joined.replace(/^\.\//, '');
};
