import { parse } from 'yaml';
import { memberOf, plainVersion, type LockReader } from './lockfile.ts';

const KINDS = ['dependencies', 'optionalDependencies'];

/**
 * pnpm-lock.yaml, versions 5 to 9. Only what stands before `packages:` is parsed: the importers, or in old files of one package its dependencies.
 * The rest is a hundred times as long. Throws for what is no YAML.
 */
export const readPnpmLock = (text: string): LockReader => {
  const json: unknown = parse(text.split(/^(?:packages|snapshots):/m, 1)[0] ?? '');
  const importers = memberOf(json, 'importers');
  return ({ folder, name }) => {
    const importer = importers === undefined ? json : memberOf(importers, folder === '' ? '.' : folder);
    for (const kind of KINDS) {
      const entry = memberOf(memberOf(importer, kind), name);
      const version = plainVersion(memberOf(entry, 'version')) ?? plainVersion(entry);
      if (version !== undefined) return version;
    }
    return undefined;
  };
};
