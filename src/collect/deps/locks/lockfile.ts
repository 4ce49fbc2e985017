/** One dependency as a manifest has it. */
export interface Wanted {
  /** Folder of the manifest, relative to that of the lock file; empty for the same. */
  folder: string;
  /** Name of the package that wants it. */
  by: string | undefined;
  name: string;
  declared: string;
}

/** What a lock file says of a dependency: its version, or undefined. */
export type LockReader = (wanted: Wanted) => string | undefined;

/** `15.1.0(react@19.0.0)` and `15.1.0_react@19.0.0` are 15.1.0 with its peers. Undefined for what is no version: `link:../ui`. */
export const plainVersion = (text: unknown): string | undefined =>
  typeof text === 'string' ? /^\d+\.\d+\.\d+[\w.+-]*/.exec(text)?.[0].replace(/_.*$/, '') : undefined;

/** A member of something that was read from JSON or YAML. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
