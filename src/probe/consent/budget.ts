import { setTimeout as sleep } from 'node:timers/promises';

export interface Budget {
  /** Requests of the whole run. */
  requests: number;
  /** At most so many a second. */
  perSecond: number;
  /** At most so many at once. */
  concurrency: number;
  /** Milliseconds for the whole run. */
  milliseconds: number;
}

/** For an app on this machine; others get a tenth of the rate. */
export const LOOPBACK_BUDGET: Budget = {
  requests: 20_000,
  perSecond: 2_000,
  concurrency: 16,
  milliseconds: 10 * 60_000,
};
export const REMOTE_BUDGET: Budget = { requests: 5_000, perSecond: 10, concurrency: 4, milliseconds: 30 * 60_000 };

/** Counts requests, spaces them out and holds back what would be too many at once. */
export class Meter {
  #budget: Budget;
  readonly #begun = performance.now();
  readonly #waiting: (() => void)[] = [];
  #sent = 0;
  #running = 0;
  /** When the next request may start. */
  #next = 0;
  /** Milliseconds that were waited for limits of the app. */
  #held = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get sent(): number {
    return this.#sent;
  }

  /** Why nothing more may be sent; null when something may. */
  get spent(): string | null {
    if (this.#sent >= this.#budget.requests) return `the budget of ${this.#budget.requests} requests is spent`;
    if (performance.now() - this.#begun >= this.#budget.milliseconds) return 'the time of the run is over';
    return null;
  }

  /** For taking away what was made, when the rest is spent: so much more from now on. */
  extend(requests: number, milliseconds: number): void {
    const begun = performance.now() - this.#begun;
    this.#budget = {
      ...this.#budget,
      requests: Math.max(this.#budget.requests, this.#sent + requests),
      milliseconds: Math.max(this.#budget.milliseconds, begun + milliseconds),
    };
  }

  /** Nothing more starts before this is over. False when the wait is longer than allowed, or half of the run would be spent waiting. */
  hold(milliseconds: number, most: number): boolean {
    const now = performance.now();
    const added = Math.max(0, now + milliseconds - Math.max(now, this.#next));
    if (milliseconds > most || this.#held + added > this.#budget.milliseconds / 2) return false;
    this.#held += added;
    this.#next = Math.max(this.#next, now + milliseconds);
    return true;
  }

  /** Waits for a place, runs the work, gives the place back. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    this.#sent++;
    if (this.#running >= this.#budget.concurrency) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      const now = performance.now();
      const at = Math.max(now, this.#next);
      this.#next = at + 1000 / this.#budget.perSecond;
      // Shorter waits than a timer can keep are made up for by the next one.
      if (at - now > 2) await sleep(at - now, undefined, { signal }).catch(() => {});
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }
}
