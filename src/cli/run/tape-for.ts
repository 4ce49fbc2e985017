import { record, replay, TapeError, type Recorder, type Tape } from '../../net/tape/tape.ts';
import type { EdgeFlags } from '../options/edge-options.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';
import { writeWhole } from '../output/write-file.ts';

/** How a run is kept or seen again; `isReplay`: nothing is asked. */
export interface UsedTape {
  tape: Tape;
  isReplay: boolean;
  /** Writes the file that was asked for. Throws CliError. */
  finish(): Promise<void>;
}

/** Undefined where no tape was asked for. Throws CliError for a file that is no recording, or one of other domains. */
export const tapeFor = async (
  { record: to, replay: from, now }: EdgeFlags,
  domains: readonly string[],
  reviewed: string,
): Promise<UsedTape | undefined> => {
  if (from !== undefined) {
    if (to !== undefined) throw new CliError('Give --record or --replay, not both.');
    return { tape: readTape(await readNamed(from), from, domains), isReplay: true, finish: () => Promise.resolve() };
  }
  if (to === undefined) return undefined;
  const tape: Recorder = record(domains, now ?? new Date());
  return { tape, isReplay: false, finish: () => writeWhole(to, tape.text(), reviewed, PRIVATE) };
};

/** It holds what pages answered, cookies of a visitor among it. */
const PRIVATE = 0o600;

const readTape = (text: string, path: string, domains: readonly string[]): Tape => {
  try {
    const tape = replay(text);
    const foreign = domains.find((domain) => !tape.domains.includes(domain));
    if (foreign === undefined) return tape;
    throw new CliError(
      `${printable(path)} is a recording of ${printable(tape.domains.join(', '))}, not of ${printable(foreign)}.`,
    );
  } catch (error) {
    if (error instanceof TapeError)
      throw new CliError(`${printable(path)} is no recording: ${printable(error.message)}.`);
    throw error;
  }
};

/** What a damaged recording does to whoever reads it is no fault of theirs. */
export const damaged =
  (path: string) =>
  (error: unknown): never => {
    if (error instanceof CliError) throw error;
    throw new CliError(
      `${printable(path)} is damaged: ${printable(error instanceof Error ? error.message : 'unknown')}.`,
    );
  };
