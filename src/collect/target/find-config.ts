import { statSync } from 'node:fs';
import { join } from 'node:path';

export const CONFIG_NAMES = ['ts', 'mts', 'js', 'mjs', 'json', 'jsonc'].map(
  (ending) => `launch-ready.config.${ending}`,
);

/** Absolute paths of the config files in `root`. More than one is the caller's error to report. */
export const findConfigs = (root: string): string[] => CONFIG_NAMES.map((name) => join(root, name)).filter(exists);

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
