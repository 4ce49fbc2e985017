import { setTimeout as sleep } from 'node:timers/promises';
import { request, type HttpAnswer } from '../request.ts';
import { readEnvelope, type Envelope } from './envelope.ts';

/** `refused`: the API understood and said no. `unavailable`: it could not be reached, or failed. `garbled`: what came is not its JSON. */
export type ApiErrorKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'limited'
  | 'refused'
  | 'unavailable'
  | 'garbled'
  | 'stopped';

export interface ApiError {
  ok: false;
  kind: ApiErrorKind;
  /** In words, the API's own where it gives any; without the token. */
  said: string;
}

export type ApiAnswer = { ok: true; result: unknown; pages: number } | ApiError;

export interface ApiOptions {
  token: string;
  /** Default https://api.cloudflare.com/client/v4. */
  base?: string;
  signal: AbortSignal;
}

export type ApiMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export const CLOUDFLARE_API = 'https://api.cloudflare.com/client/v4';

const MOST_BYTES = 4 * 1024 * 1024;
const MOST_PAGES = 20;
/** Tries of one call: those that the API asks to repeat, and reads that failed. */
const MOST_TRIES = 4;
/** Seconds that `Retry-After` may ask for. */
const MOST_WAIT = 60;

/**
 * Cloudflare's API v4, as far as zones need it (developers.cloudflare.com/api). One call at a time is the caller's business; errors are
 * values, and the token is in none of them. A call that is answered 429 waits as long as it is told to; only reads are repeated after
 * a failure, since a write may have been done.
 */
export class CloudflareApi {
  readonly #token: string;
  readonly #base: string;
  readonly #signal: AbortSignal;

  constructor({ token, base = CLOUDFLARE_API, signal }: ApiOptions) {
    this.#token = token;
    this.#base = base.replace(/\/+$/, '');
    this.#signal = signal;
  }

  get(path: string): Promise<ApiAnswer> {
    return this.call('GET', path);
  }

  /** All pages of a list; as many as there are, or as may be read. */
  async list(path: string): Promise<{ ok: true; result: readonly unknown[]; cut: boolean } | ApiError> {
    const all: unknown[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await this.call('GET', `${path}${path.includes('?') ? '&' : '?'}page=${page}&per_page=50`);
      if (!answer.ok) return answer;
      if (!Array.isArray(answer.result)) return this.#error('garbled', 'an answer without a list');
      all.push(...(answer.result as unknown[]));
      if (answer.result.length === 0 || page >= answer.pages) return { ok: true, result: all, cut: false };
    }
    return { ok: true, result: all, cut: true };
  }

  async call(method: ApiMethod, path: string, body?: unknown): Promise<ApiAnswer> {
    for (let tries = 1; ; tries++) {
      const answer = await request({
        url: `${this.#base}${path}`,
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        timeout: 15_000,
        maxBytes: MOST_BYTES,
        signal: this.#signal,
      });
      if (this.#signal.aborted) return this.#error('stopped', 'stopped');
      const pause = tries < MOST_TRIES ? pauseOf(answer, method, tries) : null;
      if (pause === null) return this.#judge(answer);
      await sleep(pause, undefined, { signal: this.#signal }).catch(() => {});
      if (this.#signal.aborted) return this.#error('stopped', 'stopped');
    }
  }

  #judge(answer: HttpAnswer): ApiAnswer {
    if (!answer.ok)
      return this.#error('unavailable', answer.error === 'TimeoutError' ? 'no answer in time' : 'not reachable');
    const { status, body } = answer;
    const envelope: Envelope | null = body.length >= MOST_BYTES ? null : readEnvelope(body);
    const said = envelope?.errors.join('; ') ?? '';
    const told = said === '' ? `status ${status}` : said;
    if (status === 429) return this.#error('limited', `the API asks to wait (${told})`);
    if (status >= 500) return this.#error('unavailable', told);
    if (body.length >= MOST_BYTES) return this.#error('garbled', 'an answer of more than 4 MB');
    if (status === 401) return this.#error('unauthorized', told);
    if (status === 403) return this.#error('forbidden', told);
    if (status === 404) return this.#error('not-found', told);
    // A deletion is answered by nothing.
    if (status === 204) return { ok: true, result: null, pages: 1 };
    if (envelope === null) return this.#error('garbled', `no JSON of Cloudflare’s API (status ${status})`);
    if (status >= 300 || !envelope.success)
      return this.#error(
        /authenti|invalid (?:request headers|access token)/i.test(said) ? 'unauthorized' : 'refused',
        told,
      );
    return { ok: true, result: envelope.result, pages: envelope.pages };
  }

  #error(kind: ApiErrorKind, said: string): ApiError {
    return { ok: false, kind, said: said.replaceAll(this.#token, '****').slice(0, 300) };
  }
}

/** Milliseconds until the next try; null for no other try. */
const pauseOf = (answer: HttpAnswer, method: ApiMethod, tries: number): number | null => {
  if (answer.ok && answer.status === 429) {
    const seconds = Number(answer.headers.get('retry-after') ?? tries);
    return seconds >= 0 && seconds <= MOST_WAIT ? seconds * 1_000 : null;
  }
  const failed = answer.ok ? answer.status >= 500 : answer.error !== 'TimeoutError';
  return failed && method === 'GET' && tries < 3 ? 200 * tries : null;
};
