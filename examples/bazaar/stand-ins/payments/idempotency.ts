import { refused, type ApiAnswer, type ApiRequest } from './api.ts';

/**
 * The first answer to a key is the answer to it for good; the same key with other parameters is an error, as Stripe has it.
 * Refusals for wrong parameters are not kept.
 */
export const createIdempotency = (): ((
  key: string | undefined,
  request: ApiRequest,
  run: () => ApiAnswer,
) => ApiAnswer) => {
  const kept = new Map<string, { request: string; answer: ApiAnswer }>();
  return (key, { method, path, form }, run) => {
    if (key === undefined || method !== 'POST') return run();
    const request = `${path}?${form.toString()}`;
    const earlier = kept.get(key);
    if (earlier === undefined) {
      const answer = run();
      if (answer.status < 400) kept.set(key, { request, answer });
      return answer;
    }
    if (earlier.request === request) return earlier.answer;
    return refused(
      400,
      'idempotency_error',
      `Keys for idempotent requests can only be used with the same parameters they were first used with.`,
    );
  };
};
