import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const CACHE = join(import.meta.dirname, '../.cache/peers');

export interface NpmPeer {
  version: string;
  /** The package's own folder. */
  folder: string;
  /** Of what it exports for CommonJS. */
  require: NodeJS.Require;
}

/** Exactly this version from npm, none of whose install scripts run; kept for the next run. Null, and a line, where it cannot be had. */
export const npmPeer = async (name: string, version: string): Promise<NpmPeer | null> => {
  const into = join(CACHE, `${name.replaceAll(/[@/]/g, '_')}-${version}`);
  const folder = join(into, 'node_modules', name);
  if (!existsSync(join(folder, 'package.json'))) {
    await mkdir(into, { recursive: true });
    await writeFile(join(into, 'package.json'), '{"private":true}');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', '--prefix', into];
    const problem = await new Promise<string | null>((resolve) => {
      execFile('npm', ['install', ...options, `${name}@${version}`], (error, _, stderr) =>
        resolve(error === null ? null : (/npm (?:error|ERR!) code (\S+)/.exec(stderr)?.[1] ?? error.message)),
      );
    });
    if (problem !== null) {
      console.log(`  ${name} ${version} cannot be installed here, so nothing is compared with it: ${problem}`);
      return null;
    }
  }
  const { version: found } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { version: found, folder, require: createRequire(join(into, 'package.json')) };
};
