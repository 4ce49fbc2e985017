import type { Review } from '../../model/review.ts';
import { CliError } from '../cli-error.ts';
import type { ReviewFlags } from '../options/review-options.ts';
import { printable } from '../output/printable.ts';
import { writeWhole } from '../output/write-file.ts';
import type { Gathered } from './gather.ts';
import { type LastPlace, saveLastReview } from './last-review.ts';

interface Saving {
  review: Review;
  gathered: Gathered;
  flags: ReviewFlags;
  /** Where the last run is kept; null when it is not kept. */
  place: LastPlace | null;
  note: (text: string) => void;
}

/** Writes what the user asked to keep. The answer lists what could not be written; the last run is only noted. */
export const saveRun = async ({ review, gathered, flags, place, note }: Saving): Promise<string[]> => {
  const problems: string[] = [];
  const write = async (path: string, text: string): Promise<void> => {
    try {
      await writeWhole(path, text, gathered.root);
      note(`Written: ${printable(path)}`);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      problems.push(error.message);
    }
  };
  if (flags.saveEvidence !== undefined) {
    const { serializeEvidence } = await import('../../review/evidence-file.ts');
    const { startedAt: madeAt, target, config } = gathered;
    await write(flags.saveEvidence, serializeEvidence(gathered.evidence, { madeAt, target, config }));
  }
  if (flags.saveBaseline !== undefined) {
    const { makeBaseline, serializeBaseline } = await import('../../review/baseline.ts');
    const path = flags.saveBaseline === true ? 'launch-ready.baseline.json' : flags.saveBaseline;
    await write(path, serializeBaseline(makeBaseline(review)));
  }
  // A run that was stopped half way is nothing to compare the next one with.
  if (flags.save && place !== null && !gathered.interrupted) {
    const problem = await saveLastReview(place, `${JSON.stringify(review)}\n`);
    if (problem !== null) note(`This run is not kept for the next comparison: ${printable(problem)}.`);
  }
  return problems;
};
