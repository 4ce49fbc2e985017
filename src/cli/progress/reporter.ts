import type { Progress } from '../../model/progress.ts';
import { readsUnicode, wantsColor } from '../output/look.ts';
import { liveWindow } from './live-window.ts';
import { plainLines } from './plain-lines.ts';

/** Progress on stderr that is ended once, whatever happens. */
export interface Reporter {
  progress: Progress;
  /** Prints a line without disturbing what is drawn. */
  note(text: string): void;
  /** Takes down what is drawn and gives the terminal back as it was. May be called twice. */
  close(): void;
}

/** A live window on a terminal; plain lines in CI, in pipes, on dumb terminals and where only ASCII can be read; nothing with `--quiet`. */
export const createReporter = (flags: { quiet?: boolean; color?: boolean }, title: string): Reporter => {
  if (flags.quiet === true)
    return { progress: { step: () => ({ update: () => {}, end: () => {} }) }, note: () => {}, close: () => {} };
  const { CI, TERM } = process.env;
  const live =
    process.stderr.isTTY &&
    (CI === undefined || CI === '' || CI === 'false') &&
    TERM !== 'dumb' &&
    readsUnicode(process.env);
  return live
    ? liveWindow(process.stderr, title, wantsColor(flags.color, process.stderr, process.env))
    : plainLines(process.stderr);
};
