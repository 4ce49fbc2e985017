import { realpathSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config, Target } from '../../model/target.ts';
import { DEFAULTS } from './defaults.ts';
import { findConfigs } from './find-config.ts';
import { loadConfig } from './load-config.ts';

export type LoadedTarget = { ok: true; target: Target; notes: readonly string[] } | { ok: false; error: string };

/**
 * Finds out what is to be reviewed: a folder, a bare repository, or a `file://` URL of either; and reads its config, which is
 * never run. `configPath` (relative to the working directory) replaces the config in the folder. Never throws.
 */
export const loadTarget = async (request: { path: string; configPath?: string }): Promise<LoadedTarget> => {
  const folder = loadFolder(request.path);
  if (!folder.ok) return folder;
  const config = await configOf(folder.root, request.configPath);
  if (!config.ok) return config;
  const name = config.config.name ?? folder.name;
  return { ok: true, target: { root: folder.root, name, config: config.config }, notes: config.notes };
};

const REMOTE = /^(?:https?|ssh|git|ftps?):\/\/|^[\w.-]+@[\w.-]+:/;

/** The folder that a path or `file://` URL names, links resolved, and what to call it. Its config is not read. */
export const loadFolder = (path: string): { ok: true; root: string; name: string } | { ok: false; error: string } => {
  const shown = JSON.stringify(path.slice(0, 300));
  if (REMOTE.test(path))
    return { ok: false, error: `${shown} is not on this machine. Clone it first: git clone ${path.slice(0, 300)}` };
  try {
    const root = realpathSync(resolve(path.startsWith('file:') ? fileURLToPath(path) : path));
    if (!statSync(root).isDirectory())
      return { ok: false, error: `${shown} is a file. Give the folder that holds the app.` };
    return { ok: true, root, name: nameOf(root) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, error: `There is no folder ${shown}.` };
    if (code === 'EACCES' || code === 'EPERM') return { ok: false, error: `No permission to read ${shown}.` };
    if (code === 'ELOOP') return { ok: false, error: `${shown} is a symbolic link that leads to itself.` };
    return { ok: false, error: `${shown} is not a folder on this machine.` };
  }
};

type Configured = { ok: true; config: Config; notes: readonly string[] } | { ok: false; error: string };

const configOf = async (root: string, configPath: string | undefined): Promise<Configured> => {
  if (configPath !== undefined)
    return noted(await loadConfig(resolve(configPath), configPath), `Config: ${configPath}`);
  const [first, second] = findConfigs(root);
  if (first === undefined) return { ok: true, config: DEFAULTS, notes: [] };
  if (second !== undefined) {
    return {
      ok: false,
      error: `There are two configs, ${basename(first)} and ${basename(second)}. Keep one, or choose with --config.`,
    };
  }
  return noted(await loadConfig(first, basename(first)), `Config: ${basename(first)}`);
};

const noted = (loaded: Awaited<ReturnType<typeof loadConfig>>, note: string): Configured =>
  loaded.ok ? { ...loaded, notes: [note] } : loaded;

const nameOf = (root: string): string => basename(root).replace(/\.git$/, '') || basename(resolve(root, '..')) || root;
