import type { Check } from '../../model/check.ts';
import type { Finding } from '../../model/finding.ts';
import type { Review } from '../../model/review.ts';
import { explainCheck } from '../../checks/explain.ts';
import { CHECKS } from '../../program.ts';
import { findingLines } from '../../report/terminal/sections/finding.ts';
import { paper } from '../../report/terminal/paper.ts';
import { nearest } from '../../review/nearest.ts';
import { parseReview } from '../../review/parse-review.ts';
import { CliError } from '../cli-error.ts';
import { type Look, lookOf } from '../output/look.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';
import { print } from '../output/streams.ts';
import { lastReviewPlace, readLastReview } from './last-review.ts';

/** Prints what a check looks for, or one finding in full. Throws CliError when there is nothing of that name. */
export const explain = async (name: string, flags: { from?: string; color: boolean }): Promise<void> => {
  const look = lookOf(flags);
  if (!/^[0-9a-f]{16}$/.test(name)) return print(explainCheck(checkNamed(name), Math.min(look.width, 100)));
  const finding = findingIn(await reviews(flags.from), name);
  const check = CHECKS.find((one) => one.id === finding.check);
  const rest = check === undefined ? '' : `\nMore about the check: npx launch-ready explain ${check.id}`;
  await print(`${findingText(finding, look)}\n${rest}`);
};

const findingText = (finding: Finding, look: Look): string =>
  findingLines(paper({ ...look, verbose: true }), { first: finding, others: [] }, 1)
    .slice(1)
    .join('\n');

const checkNamed = (name: string): Check => {
  const wanted = name.toLowerCase();
  const matches = CHECKS.filter((check) => check.id === wanted || check.id.endsWith(`/${wanted}`));
  const [only, second] = matches;
  if (only !== undefined && second === undefined) return only;
  const near =
    second === undefined
      ? nearest(
          name,
          CHECKS.map((check) => check.id),
        )
      : matches.map((check) => check.id);
  const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'See launch-ready list.';
  throw new CliError(`There is no check ${JSON.stringify(printable(name, 100))}. ${hint}`);
};

const reviews = async (from: string | undefined): Promise<Review[]> => {
  const parsed = (text: string | null): Review[] => {
    const review = text === null ? null : parseReview(text);
    if (review?.ok === false && from !== undefined)
      throw new CliError(`${printable(from)}: ${printable(review.error, 1000)}`);
    return review?.ok === true ? [review.value] : [];
  };
  if (from !== undefined) return parsed(await readNamed(from));
  const root = process.cwd();
  const places = [false, true].flatMap((bare) => [
    lastReviewPlace(root, bare, 'last-review.json'),
    lastReviewPlace(root, bare, 'last-secrets.json'),
  ]);
  const texts = await Promise.all(places.map(readLastReview));
  return texts.flatMap(parsed);
};

const findingIn = (found: readonly Review[], fingerprint: string): Finding => {
  if (found.length === 0)
    throw new CliError('No run was kept in this folder. Run `launch-ready` here first, or name a review with --from.');
  const finding = found.flatMap((review) => review.findings).find((one) => one.fingerprint === fingerprint);
  if (finding === undefined) throw new CliError(`The last run has no finding ${fingerprint}. It may have been fixed.`);
  return finding;
};
