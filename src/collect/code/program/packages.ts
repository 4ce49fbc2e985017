/** A folder with a package.json. */
export interface Package {
  /** Relative to the repository, without a slash at the end; empty for the root. */
  folder: string;
  name: string | undefined;
  dependencies: Readonly<Record<string, string>>;
  /** Entry that others import: `exports` or `main`, as written. */
  entries: Readonly<Record<string, string>>;
  scripts: Readonly<Record<string, string>>;
}

const strings = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter((one): one is [string, string] => typeof one[1] === 'string'))
    : {};

/** The first path in an export's conditions. */
const target = (value: unknown, depth = 0): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > 5) return undefined;
  for (const one of Array.isArray(value) ? value : Object.values(value)) {
    const found = target(one, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
};

const entriesOf = ({ exports, main, module }: Record<string, unknown>): Record<string, string> => {
  if (typeof exports === 'object' && exports !== null && Object.keys(exports).some((key) => key.startsWith('.')))
    return Object.fromEntries(
      Object.entries(exports).flatMap(([key, value]) => {
        const path = target(value);
        return path === undefined ? [] : [[key, path]];
      }),
    );
  const path = target(exports) ?? (typeof module === 'string' ? module : typeof main === 'string' ? main : undefined);
  return path === undefined ? {} : { '.': path };
};

/** Reads a package.json; one that is not JSON is a package without a name. */
export const readPackage = (folder: string, text: string): Package => {
  let json: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) json = parsed as Record<string, unknown>;
  } catch {
    // A broken manifest tells nothing; whoever installs it will hear.
  }
  return {
    folder,
    name: typeof json['name'] === 'string' ? json['name'] : undefined,
    dependencies: {
      ...strings(json['peerDependencies']),
      ...strings(json['devDependencies']),
      ...strings(json['dependencies']),
    },
    entries: entriesOf(json),
    scripts: strings(json['scripts']),
  };
};
