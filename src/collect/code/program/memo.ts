import { UNKNOWN, type Ref } from './ref.ts';

/** Names that stand for names that stand for names: deeper than people write, and shallow enough for the stack. */
const MOST_NESTED = 40;
/** Names asked of on the way to one answer, after which there is none: barrels that export each other ask for each other without end. */
const MOST_ASKED = 10_000;

type Names = Map<object, Map<string, Ref>>;

/** What names came to, by what they are names in. */
export class Table {
  readonly known: Names = new Map();
  /** Found on the way to an answer that is still open: not yet, or no more than, the truth. */
  readonly open: Names = new Map();

  get(holder: object, name: string): Ref | undefined {
    return this.known.get(holder)?.get(name);
  }
}

/**
 * Keeps what names come to, so that each is followed once. A name that leads back to itself comes to nothing. What was found while such a circle
 * was cut open depends on where it was entered, and is kept only for the question that was asked.
 */
export class Memo {
  readonly #tables: Table[] = [];
  #nested = 0;
  #asked = 0;
  #isCut = false;

  table(): Table {
    const table = new Table();
    this.#tables.push(table);
    return table;
  }

  /** `find` is asked where the table does not know. */
  find(table: Table, holder: object, name: string, find: () => Ref): Ref {
    const begun = table.open.get(holder)?.get(name);
    if (begun !== undefined || this.#nested >= MOST_NESTED || ++this.#asked > MOST_ASKED) {
      this.#isCut = true;
      return begun ?? UNKNOWN;
    }
    const cutBefore = this.#isCut;
    this.#isCut = false;
    put(table.open, holder, name, UNKNOWN);
    this.#nested++;
    const found = find();
    this.#nested--;
    if (!this.#isCut || this.#nested === 0) put(table.known, holder, name, found);
    else put(table.open, holder, name, found);
    this.#isCut ||= cutBefore;
    if (this.#nested === 0) this.#close();
    return found;
  }

  #close(): void {
    this.#asked = 0;
    this.#isCut = false;
    for (const { open } of this.#tables) open.clear();
  }
}

const put = (names: Names, holder: object, name: string, ref: Ref): void => {
  const known = names.get(holder);
  if (known === undefined) names.set(holder, new Map([[name, ref]]));
  else known.set(name, ref);
};
