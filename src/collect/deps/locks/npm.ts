import { memberOf, plainVersion, type LockReader } from './lockfile.ts';

/** package-lock.json and npm-shrinkwrap.json, versions 1 to 3. Throws for what is no JSON. */
export const readNpmLock = (text: string): LockReader => {
  const json: unknown = JSON.parse(text);
  const packages = memberOf(json, 'packages');
  const flat = memberOf(json, 'dependencies');
  return ({ folder, name }) => {
    // As Node looks for it: in the folder's own node_modules, then in those above.
    for (let at: string | undefined = folder; at !== undefined; at = above(at)) {
      const entry = memberOf(packages, `${at === '' ? '' : `${at}/`}node_modules/${name}`);
      if (entry !== undefined) return plainVersion(memberOf(entry, 'version'));
    }
    return plainVersion(memberOf(memberOf(flat, name), 'version'));
  };
};

const above = (folder: string): string | undefined =>
  folder === '' ? undefined : folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
