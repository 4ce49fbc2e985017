import { lstatSync } from 'node:fs';
import { join } from 'node:path';

export const CONFIG_NAMES = ['ts', 'mts', 'js', 'mjs', 'json', 'jsonc'].map(
  (ending) => `launch-ready.config.${ending}`,
);

/** Absolute paths of the config files in `root`. More than one is the caller's error to report. */
export const findConfigs = (root: string): string[] => CONFIG_NAMES.map((name) => join(root, name)).filter(exists);

/** A link counts, wherever it leads: reading it says what is wrong with it. In a folder that may not be entered there is none. */
const exists = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
};
