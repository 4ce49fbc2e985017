import { randomBytes } from 'node:crypto';
import { isGood } from '../actors/door.ts';
import { once } from '../accounts/memo.ts';
import { mainOrigin } from '../accounts/people.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';

const MAX_BYTES = 128 * 1024;

/** What nobody gets at a path of the main origin. */
export const look = (context: ProbeContext, path: string): Promise<Answer> =>
  context.send(
    { method: 'GET', url: mainOrigin(context) + path },
    { as: null, mode: 'read', maxBytes: MAX_BYTES, upsets: true },
  );

/** The exchange for the evidence: the same request, of whose answer no byte of the body is kept, since it may hold secrets. */
export const lookWithoutBody = (context: ProbeContext, path: string): Promise<Answer> =>
  context.send(
    { method: 'GET', url: mainOrigin(context) + path },
    { as: null, mode: 'read', maxBytes: 0, upsets: true },
  );

/** What the app says to an address that surely is nothing. */
export const nothingThere = (context: ProbeContext): Promise<Answer> =>
  once(context, 'nothing there', () => look(context, `/lr-${randomBytes(6).toString('hex')}`));

/** A 2xx that is not what every address gets. */
export const isOwn = (answer: Answer, nothing: Answer): answer is GoodAnswer => {
  if (!answer.ok || !isGood(answer.status) || answer.text === '') return false;
  return !nothing.ok || !isGood(nothing.status) || nothing.text !== answer.text;
};
