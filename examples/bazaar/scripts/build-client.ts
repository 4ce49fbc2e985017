import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENT_FOLDER } from '../src/http/assets.ts';

/** Builds what browsers receive when it is not there or older than its source. */
export const buildClient = async (): Promise<void> => {
  const root = join(import.meta.dirname, '..');
  const manifest = join(CLIENT_FOLDER, '.vite/manifest.json');
  const newest = Math.max(...globSync('client/**/*', { cwd: root }).map((path) => statSync(join(root, path)).mtimeMs));
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) return;
  const { build } = await import('vite');
  await build({ root, logLevel: 'error' });
};
