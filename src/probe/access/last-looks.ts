import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { GoodAnswer } from '../contract/send.ts';

interface Seen {
  answer: GoodAnswer;
  ticks: number;
  done: number;
  /** Milliseconds of `performance.now`. */
  at: number;
}

/** Apps change by themselves too, by a clock or a job: what was seen longer ago is looked at again. */
const LASTS = 5_000;

const kept = new WeakMap<ProbeContext, Map<string, Seen>>();

const keyOf = (url: string, as: Actor | null): string => `${as?.name ?? ''} ${url}`;

/** Asks, and remembers what was seen. */
export const look = async (context: ProbeContext, url: string, as: Actor | null) => {
  const { writes } = context;
  const [ticks, done] = [writes?.ticks ?? 0, writes?.done ?? 0];
  const answer = await context.send({ method: 'GET', url }, { as, mode: 'read' });
  if (writes === undefined) return answer;
  const memory = kept.get(context) ?? new Map<string, Seen>();
  kept.set(context, memory);
  if (!answer.ok || answer.status === 429 || answer.status >= 500) memory.delete(keyOf(url, as));
  else memory.set(keyOf(url, as), { answer, ticks, done, at: performance.now() });
  return answer;
};

/**
 * What somebody saw there a moment ago: as good as another look when all that was written since was refused and none of it named this object in
 * its address.
 */
export const fresh = (context: ProbeContext, url: string, as: Actor | null, id: string): GoodAnswer | undefined => {
  const seen = kept.get(context)?.get(keyOf(url, as));
  const { writes } = context;
  if (seen === undefined || writes === undefined || writes.running || performance.now() - seen.at > LASTS)
    return undefined;
  const isUntouched = seen.done === writes.done && id !== '' && !writes.named(encodeURIComponent(id), seen.ticks);
  return seen.ticks === writes.ticks || isUntouched ? seen.answer : undefined;
};

/** What somebody saw there when nothing but refused writes have gone out since: good enough to choose by, not to prove by. */
export const likely = (context: ProbeContext, url: string, as: Actor | null): GoodAnswer | undefined => {
  const seen = kept.get(context)?.get(keyOf(url, as));
  return seen !== undefined && seen.done === context.writes?.done ? seen.answer : undefined;
};
