import type { BoundaryTrials } from '../../model/evidence/trials.ts';
import type { Review } from '../../model/review.ts';
import { parseReview } from '../../review/parse-review.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';
import { lastReviewPlace, readLastReview } from '../run/last-review.ts';

const AGAIN = 'npx launch-ready --target http://localhost:3000';

/** What the named review, or the last one of the folder, tried on the running app. Throws CliError with what to run first. */
export const trialsToTest = async (root: string, from: string | undefined): Promise<BoundaryTrials> => {
  const text =
    from === undefined ? await readLastReview(lastReviewPlace(root, false, 'last-review.json')) : await readNamed(from);
  if (text === null)
    throw new CliError(`There is no review to write tests from: start your app and run \`${AGAIN}\` first.`);
  const read = parseReview(text);
  const name = from ?? 'The last review';
  if (!read.ok) throw new CliError(`${printable(name)}: ${printable(read.error, 500)}`);
  const { boundary }: Review = read.value;
  if (boundary === undefined)
    throw new CliError(`${printable(name)} did not look at the running app: start it and run \`${AGAIN}\` first.`);
  if (boundary.trials === undefined)
    throw new CliError(
      `${printable(name)} holds nothing to write tests from: review the running app again with this version.`,
    );
  return boundary.trials;
};
