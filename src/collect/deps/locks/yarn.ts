import { plainVersion, type LockReader } from './lockfile.ts';

const VERSION = /^ {2}version:? "?([^"\s]+)"?$/;

/** yarn.lock of any version: entries headed by all that asks for them, `"next@^15.0.0", next@15.1.0:` or `"next@npm:^15.0.0":`. */
export const readYarnLock = (text: string): LockReader => {
  const versions = new Map<string, string>();
  let asked: string[] = [];
  for (const line of text.split('\n')) {
    if (/^\S.*:$/.test(line)) asked = line.slice(0, -1).replaceAll('"', '').split(', ');
    const version = plainVersion(VERSION.exec(line)?.[1]);
    if (version === undefined) continue;
    for (const one of asked) versions.set(one, version);
    asked = [];
  }
  return ({ name, declared }) => versions.get(`${name}@${declared}`) ?? versions.get(`${name}@npm:${declared}`);
};
