import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CliError } from '../cli-error.ts';
import { printable } from './printable.ts';

/**
 * Stops where `path` lies in `reviewed` (an absolute path, links resolved) and a link below that folder is on the way: whoever
 * wrote the reviewed folder would choose what is overwritten. Links of the user's own, outside of it, are followed. Throws CliError.
 */
export const refuseLinks = (reviewed: string, path: string): void => {
  const wanted = resolve(path);
  const top = ancestorThatIs(reviewed, wanted);
  if (top === null) return;
  let here = top;
  for (const name of relative(top, wanted).split(sep)) {
    here = join(here, name);
    if (lstatSync(here, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue;
    throw new CliError(
      `${printable(path)} was not written: ${printable(relative(top, here))} is a link in the reviewed folder, and would choose what is overwritten. Name another place.`,
    );
  }
};

/** The folder above `path`, as `path` spells it, that really is `folder`. */
const ancestorThatIs = (folder: string, path: string): string | null => {
  for (let above = dirname(path); ; above = dirname(above)) {
    if (realPath(above) === folder) return above;
    if (above === dirname(above)) return null;
  }
};

const realPath = (path: string): string | null => {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
};
