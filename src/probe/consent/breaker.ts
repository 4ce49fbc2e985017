/** So many exchanges without an answer in a row: the app is down, or has shut us out. */
const MOST_SILENT = 12;
/** So many answers in a row that only say "too many requests": nothing more is to be learnt. */
const MOST_LIMITED = 60;
/** Of the last answers, so many server errors: it is falling over. */
const WINDOW = 60;
const MOST_ERRORS = 45;
/** So often an app that is full of server errors may show that it is well. */
const MOST_DOUBTS = 30;

/** An address that answered well. */
export interface Well {
  origin: string;
  path: string;
  /** Data says more of an app's health than a page. */
  isData: boolean;
}

/** Ends a run that harms the app or learns nothing any more. */
export class Breaker {
  #silent = 0;
  #limited = 0;
  readonly #errors: boolean[] = [];
  #open: string | null = null;
  #well: Well | null = null;
  #doubts = 0;
  #said: string | null = null;
  #settling: Promise<void> | null = null;

  /** Why the run ended; null while it goes on. */
  get open(): string | null {
    return this.#open;
  }

  /** Answers in a row that were 429. */
  get limited(): number {
    return this.#limited;
  }

  /** `meant`: the request was made to upset the server, so a 5xx says nothing of its health. */
  answered(status: number, meant: boolean): void {
    this.#silent = 0;
    if (status !== 429) this.#limited = 0;
    // Bursts are sent to meet a limit.
    else if (!meant && ++this.#limited >= MOST_LIMITED)
      this.#open ??= `the app limits how often it may be asked (429 ${MOST_LIMITED} times in a row)`;
    if (meant) return;
    this.#errors.push(status >= 500);
    if (this.#errors.length > WINDOW) this.#errors.shift();
    const errors = this.#errors.filter(Boolean).length;
    if (this.#errors.length === WINDOW && errors >= MOST_ERRORS) {
      this.#said = `${errors} of the last ${WINDOW} answers were server errors`;
      if (this.#well === null || this.#doubts >= MOST_DOUBTS) this.#open ??= this.#said;
    }
  }

  /** Remembers where a visitor was answered well. */
  well(seen: Well): void {
    if (this.#well === null || (seen.isData && !this.#well.isData)) this.#well = seen;
  }

  /** Some apps answer 500 to whatever they do not like and are well: one that answers as before is no reason to stop. */
  async settle(isWell: (seen: Well) => Promise<boolean>): Promise<void> {
    const well = this.#well;
    if (this.#said === null || this.#open !== null || well === null) return;
    this.#settling ??= (async () => {
      this.#doubts++;
      if (await isWell(well)) this.#errors.length = 0;
      else this.#open ??= this.#said;
      this.#said = null;
      this.#settling = null;
    })();
    await this.#settling;
  }

  /** Another chance, for taking away what was made. */
  reset(): void {
    this.#open = null;
    this.#silent = 0;
    this.#limited = 0;
    this.#errors.length = 0;
    this.#said = null;
  }

  silent(said: string): void {
    this.#silent++;
    if (this.#silent >= MOST_SILENT) this.#open ??= `no answer ${MOST_SILENT} times in a row (${said})`;
  }
}
