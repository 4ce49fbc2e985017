import { randomBytes } from 'node:crypto';
import type { Actor } from '../../contract/actor.ts';
import type { Method } from '../../contract/operation.ts';
import type { Answer, GoodAnswer, Send } from '../../contract/send.ts';
import { isHalfSpent } from './rate-limit.ts';
import { allowedBy, judgeGet } from './judge-answer.ts';

export interface Known {
  /** Methods that the address takes; GET alone when it answered to that. */
  methods: Method[];
  answer?: GoodAnswer;
}

const SILENT_AFTER = 8;
/** Names what cannot exist. One for the process: what a made-up neighbour answered is known when the inventory is taken again. */
const NONCE = `lr${randomBytes(5).toString('hex')}`;

/** Asks an origin whether addresses exist, by OPTIONS where it tells, else by GET; each against a made-up neighbour. */
export class Oracle {
  readonly #origin: string;
  readonly #send: Send;
  readonly #top: Actor | undefined;
  readonly #controls = new Map<string, Promise<Answer>>();
  #left: number;
  #refused = 0;
  #scarce = false;
  #optionsAsked = 0;
  #optionsTold = 0;

  constructor(origin: string, send: Send, top: Actor | undefined, most: number) {
    this.#origin = origin;
    this.#send = send;
    this.#top = top;
    this.#left = most;
  }

  /** Why no more is asked. */
  get stopped(): string | undefined {
    if (this.#refused >= 3) return 'the app asked for fewer requests';
    if (this.#scarce) return 'the app counts requests, and half of them are left for the probes';
    return this.#left <= 0 ? 'the number of guesses is spent' : undefined;
  }

  /** OPTIONS tells paths of this origin apart: learnt from those that exist. */
  get optionsTell(): boolean {
    return this.#optionsTold > 0;
  }

  /** Whether to go on asking by OPTIONS. */
  get #optionsWorthIt(): boolean {
    return this.#optionsTold > 0 || this.#optionsAsked < SILENT_AFTER;
  }

  /** Methods of an address by its OPTIONS; undefined when that says nothing. `madeUp` gives the neighbour. */
  async options(path: string, madeUp: (nonce: string) => string = neighbour(path)): Promise<Method[] | undefined> {
    if (!this.#optionsWorthIt || this.stopped !== undefined) return undefined;
    this.#optionsAsked++;
    const methods = allowedBy(await this.#ask('OPTIONS', path, null));
    if (methods === undefined || methods.length === 0) return undefined;
    const control = allowedBy(await this.#control('OPTIONS', madeUp(NONCE), null));
    if (control !== undefined && methods.every((method) => control.includes(method))) return undefined;
    this.#optionsTold++;
    return methods;
  }

  /** Undefined when nothing shows that the address exists. */
  async find(path: string, madeUp: (nonce: string) => string = neighbour(path)): Promise<Known | undefined> {
    const told = await this.options(path, madeUp);
    if (told !== undefined) return { methods: told };
    // Where OPTIONS tells, what it does not tell of is not there.
    if (this.optionsTell) return undefined;
    for (const as of this.#top === undefined ? [null] : [null, this.#top]) {
      const found = await this.get(path, as, madeUp);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async get(
    path: string,
    as: Actor | null,
    madeUp: (nonce: string) => string = neighbour(path),
  ): Promise<Known | undefined> {
    if (this.stopped !== undefined) return undefined;
    const [answer, control] = await Promise.all([this.#ask('GET', path, as), this.#control('GET', madeUp(NONCE), as)]);
    const verdict = judgeGet(answer, control);
    if (verdict === 'there') return { methods: ['GET'], ...(answer.ok ? { answer } : {}) };
    // 405 without Allow: something else than GET, and that is nearly always POST.
    if (verdict === 'other-method')
      return { methods: (allowedBy(answer) ?? ['POST']).filter((method) => method !== 'GET') };
    return undefined;
  }

  #control(method: Method, path: string, as: Actor | null): Promise<Answer> {
    const key = `${method} ${path} ${as?.name ?? ''}`;
    const known = this.#controls.get(key);
    if (known !== undefined) return known;
    const asked = this.#ask(method, path, as);
    this.#controls.set(key, asked);
    return asked;
  }

  async #ask(method: Method, path: string, as: Actor | null): Promise<Answer> {
    this.#left--;
    const answer = await this.#send(
      { method, url: this.#origin + path, headers: { accept: 'application/json' } },
      // Some apps answer 500 to whatever they do not have.
      { as, mode: 'read', maxBytes: 256 * 1024, upsets: true },
    );
    if (answer.ok ? answer.status === 429 : answer.kind === 'stopped') this.#refused++;
    this.#scarce ||= answer.ok && isHalfSpent(answer.headers);
    return answer;
  }
}

/** The last segment replaced: `/api/orders` → `/api/<nonce>`. */
export const neighbour =
  (path: string) =>
  (nonce: string): string =>
    path.replace(/[^/]*$/, nonce);

/** The collection replaced, the item's id kept: `/api/orders/1` → `/api/<nonce>/1`. */
export const otherCollection =
  (path: string) =>
  (nonce: string): string =>
    path.replace(/[^/]+(\/[^/]+)$/, `${nonce}$1`);
