/** `15.1.0-canary.3` in parts, as semver orders them. Undefined for what is no version. */
const partsOf = (version: string): { numbers: readonly number[]; pre: readonly string[] } | undefined => {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:-([\w.-]+))?(?:\+[\w.-]+)?$/.exec(version.trim());
  return match === null
    ? undefined
    : { numbers: match.slice(1, 4).map(Number), pre: match[4] === undefined ? [] : match[4].split('.') };
};

/** Below zero when `a` is older. A version that cannot be read is older than all. semver.org 2.0.0, 11. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left === undefined || right === undefined) return (left === undefined ? 0 : 1) - (right === undefined ? 0 : 1);
  for (const [index, number] of left.numbers.entries()) {
    const step = number - (right.numbers[index] ?? 0);
    if (step !== 0) return step;
  }
  if (left.pre.length === 0 || right.pre.length === 0)
    return (left.pre.length === 0 ? 1 : 0) - (right.pre.length === 0 ? 1 : 0);
  for (const [index, one] of left.pre.entries()) {
    const other = right.pre[index];
    if (other === undefined) return 1;
    const step = comparePart(one, other);
    if (step !== 0) return step;
  }
  return left.pre.length - right.pre.length;
};

/** Numbers are older than words. */
const comparePart = (a: string, b: string): number => {
  const [left, right] = [a, b].map((one) => (/^\d+$/.test(one) ? Number(one) : undefined));
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined || right !== undefined) return left === undefined ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
};

/** From the first, below the second. */
export type Interval = readonly [from: string, below: string];

export const isIn = (version: string, [from, below]: Interval): boolean =>
  compareVersions(version, from) >= 0 && compareVersions(version, below) < 0;

/**
 * What a manifest lets in: `15.1.0` one version, `^15.1.0` those below 16.0.0, `~15.1.0` those below 15.2.0. Undefined for other ranges, tags and
 * addresses: what they come to is not known without a registry.
 */
export const rangeOf = (declared: string): Interval | undefined => {
  const [, sign = '', version = ''] = /^\s*(\^|~|=)?\s*v?(\d+\.\d+\.\d+[\w.-]*)\s*$/.exec(declared) ?? [];
  const [major, minor, patch] = partsOf(version)?.numbers ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  if (sign === '~' || (sign === '^' && major === 0 && minor > 0)) return [version, `${major}.${minor + 1}.0`];
  return sign === '^' && major > 0 ? [version, `${major + 1}.0.0`] : [version, `${major}.${minor}.${patch + 1}`];
};

/** Whether a manifest asks for exactly one version. */
export const isExact = (declared: string): boolean => /^\s*=?v?\d+\.\d+\.\d+[\w.-]*\s*$/.test(declared);
