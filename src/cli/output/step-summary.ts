import { appendFile } from 'node:fs/promises';
import type { Review } from '../../model/review.ts';
import { printable } from './printable.ts';
import { inWords } from './write-file.ts';

/** Adds the review to the summary page of a GitHub Actions job, when there is one. The answer lists what went wrong. */
export const appendStepSummary = async (review: Review): Promise<string[]> => {
  const path = process.env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return [];
  const { renderStepSummary } = await import('../../report/github/render-step-summary.ts');
  try {
    await appendFile(path, `${renderStepSummary(review)}\n`);
    return [];
  } catch (error) {
    return [`${printable(path)} could not be written: ${inWords(error)}.`];
  }
};
