/**
 * Writes every generated file of the repository, or with `--check` compares and fails when one is stale.
 * Usage: node tools/generate.ts [--check]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { generators } from './generators/index.ts';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale: string[] = [];

for (const generate of generators) {
  for (const file of await generate(root)) {
    const path = join(root, file.path);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
    if (before === file.content) continue;
    stale.push(relative(root, path));
    if (check) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.content);
  }
}

if (check && stale.length > 0) {
  console.error(`Stale generated files (run \`npm run generate\`):\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
} else if (!check) {
  console.error(stale.length === 0 ? 'Everything generated is up to date.' : `Written:\n  ${stale.join('\n  ')}`);
}
