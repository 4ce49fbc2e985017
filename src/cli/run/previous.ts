import { asPrevious, parseBaseline } from '../../review/baseline.ts';
import type { Previous } from '../../review/diff.ts';
import { parseReview } from '../../review/parse-review.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';
import { type LastPlace, readLastReview } from './last-review.ts';

/** What this run is compared with: a baseline, a named review, or the last run that was kept; null on a first run. */
export const previousRun = async (
  flags: { baseline?: string; compare?: string },
  place: LastPlace | null,
  note: (text: string) => void,
): Promise<Previous | null> => {
  if (flags.baseline !== undefined && flags.compare !== undefined) throw new CliError('Give --baseline or --compare, not both.');
  if (flags.baseline !== undefined) return asPrevious(parsed(flags.baseline, parseBaseline(await readNamed(flags.baseline))));
  if (flags.compare !== undefined) return parsed(flags.compare, parseReview(await readNamed(flags.compare)));
  if (place === null) return null;
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
