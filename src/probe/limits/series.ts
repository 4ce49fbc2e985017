import type { Said } from '../accounts/observe.ts';
import type { Answer } from '../contract/send.ts';
import type { Judged } from './judge-series.ts';

/** One thing that was asked for too often. */
export interface Series {
  /** The operation's id. */
  subject: string;
  judged: Judged;
  answers: readonly Answer[];
  /** What came of trying to pass its limit by, right after it was met; undefined where there was none. */
  passed: Said | undefined;
  /** Asks once more, with other headers or in another spelling of the address. */
  again: (headers?: Readonly<Record<string, string>>, path?: (path: string) => string) => Promise<Answer>;
}

/** Whether an answer came that is neither a refusal for too many nor a failure. */
export const isThrough = (answer: Answer, before: Answer | undefined): boolean =>
  answer.ok && before?.ok === true && answer.status === before.status;

export const withPath = (url: string, change: (path: string) => string = (path) => path): string => {
  const made = new URL(url);
  return made.origin + change(made.pathname) + made.search;
};
