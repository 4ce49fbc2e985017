import { isGood } from '../actors/door.ts';
import { rowsOf } from '../answers/routes.ts';
import type { JsonSchema } from '../contract/operation.ts';
import type { Answer } from '../contract/send.ts';

/** More rows than any page needs. */
export const SANE = 200;
const USUAL = 100;
export const HUGE = 100_000;
/** The largest number that JavaScript takes for a whole one. */
export const VAST = Number.MAX_SAFE_INTEGER;

export interface Pages {
  /** As it is asked for by default. */
  usual: Answer;
  /** One row was wanted. */
  one: Answer;
  huge: Answer;
  /** As many as a number can say; and what is no number at all. */
  vast?: Answer;
  nonsense?: Answer;
}

const rows = (answer: Answer): number | null =>
  answer.ok && isGood(answer.status) ? rowsOf(answer.json).length : null;

/** The size that an answer repeats: `"limit": 100000`. */
const repeats = (answer: Answer, size: number): boolean =>
  answer.ok &&
  new RegExp(String.raw`"(?:limit|size|page_?size|per_?page|first|take)"\s*:\s*"?${size}\b`, 'i').test(answer.text);

export interface PageVerdict {
  verdict: 'confirmed' | 'likely' | 'refuted' | 'inconclusive';
  said: string;
}

/** What follows for the largest page. A list that is shorter than a page cannot show where one ends. */
export const judgePages = ({ usual, one, huge, vast, nonsense }: Pages, schema: JsonSchema = {}): PageVerdict => {
  const [byDefault, single, most] = [rows(usual), rows(one), rows(huge)];
  if (byDefault === null || byDefault < 2 || single !== 1)
    return {
      verdict: 'inconclusive',
      said: 'The size of its page could not be set, or the list is too short to show it',
    };
  if (huge.ok && huge.status >= 400 && huge.status < 500)
    return { verdict: 'refuted', said: `A page of ${HUGE} was refused (${huge.status})` };
  if (most === null) return { verdict: 'inconclusive', said: `A page of ${HUGE} got no telling answer` };
  if (most > SANE)
    return {
      verdict: 'confirmed',
      said: `A page of ${HUGE} gave ${most} rows at once; one of 1 gave 1, and ${byDefault} come by default`,
    };
  const { maximum } = schema;
  if (maximum !== undefined && most > maximum)
    return {
      verdict: 'confirmed',
      said: `A page of ${HUGE} gave ${most} rows, though the description names ${maximum} as the most`,
    };
  if (most > USUAL) return { verdict: 'likely', said: `A page of ${HUGE} gave ${most} rows at once` };
  if (repeats(huge, HUGE))
    return {
      verdict: 'likely',
      said: `A page of ${HUGE} was accepted: the answer names it as its size, and gives all ${most} rows that there are`,
    };
  const strict = nonsense?.ok === true && nonsense.status >= 400 && nonsense.status < 500;
  const unbounded = maximum === undefined || maximum >= HUGE;
  const described = Object.keys(schema).length > 0;
  if (strict && described && unbounded && vast !== undefined && rows(vast) === most && most > 1)
    return {
      verdict: 'likely',
      said: `What is no number is refused, and a page of ${VAST} accepted; the description names no most either`,
    };
  return {
    verdict: 'inconclusive',
    said: `A page of ${HUGE} gave the ${most} rows that there are, which does not show where a page ends`,
  };
};
