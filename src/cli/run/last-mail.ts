import type { Review } from '../../model/review.ts';
import { parseReview } from '../../review/parse-review.ts';
import { type LastPlace, readLastReview, saveLastReview } from './last-review.ts';

/** A run of `launch-ready mail`, kept for the next comparison. */
export interface MailRun {
  /** The domains that it looked at. */
  name: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Records as they stood, by name and type. */
  records: Readonly<Record<string, string>>;
  review: Review;
}

/** The last run for the same domains; null when there is none that can be read. */
export const lastMailRun = async (place: LastPlace, name: string): Promise<MailRun | null> => {
  const kept = parsed(await readLastReview(place));
  if (kept === null || kept['name'] !== name || typeof kept['at'] !== 'string') return null;
  const review = parseReview(JSON.stringify(kept['review'] ?? null));
  const records = kept['records'];
  if (!review.ok || typeof records !== 'object' || records === null) return null;
  const texts = Object.entries(records).filter((one): one is [string, string] => typeof one[1] === 'string');
  return { name, at: kept['at'], records: Object.fromEntries(texts), review: review.value };
};

const parsed = (text: string | null): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/** Null when it worked, else why not. */
export const keepMailRun = (place: LastPlace, run: MailRun): Promise<string | null> =>
  saveLastReview(place, `${JSON.stringify(run)}\n`);
