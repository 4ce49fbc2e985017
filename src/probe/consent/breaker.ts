/** So many exchanges without an answer in a row: the app is down, or has shut us out. */
const MOST_SILENT = 12;
/** Of the last answers, so many server errors: it is falling over. */
const WINDOW = 60;
const MOST_ERRORS = 45;

/** Ends a run that harms the app or learns nothing any more. */
export class Breaker {
  #silent = 0;
  readonly #errors: boolean[] = [];
  #open: string | null = null;

  /** Why the run ended; null while it goes on. */
  get open(): string | null {
    return this.#open;
  }

  /** `meant`: the request was made to upset the server, so a 5xx says nothing of its health. */
  answered(status: number, meant: boolean): void {
    this.#silent = 0;
    if (meant) return;
    this.#errors.push(status >= 500);
    if (this.#errors.length > WINDOW) this.#errors.shift();
    const errors = this.#errors.filter(Boolean).length;
    if (this.#errors.length === WINDOW && errors >= MOST_ERRORS) {
      this.#open ??= `${errors} of the last ${WINDOW} answers were server errors`;
    }
  }

  silent(said: string): void {
    this.#silent++;
    if (this.#silent >= MOST_SILENT) this.#open ??= `no answer ${MOST_SILENT} times in a row (${said})`;
  }
}
