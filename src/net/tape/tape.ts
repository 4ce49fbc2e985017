import { randomBytes } from 'node:crypto';
import { decode, encode } from './encode.ts';

/** What was asked in a run and what came back, so that the same can be seen again without a network. */
export interface Tape {
  /** What made-up names are derived from. */
  seed: string;
  /** The moment of the run. */
  now: Date;
  /** Domains that were looked at. */
  domains: readonly string[];
  /** What came for `key`: asked for and kept while a run is recorded, taken from the recording afterwards; `missing` says what is known of what is not in it. */
  play<T>(key: string, ask: () => Promise<T>, missing: () => T): Promise<T>;
}

export interface Recorder extends Tape {
  /** The recording so far, as JSON. */
  text(): string;
}

/** The file is none, or none of this version. Its message is for the user. */
export class TapeError extends Error {}

const VERSION = 1;

/** Keeps everything that is asked from now on. */
export const record = (domains: readonly string[], now: Date): Recorder => {
  const seed = randomBytes(16).toString('hex');
  const kept = new Map<string, unknown[]>();
  return {
    seed,
    now,
    domains,
    play: async (key, ask) => {
      const told = await ask();
      const list = kept.get(key) ?? [];
      kept.set(key, [...list, told]);
      return told;
    },
    text: () =>
      JSON.stringify({ tape: VERSION, seed, now: now.toISOString(), domains, kept: encode(Object.fromEntries(kept)) }),
  };
};

/** What a recording holds. What was asked several times comes in its order, the last one again and again. Throws TapeError. */
export const replay = (text: string): Tape => {
  const { seed, now, domains, kept } = readTape(text);
  const heads = new Map<string, number>();
  return {
    seed,
    now,
    domains,
    play: (key, _ask, missing) => {
      const list = kept.get(key);
      const at = heads.get(key) ?? 0;
      heads.set(key, at + 1);
      const told = list?.[Math.min(at, list.length - 1)];
      return Promise.resolve(told === undefined ? missing() : (told as ReturnType<typeof missing>));
    },
  };
};

const readTape = (
  text: string,
): { seed: string; now: Date; domains: readonly string[]; kept: ReadonlyMap<string, readonly unknown[]> } => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new TapeError('it is no JSON');
  }
  const { tape, seed, now, domains, kept } = (parsed ?? {}) as Record<string, unknown>;
  if (tape !== VERSION) throw new TapeError(`it is no recording of version ${VERSION}`);
  const moment = new Date(typeof now === 'string' ? now : '');
  if (typeof seed !== 'string' || Number.isNaN(moment.getTime())) throw new TapeError('its head is damaged');
  if (!Array.isArray(domains) || !domains.every((one) => typeof one === 'string'))
    throw new TapeError('it names no domains');
  if (typeof kept !== 'object' || kept === null) throw new TapeError('it holds no answers');
  const entries = Object.entries(kept).map(([key, list]) => {
    if (!Array.isArray(list)) throw new TapeError(`the answers to ${key.slice(0, 100)} are damaged`);
    return [key, list.map(decode)] as const;
  });
  return { seed, now: moment, domains, kept: new Map(entries) };
};
