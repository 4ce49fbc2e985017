import type { ChildProcess } from 'node:child_process';

/** Milliseconds. Git that reads objects is never silent for long, unless a pipe stands where an object should. */
const SILENCE = 60_000;

/** Ends a child that says nothing for too long. Call `heard` at every output, and `end` when it is over. */
export const stopWhenSilent = (child: ChildProcess, silence = SILENCE): { heard(): void; end(): void } => {
  const timer = setTimeout(() => child.kill('SIGKILL'), silence);
  return { heard: () => void timer.refresh(), end: () => clearTimeout(timer) };
};
