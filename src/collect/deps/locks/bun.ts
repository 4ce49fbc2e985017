import { memberOf, plainVersion, type LockReader } from './lockfile.ts';

/** bun.lock: JSON with commas before closing brackets. A workspace's own version is under its name. Throws for what is no JSON. */
export const readBunLock = (text: string): LockReader => {
  const packages = memberOf(JSON.parse(text.replaceAll(/,(\s*[}\]])/g, '$1')), 'packages');
  return ({ name, by }) => {
    const entry = (by === undefined ? undefined : memberOf(packages, `${by}/${name}`)) ?? memberOf(packages, name);
    const [resolved] = Array.isArray(entry) ? (entry as unknown[]) : [];
    return typeof resolved === 'string' ? plainVersion(resolved.slice(resolved.lastIndexOf('@') + 1)) : undefined;
  };
};
