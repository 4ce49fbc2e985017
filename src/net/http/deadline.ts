/** Ends an exchange when its time is over or the run was stopped. Cheaper than signals made of signals, of which each request would need two. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #stop: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  #expired = false;

  /** `milliseconds` from now. */
  constructor(stop: AbortSignal, milliseconds: number) {
    this.#stop = stop;
    this.#timer = setTimeout(() => {
      this.#expired = true;
      this.#controller.abort();
    }, milliseconds);
    if (stop.aborted) this.#abort();
    else stop.addEventListener('abort', this.#abort);
  }

  /** The time is over. */
  get expired(): boolean {
    return this.#expired;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** To be called when the exchange has ended. */
  release(): void {
    clearTimeout(this.#timer);
    this.#stop.removeEventListener('abort', this.#abort);
  }

  readonly #abort = (): void => this.#controller.abort();
}
