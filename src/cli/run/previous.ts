import { asPrevious, parseBaseline } from '../../review/baseline.ts';
import type { Previous } from '../../review/diff.ts';
import { parseReview } from '../../review/parse-review.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';
import { type LastPlace, readLastReview } from './last-review.ts';

/** The baseline or the review that the user named to compare with; null when none was named. Throws CliError. */
export const namedPrevious = async (flags: { baseline?: string; compare?: string }): Promise<Previous | null> => {
  if (flags.baseline !== undefined && flags.compare !== undefined)
    throw new CliError('Give --baseline or --compare, not both.');
  if (flags.baseline !== undefined)
    return asPrevious(parsed(flags.baseline, parseBaseline(await readNamed(flags.baseline))));
  return flags.compare === undefined ? null : parsed(flags.compare, parseReview(await readNamed(flags.compare)));
};

/** The last run that was kept; null on a first run. One that cannot be read is noted and passed over. */
export const lastRun = async (place: LastPlace, note: (text: string) => void): Promise<Previous | null> => {
  const text = await readLastReview(place);
  if (text === null) return null;
  const last = parseReview(text);
  if (last.ok) return last.value;
  note(`The last run cannot be compared with: ${printable(last.error, 500)}`);
  return null;
};

const parsed = <T>(path: string, result: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (result.ok) return result.value;
  throw new CliError(`${printable(path)}: ${printable(result.error, 1000)}`);
};
