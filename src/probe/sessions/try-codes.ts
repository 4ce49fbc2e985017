import { isGood } from '../actors/door.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Answer } from '../contract/send.ts';

/** More than anybody mistypes, far less than would find one. */
export const WRONG = 25;

/** Codes of the same length that are surely others. */
export const wrongCodes = (right: string | undefined, count: number): string[] => {
  const length = right?.length ?? 6;
  const codes: string[] = [];
  for (let number = 0; codes.length < count; number++) {
    const code = String((number * 37 + 11) % 10 ** Math.min(length, 6)).padStart(length, '0');
    if (code !== right) codes.push(code);
  }
  return codes;
};

interface Codes {
  subject: string;
  use: (code: string) => Promise<Answer>;
  /** The mailed one; undefined when the mail cannot be read. */
  code: string | undefined;
  /** What had the code sent. */
  before: Answer;
}

/** Uses wrong codes until one is one too many, and then the right one. */
export const tryCodes = async ({ subject, use, code, before }: Codes): Promise<Said> => {
  const tried: Answer[] = [];
  for (const wrong of wrongCodes(code, WRONG)) {
    const answer = await use(wrong);
    tried.push(answer);
    if (!answer.ok || answer.status === 429 || answer.status >= 500 || answer.status === 423) break;
  }
  const last = tried.at(-1);
  const shown = [before, ...tried.slice(0, 1), ...tried.slice(-2)];
  const facts = { facts: { tries: tried.length } };
  if (last === undefined || !last.ok || last.status >= 500)
    return say(subject, 'inconclusive', 'A try got no telling answer.', shown, facts);
  if (tried.length < WRONG || last.status === 429)
    return say(
      subject,
      'refuted',
      `After ${tried.length} wrong codes no more were taken (${last.status}).`,
      shown,
      facts,
    );
  if (code === undefined)
    return say(
      subject,
      'likely',
      `${WRONG} wrong codes in a row were all answered with ${last.status}. Without the mailbox it was not seen whether the right one still works.`,
      shown,
      facts,
    );
  const right = await use(code);
  return right.ok && isGood(right.status)
    ? say(
        subject,
        'confirmed',
        `After ${WRONG} wrong codes the right one still worked, on an account that we had made.`,
        [...shown, right],
        facts,
      )
    : say(
        subject,
        'refuted',
        `After ${WRONG} wrong codes the right one did not work any more.`,
        [...shown, right],
        facts,
      );
};
