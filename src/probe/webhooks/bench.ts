import { setTimeout as sleep } from 'node:timers/promises';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { alone, once } from '../accounts/memo.ts';
import { deliver } from './deliver.ts';
import type { Endpoint } from './endpoints.ts';
import { endpointsOf } from './endpoints.ts';
import { buildEvent, newEventId, speaksOfMoney, speaksOfParcels, type Built, type EventOptions } from './events.ts';
import { parcelThing } from './parcel.ts';
import { signatureHeaders, type Headers, type Signing } from './schemes.ts';
import { movedOn } from './state.ts';
import { pendingThing, type Thing } from './subject.ts';

/** `effect`: seen by the owner. `accepted`: 2xx, and nothing seen. `silent`: nothing follows. */
export type Outcome = 'effect' | 'accepted' | 'refused' | 'silent';

export interface Delivery {
  outcome: Outcome;
  answer: Answer;
  /** The owner's reads before and after, where there is something to read. */
  reads: readonly Answer[];
  /** Whose thing it was about, and its states. */
  thing: Thing | null;
  after: string;
  body: string;
  headers: Headers;
  /** The event's id. */
  id: string;
}

export interface Trial extends Partial<Omit<EventOptions, 'id'>> {
  /** The same JSON in other bytes. */
  spell?: (body: string) => string;
  /** What goes along; gets what is needed to sign rightly. */
  sign: (body: string, signing: Omit<Signing, 'secret'>) => Headers;
}

type Read = Awaited<ReturnType<Thing['read']>>;

/** A queue may take a moment. */
const MOMENT = 400;

export const outcomeOf = (answer: Answer, moved: boolean): Outcome => {
  if (moved) return 'effect';
  if (!answer.ok || answer.status === 429 || answer.status >= 500) return 'silent';
  return answer.status < 300 ? 'accepted' : 'refused';
};

/** One endpoint with a thing of ours whose state shows what an event does. */
export class Bench {
  readonly endpoint: Endpoint;
  readonly #context: ProbeContext;
  #thing: Thing | null | undefined;

  constructor(context: ProbeContext, endpoint: Endpoint) {
    this.#context = context;
    this.endpoint = endpoint;
  }

  get live(): boolean {
    return this.#context.config.boundary?.environment === 'production';
  }

  /** A thing that no event has moved yet. */
  async #ready(): Promise<Thing | null> {
    if (this.#thing === undefined) {
      if (speaksOfParcels(this.endpoint)) this.#thing = await parcelThing(this.#context, endpointsOf(this.#context));
      else this.#thing = speaksOfMoney(this.endpoint) ? await pendingThing(this.#context) : null;
    }
    return this.#thing;
  }

  async try({ sign, spell = (body) => body, ...lies }: Trial): Promise<Delivery> {
    return alone(this.#context, 'webhook things', async () => {
      const { thing, before } = await this.#fresh();
      const id = newEventId();
      const options = { at: Math.floor(Date.now() / 1000), live: this.live, ...lies, id };
      const built: Built = buildEvent(this.endpoint, thing, options);
      const body = spell(built.body);
      const { scheme, header } = this.endpoint;
      const headers = { ...built.headers, ...sign(body, { scheme, header, at: options.at, id }) };
      return { ...(await this.#send(thing, before, body, headers)), id };
    });
  }

  /** The very same request again. */
  repeat({ body, headers }: Pick<Delivery, 'body' | 'headers'>): Promise<Answer> {
    return deliver(this.#context, this.endpoint, body, headers);
  }

  /** The thing as it is now; another one when something else has moved it meanwhile. */
  async #fresh(): Promise<{ thing: Thing | null; before: Read | undefined }> {
    const thing = await this.#ready();
    const before = await thing?.read();
    if (thing === null || before === undefined || before.status === thing.status) return { thing, before };
    this.#thing = undefined;
    const other = await this.#ready();
    return { thing: other, before: await other?.read() };
  }

  async #send(
    thing: Thing | null,
    before: Read | undefined,
    body: string,
    headers: Headers,
  ): Promise<Omit<Delivery, 'id'>> {
    const answer = await deliver(this.#context, this.endpoint, body, headers);
    let after = await thing?.read();
    const moved = (): boolean => before !== undefined && after !== undefined && movedOn(before.status, after.status);
    if (thing !== null && answer.ok && answer.status < 300 && !moved()) {
      await sleep(MOMENT, undefined, { signal: this.#context.signal }).catch(() => {});
      after = await thing.read();
    }
    if (moved()) this.#thing = undefined;
    const reads = [before?.answer, after?.answer].filter((read) => read !== undefined);
    return { outcome: outcomeOf(answer, moved()), answer, reads, thing, after: after?.status ?? '', body, headers };
  }
}

export const benchOf = (context: ProbeContext, endpoint: Endpoint): Promise<Bench> =>
  once(context, `bench ${endpoint.url}`, () => Promise.resolve(new Bench(context, endpoint)));

/** The rightly signed event: what the others are held against. Null without a secret. Made once. */
export const control = (context: ProbeContext, endpoint: Endpoint): Promise<Delivery | null> =>
  once(context, `control ${endpoint.url}`, async () => {
    const { secret } = endpoint;
    if (secret === undefined) return null;
    const bench = await benchOf(context, endpoint);
    return bench.try({ sign: (body, signing) => signatureHeaders({ ...signing, secret }, body) });
  });

/** Answers in the order of what happened. */
export const shown = (...deliveries: readonly (Delivery | null | undefined)[]): Answer[] =>
  deliveries.flatMap((one) => (one == null ? [] : [...one.reads.slice(0, 1), one.answer, ...one.reads.slice(1)]));
