import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Module } from '../ir.ts';
import { mayLimit } from '../limits-in-front.ts';
import { MAX_SOURCE, parseModule } from '../parse.ts';
import { readSource } from '../read-source.ts';
import { readPackage } from './packages.ts';
import { Program } from './program.ts';
import { createResolver, folderOf } from './resolve.ts';
import { templateModule } from '../templates/template-module.ts';
import { isTemplate } from '../templates/unescaped.ts';
import { isOfApp, isSource } from './source-files.ts';
import { readAliases } from './tsconfig.ts';

export interface Loaded {
  program: Program;
  /** Source files that were not read, and why. */
  unread: readonly { path: string; reason: string }[];
  /** Templates of pages, with their scripts; nothing else uses them. */
  templates?: readonly Module[];
}

/** Files that decide how functions are served, which extractors look into. */
const CONFIG = /(?:^|\/)supabase\/config\.toml$|\.prisma$/;

/** How much of a repository is read. */
export interface Limits {
  /** Of source. */
  files: number;
  /** Manifests, and as many configurations of TypeScript. */
  manifests: number;
  /** Bytes of one manifest. */
  manifest: number;
  templates: number;
  /** Bytes of one template. */
  template: number;
  /** Bytes of all. */
  bytes: number;
}

const LIMITS: Limits = {
  files: 30_000,
  manifests: 2_000,
  manifest: 2_000_000,
  templates: 3_000,
  template: 300_000,
  bytes: 400_000_000,
};
const PAUSE_EVERY = 16;

/** A line so long is written by a machine. */
const isMinified = (text: string): boolean =>
  text.length > 20_000 && text.length / (text.split('\n', 2_000).length + 1) > 1_000;

/** Reads all source files of a repository. `files` are relative paths of regular files; symbolic links are not among them. */
export const loadProgram = async (
  root: string,
  files: readonly string[],
  signal: AbortSignal,
  limits: Limits = LIMITS,
): Promise<Loaded> => {
  const unread: { path: string; reason: string }[] = [];
  const modules = new Map<string, Module>();
  let bytes = 0;
  const readText = (path: string, most: number): string | undefined => {
    const read = bytes > limits.bytes ? { unread: 'more source than is read' } : readSource(root, path, most);
    if ('unread' in read) {
      unread.push({ path, reason: read.unread });
      return undefined;
    }
    bytes += read.bytes;
    return read.text;
  };
  /** The first of them, and a word on the rest. */
  const some = (paths: readonly string[], most: number): readonly string[] => {
    const [next] = paths.slice(most);
    if (next !== undefined)
      unread.push({ path: next, reason: `more files than are read: this one and ${paths.length - most - 1} others` });
    return paths.slice(0, most);
  };
  const textsOf = (paths: readonly string[]): { path: string; text: string }[] =>
    some(paths, limits.manifests).flatMap((path) => {
      const text = readText(path, limits.manifest);
      return text === undefined ? [] : [{ path, text }];
    });
  const manifests = textsOf(files.filter((path) => /(?:^|\/)package\.json$/.test(path)));
  const packages = manifests.map(({ path, text }) => readPackage(folderOf(path), text));
  const configs = files.filter((path) => /(?:^|\/)[tj]sconfig(?:\.\w+)*\.json$/.test(path));
  // `tsconfig.json` speaks before `tsconfig.build.json`.
  const aliases = textsOf(configs.toSorted((a, b) => a.length - b.length)).map(({ path, text }) =>
    readAliases(folderOf(path), text),
  );
  const served = new Map(
    textsOf(files.filter((one) => CONFIG.test(one) || mayLimit(one))).map(({ path, text }) => [path, text]),
  );
  for (const [index, path] of some(files.filter(isSource), limits.files).entries()) {
    // Ctrl-C is heard between a few files.
    if (index % PAUSE_EVERY === 0) await nextTurn();
    if (signal.aborted) {
      unread.push({ path, reason: 'it was stopped here: this one and those after it were not read' });
      break;
    }
    const text = readText(path, MAX_SOURCE);
    if (text === undefined) continue;
    if (isMinified(text)) unread.push({ path, reason: 'minified' });
    else modules.set(path, await parseModule(path, text));
  }
  const templates: Module[] = [];
  for (const path of some(
    files.filter((one) => isTemplate(one) && isOfApp(one)),
    limits.templates,
  )) {
    if (signal.aborted) break;
    const text = readText(path, limits.template);
    const module = text === undefined || isMinified(text) ? undefined : await templateModule(path, text);
    if (module !== undefined) templates.push(module);
  }
  const find = createResolver({ has: (path) => modules.has(path), packages, aliases });
  return { program: new Program(modules, packages, find, served), unread, templates };
};
