import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Module } from '../ir.ts';
import { mayLimit } from '../limits-in-front.ts';
import { MAX_SOURCE, parseModule } from '../parse.ts';
import { readPackage, type Package } from './packages.ts';
import { Program } from './program.ts';
import { createResolver, folderOf } from './resolve.ts';
import { templateModule } from '../templates/template-module.ts';
import { isTemplate } from '../templates/unescaped.ts';
import { isOfApp, isSource } from './source-files.ts';
import { readAliases, type Aliases } from './tsconfig.ts';

export interface Loaded {
  program: Program;
  /** Source files that were not read, and why. */
  unread: readonly { path: string; reason: string }[];
  /** Templates of pages, with their scripts; nothing else uses them. */
  templates?: readonly Module[];
}

/** Files that decide how functions are served, which extractors look into. */
const CONFIG = /(?:^|\/)supabase\/config\.toml$|\.prisma$/;
const AT_ONCE = 16;
const MAX_FILES = 30_000;
const MAX_MANIFEST = 2_000_000;
const MAX_TEMPLATES = 3_000;
const MAX_TEMPLATE = 300_000;
const MAX_BYTES = 400_000_000;

/** A line so long is written by a machine. */
const isMinified = (text: string): boolean =>
  text.length > 20_000 && text.length / (text.split('\n', 2_000).length + 1) > 1_000;

/** Reads all source files of a repository. `files` are relative paths of regular files; symbolic links are not among them. */
export const loadProgram = async (root: string, files: readonly string[], signal: AbortSignal): Promise<Loaded> => {
  const unread: { path: string; reason: string }[] = [];
  const modules = new Map<string, Module>();
  const packages: Package[] = [];
  const aliases: Aliases[] = [];
  let bytes = 0;
  const readText = async (path: string, most: number): Promise<string | undefined> => {
    try {
      const { size } = await stat(join(root, path));
      bytes += size;
      if (size > most || bytes > MAX_BYTES) {
        unread.push({
          path,
          reason: size > most ? 'too large for source that people write' : 'more source than is read',
        });
        return undefined;
      }
      return await readFile(join(root, path), 'utf8');
    } catch {
      unread.push({ path, reason: 'it could not be read' });
      return undefined;
    }
  };
  const manifests = files.filter((path) => /(?:^|\/)package\.json$/.test(path));
  const configs = files.filter((path) => /(?:^|\/)[tj]sconfig(?:\.\w+)*\.json$/.test(path));
  for (const path of manifests.slice(0, 2_000)) {
    const text = await readText(path, MAX_MANIFEST);
    if (text !== undefined) packages.push(readPackage(folderOf(path), text));
  }
  // `tsconfig.json` speaks before `tsconfig.build.json`.
  for (const path of configs.toSorted((a, b) => a.length - b.length).slice(0, 2_000)) {
    const text = await readText(path, MAX_MANIFEST);
    if (text !== undefined) aliases.push(readAliases(folderOf(path), text));
  }
  const served = new Map<string, string>();
  for (const path of files.filter((one) => CONFIG.test(one) || mayLimit(one)).slice(0, 200)) {
    const text = await readText(path, MAX_MANIFEST);
    if (text !== undefined) served.set(path, text);
  }
  const sources = files.filter(isSource);
  for (const path of sources.slice(MAX_FILES)) unread.push({ path, reason: 'more files than are read' });
  for (let index = 0; index < Math.min(sources.length, MAX_FILES) && !signal.aborted; index += AT_ONCE) {
    const batch = sources.slice(index, Math.min(index + AT_ONCE, MAX_FILES));
    const texts = await Promise.all(batch.map((path) => readText(path, MAX_SOURCE)));
    for (const [at, text] of texts.entries()) {
      const path = batch[at];
      if (text === undefined || path === undefined) continue;
      if (isMinified(text)) unread.push({ path, reason: 'minified' });
      else modules.set(path, await parseModule(path, text));
    }
  }
  const templates: Module[] = [];
  for (const path of files.filter((one) => isTemplate(one) && isOfApp(one)).slice(0, MAX_TEMPLATES)) {
    if (signal.aborted) break;
    const text = await readText(path, MAX_TEMPLATE);
    const module = text === undefined || isMinified(text) ? undefined : await templateModule(path, text);
    if (module !== undefined) templates.push(module);
  }
  const find = createResolver({ has: (path) => modules.has(path), packages, aliases });
  return { program: new Program(modules, packages, find, served), unread, templates };
};
