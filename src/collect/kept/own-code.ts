import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** This program, so that what one version of it found is never taken for what another would find: a checkout changes without its version. */
export const ownCode = (): string => {
  const code = join(import.meta.dirname, '../..');
  const around = ['package.json', 'node_modules/.package-lock.json'].map((name) => join(code, '..', name));
  const files = readdirSync(code, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|js|wasm)$/.test(path) && !path.endsWith('.test.ts'))
    .toSorted()
    .map((path) => join(code, path));
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const path of [...around, ...files]) {
    const facts = lstatSync(path, { throwIfNoEntry: false });
    hash.update(`${path} ${facts?.size} ${facts?.mtimeMs}\n`);
  }
  return hash.digest('hex');
};
