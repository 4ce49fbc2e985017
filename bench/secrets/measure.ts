import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Run {
  seconds: number;
  /** Processor time, with that of children that have ended, seconds. */
  cpu: number;
  /** Peak resident memory of the process itself, megabytes. */
  megabytes: number;
  code: number;
  /** Megabytes that the process itself asked the kernel for; not what it maps, nor what its children read. */
  read: number;
  /** See `Command.holds`. */
  held: boolean;
}

export interface Command {
  name: string;
  /** Asked after each run: whether it did what it is timed for. */
  holds?: () => boolean;
  /** Exit codes with which it came to its end. Default: 0 alone. */
  endings?: readonly number[];
  file: string;
  args: readonly string[];
  cwd?: string;
}

/** Runs a command with its output thrown away and reads its peak memory from the kernel while it runs. */
export const measure = (command: Command, timeout: number): Promise<Run> =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    const child = spawn(command.file, command.args, {
      stdio: 'ignore',
      timeout,
      ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    });
    let megabytes = 0;
    let read = 0;
    let cpu = 0;
    const timer = setInterval(() => {
      try {
        const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
        megabytes = Math.max(megabytes, Number(peak ?? 0) / 1024);
        cpu = processorTime(readFileSync(`/proc/${child.pid}/stat`, 'utf8'));
        const asked = /rchar: (\d+)/.exec(readFileSync(`/proc/${child.pid}/io`, 'utf8'))?.[1];
        read = Math.max(read, Number(asked ?? 0) / 1e6);
      } catch {
        // The process has just ended.
      }
    }, 15);
    const end = (code: number): void => {
      clearInterval(timer);
      resolve({
        seconds: (performance.now() - startedAt) / 1000,
        cpu,
        megabytes,
        code,
        read,
        held: command.holds?.() ?? true,
      });
    };
    child.on('error', () => end(127));
    child.on('close', (code) => end(code ?? -1));
  });

/** Seconds; the kernel counts a hundred ticks in one. */
const processorTime = (stat: string): number => {
  const fields = stat
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 15);
  return fields.reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
};

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
