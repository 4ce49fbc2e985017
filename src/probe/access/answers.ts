import type { Answer, GoodAnswer } from '../contract/send.ts';

export const isGood = (answer: Answer | undefined): answer is GoodAnswer =>
  answer?.ok === true && answer.status >= 200 && answer.status < 300;

/** Sent away: not logged in, not allowed, or to the login page. */
export const isRefused = (answer: Answer | undefined): boolean =>
  answer?.ok === true && (answer.status === 401 || answer.status === 403 || isToLogin(answer));

export const isToLogin = (answer: Answer): boolean =>
  answer.ok &&
  answer.status >= 300 &&
  answer.status < 400 &&
  /(?:log-?in|sign-?in|auth|account\/enter|session)/i.test(answer.headers['location'] ?? '');

/** Nothing follows from it: no answer, too many requests, a server error. */
export const isSilent = (answer: Answer | undefined): boolean =>
  answer === undefined || !answer.ok || answer.status === 429 || answer.status >= 500;

export const told = (answer: Answer | undefined): string =>
  answer === undefined ? 'was not asked' : answer.ok ? `answered ${answer.status}` : `got no answer (${answer.said})`;

/** Content type without parameters, in lower case. */
export const typeOf = (answer: GoodAnswer): string =>
  (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

export const isHtml = (answer: GoodAnswer): boolean => typeOf(answer).includes('html');

/** A file rather than an answer: neither JSON nor a page nor plain text. */
export const isFile = (answer: GoodAnswer): boolean => {
  const type = typeOf(answer);
  return type !== '' && !/json|html|xml|text\/(?:plain|csv|event-stream)|javascript/.test(type);
};

/** A spreadsheet of rows. */
export const isTable = (answer: GoodAnswer): boolean => /csv|tab-separated|spreadsheet|excel/.test(typeOf(answer));
