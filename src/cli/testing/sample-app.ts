import { expandSample } from '../../collect/secrets/samples.ts';
import { git } from './run-bin.ts';

/** A live key of a payment provider, made anew so that none stands in this repository. */
export const liveKey = (seed = ''): string => expandSample('sk_live_{alnum:24}', seed);

/** Makes `path` a git checkout whose files are committed. */
export const commitAll = (path: string, message = 'first'): void => {
  git(path, 'init', '-q', '-b', 'main');
  git(path, 'add', '-A');
  git(path, 'commit', '-q', '--no-verify', '--allow-empty', '-m', message);
};
