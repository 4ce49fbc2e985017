import type { EnvironmentName } from '../../../model/evidence/env.ts';
import type { HostName } from '../../../model/evidence/hosting.ts';
import type { Setting } from '../text/settings.ts';

/** A value that the host gives the running app. */
export interface Given {
  name: string;
  value: string;
  environment: EnvironmentName;
  line: number;
}

export interface HostFacts {
  /** The project's name at the host. */
  name?: string;
  domains?: readonly { domain: string; line: number }[];
  given?: readonly Given[];
}

/** A file by which a host knows the app. */
export interface HostFile {
  host: HostName;
  /** Matches the whole path. */
  file: RegExp;
  /** An image or a list of containers runs anywhere. */
  by: 'config' | 'image';
  /** Whether the text really asks this host to run the app; a file of this name always does when left out. */
  counts?: (text: string, settings: readonly Setting[]) => boolean;
  /** `stage`: the environment that the file's name tells, production when it tells none. */
  read?: (settings: readonly Setting[], stage: EnvironmentName, text: string) => HostFacts;
}

/** Settings below a key, with the keys after it. */
export const below = (settings: readonly Setting[], ...above: readonly string[]): Setting[] =>
  settings
    .filter(({ keys }) => keys.length > above.length && above.every((key, at) => key === '*' || keys[at] === key))
    .map((one) => ({ ...one, keys: one.keys.slice(above.length) }));

export const valueAt = (settings: readonly Setting[], ...keys: readonly string[]): string | undefined =>
  settings.find((one) => one.keys.length === keys.length && keys.every((key, at) => one.keys[at] === key))?.value;

/** `NAME: value` pairs below a key. */
export const givenBelow = (
  settings: readonly Setting[],
  environment: EnvironmentName,
  ...above: readonly string[]
): Given[] =>
  below(settings, ...above)
    .filter(({ keys }) => keys.length === 1)
    .map(({ keys: [name = ''], value, line }) => ({ name, value, environment, line }));

export const named = (name: string | undefined): { name?: string } => (name === undefined ? {} : { name });
