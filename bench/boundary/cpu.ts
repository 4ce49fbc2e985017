import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks in a second, as the kernel counts for `/proc` on Linux. */
const TICKS = 100;

interface Entry {
  parent: number;
  /** Its own time and that of its children that have ended, in ticks. */
  ticks: number;
}

const entryOf = (pid: string): Entry | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, ticks: user + system + childUser + childSystem };
  } catch {
    // It has just ended.
    return undefined;
  }
};

/** Processor time of all that this process has started and that still runs, seconds: the app, its stand-ins and its database. */
export const cpuBelow = (): number => {
  const entries = new Map<number, Entry>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const entry = entryOf(name);
    if (entry !== undefined) entries.set(Number(name), entry);
  }
  const isBelow = (pid: number): boolean => {
    const parent = entries.get(pid)?.parent ?? 0;
    return parent === process.pid || (parent > 1 && isBelow(parent));
  };
  return [...entries].filter(([pid]) => isBelow(pid)).reduce((sum, [, { ticks }]) => sum + ticks, 0) / TICKS;
};
