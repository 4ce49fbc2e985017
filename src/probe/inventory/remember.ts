import type { Answer, Request, Send, SendOptions } from '../contract/send.ts';

/** What nobody was shown so far, by request. */
export class Shown {
  readonly #answers = new Map<string, Promise<Answer>>();
  #bytes = 0;

  get(key: string): Promise<Answer> | undefined {
    return this.#answers.get(key);
  }

  /** Keeps an answer, unless it is a trouble that may pass or there is no room for it. */
  async keep(key: string, asked: Promise<Answer>): Promise<void> {
    this.#answers.set(key, asked);
    const answer = await asked;
    const isSettled = answer.ok && answer.status !== 429 && answer.status < 500;
    this.#bytes += answer.ok ? answer.body.byteLength : 0;
    if (!isSettled || this.#bytes > MOST_BYTES) this.#answers.delete(key);
  }
}

const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The inventory is taken several times in a run: to plan, and again with everybody logged in. What nobody is shown at an address does not depend
 * on that, so it is asked for once. Not for what is probed: that is always asked anew.
 */
export const rememberNobody =
  (send: Send, shown: Shown): Send =>
  (request, options) => {
    const key = keyOf(request, options);
    if (key === undefined) return send(request, options);
    const known = shown.get(key);
    if (known !== undefined) return known;
    const asked = send(request, options);
    void shown.keep(key, asked);
    return asked;
  };

const keyOf = (
  { method, url, headers = {}, body }: Request,
  { as, maxBytes, until }: SendOptions,
): string | undefined =>
  as === null && body === undefined && until === undefined && (method === 'GET' || method === 'OPTIONS')
    ? JSON.stringify([method, url, maxBytes, headers])
    : undefined;
