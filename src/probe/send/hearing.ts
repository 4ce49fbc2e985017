/** More than this share of unheard requests, and nothing follows from what was heard. */
const MOST_UNHEARD = 1 / 4;
/** Fewer requests than this are no measure. */
const LEAST = 4;

export interface Mark {
  asked: number;
  unheard: ReadonlyMap<string, number>;
}

/**
 * Which requests the app heard and answered to the end. "Refused" is worth something only when it was heard: a limit, a hang or a
 * broken answer refuses everybody alike.
 */
export class Hearing {
  #asked = 0;
  readonly #unheard = new Map<string, number>();
  readonly #why = new Map<string, string>();

  /** `why`: what was in the way, null when nothing was. */
  note(exchange: string, why: string | null): void {
    this.#asked++;
    if (why === null) return;
    this.#unheard.set(why, (this.#unheard.get(why) ?? 0) + 1);
    this.#why.set(exchange, why);
  }

  /** What was answered says nothing after all. */
  miss(exchange: string, why: string): void {
    if (this.#why.has(exchange)) return;
    this.#unheard.set(why, (this.#unheard.get(why) ?? 0) + 1);
    this.#why.set(exchange, why);
  }

  /** It was asked again. */
  forget(exchange: string): void {
    const why = this.#why.get(exchange);
    if (why === undefined) return;
    this.#asked--;
    this.#why.delete(exchange);
    this.#unheard.set(why, (this.#unheard.get(why) ?? 1) - 1);
  }

  /** What was in the way of an exchange; undefined when it was heard. */
  why(exchange: string): string | undefined {
    return this.#why.get(exchange);
  }

  mark(): Mark {
    return { asked: this.#asked, unheard: new Map(this.#unheard) };
  }

  /** Says it when too little was heard since then: `of 40 requests 31 were not answered (429 too many requests)`. */
  deafSince({ asked, unheard }: Mark): string | undefined {
    const all = this.#asked - asked;
    const reasons = [...this.#unheard]
      .map(([why, count]) => ({ why, count: count - (unheard.get(why) ?? 0) }))
      .toSorted((a, b) => b.count - a.count);
    const missing = reasons.reduce((sum, { count }) => sum + count, 0);
    if (all < LEAST || missing / all <= MOST_UNHEARD) return undefined;
    return `of ${all} requests ${missing} got no answer that says anything (mostly: ${reasons[0]?.why ?? ''})`;
  }
}
