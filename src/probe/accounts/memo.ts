import type { ProbeContext } from '../contract/probe.ts';

const kept = new WeakMap<ProbeContext, Map<string, Promise<unknown>>>();

/** What several probes of one run need is asked for once. */
export const once = <T>(context: ProbeContext, key: string, make: () => Promise<T>): Promise<T> => {
  const memory = kept.get(context) ?? new Map<string, Promise<unknown>>();
  kept.set(context, memory);
  const known = memory.get(key) ?? make();
  memory.set(key, known);
  return known as Promise<T>;
};

const locks = new WeakMap<ProbeContext, Map<string, Promise<unknown>>>();

/** One after the other for everything that changes the same thing. */
export const alone = async <T>(context: ProbeContext, key: string, work: () => Promise<T>): Promise<T> => {
  const memory = locks.get(context) ?? new Map<string, Promise<unknown>>();
  locks.set(context, memory);
  const before = memory.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  memory.set(
    key,
    mine.catch(() => {}),
  );
  return mine;
};
