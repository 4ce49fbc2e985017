import { EXIT } from '../cli-error.ts';

/** A terminal's Ctrl-C can arrive twice when a parent passes it on; within this many milliseconds it is one. */
const SAME = 150;

export interface Interrupt {
  signal: AbortSignal;
  /** Stops listening; afterwards Ctrl-C ends the process at once. */
  release(): void;
}

/**
 * The first Ctrl-C (or SIGTERM) aborts the signal, so that what was found so far can be reported; the second one ends the
 * process at once with exit code 130.
 */
export const listenForInterrupt = (say: (text: string) => void): Interrupt => {
  const controller = new AbortController();
  let first = 0;
  const stop = (): void => {
    if (!controller.signal.aborted) {
      first = performance.now();
      say('Stopping; what was read so far is reported. Press Ctrl-C again to quit at once.');
      controller.abort();
    } else if (performance.now() - first > SAME) process.exit(EXIT.interrupted);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release: () => {
      process.removeListener('SIGINT', stop);
      process.removeListener('SIGTERM', stop);
    },
  };
};
