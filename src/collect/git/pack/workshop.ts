import { DELTA_WASM } from './delta.generated.ts';
import { deltaSizes } from './delta-sizes.ts';
import { LONGEST_HEADER } from './entry-header.ts';
import { INFLATE_WASM } from './inflate.generated.ts';

/** Larger blobs and deltas are left to git. */
export const LARGEST = 8 * 1024 * 1024;
/** Changes nearer to one another than this are told as one: of thousands in a large text nobody looks at each. */
const CLOSE = 512;

const PAGE = 65_536;
const PAIR = 8;
/** Behind a delta, and behind what is packed, a few bytes can be read. */
const MARGIN = 64;
/** The memory from its start: scratch of inflate.wat, what changed, a delta, an entry as it stands in the pack, the shelf. */
const CHANGES = 8192;
const DELTA = CHANGES + PAIR * (LARGEST / CLOSE + 2);
const ENTRY = DELTA + LARGEST + MARGIN;
const SHELF = ENTRY + LARGEST + LONGEST_HEADER + MARGIN;
/** For blobs: bases that wait for their deltas, and what is made of them. */
const SHELF_SIZE = 64 * 1024 * 1024;
const SMALLEST = 12;

/** A blob in the workshop's memory; `bytes` is a view of its own, so what somebody remembers of one is not believed of the next. */
export interface Shelved {
  address: number;
  bytes: Buffer;
}

export interface Patched extends Shelved {
  /** Where it differs from its base: bytes from one place to another are new; where both are one, bytes were left out. Ascending pairs. */
  changes: readonly number[];
}

type Apply = (
  delta: number, end: number, base: number, size: number,
  result: number, length: number, changes: number, close: number,
) => number; // prettier-ignore

type Inflate = (at: number, end: number, to: number, room: number, part: number) => number;

/** Where entries are unpacked and blobs put together from deltas: one memory of a fixed size, lent out in powers of two. */
export class Workshop {
  readonly #memory = new WebAssembly.Memory({ initial: Math.ceil((SHELF + SHELF_SIZE) / PAGE) });
  readonly #delta = Buffer.from(this.#memory.buffer, DELTA, LARGEST);
  /** For an entry as it stands in the pack: put it here, then have it unpacked. */
  readonly entry = Buffer.from(this.#memory.buffer, ENTRY, LARGEST + LONGEST_HEADER);
  readonly #apply: Apply;
  readonly #inflate: Inflate;
  readonly #free: number[][] = [];
  #next = SHELF;

  constructor() {
    this.#apply = this.#load(DELTA_WASM)['apply'] as Apply;
    const { prepare, inflate } = this.#load(INFLATE_WASM);
    (prepare as () => void)();
    this.#inflate = inflate as Inflate;
  }

  #load(wasm: string): Readonly<Record<string, unknown>> {
    const module = new WebAssembly.Module(Buffer.from(wasm, 'base64'));
    return new WebAssembly.Instance(module, { env: { memory: this.#memory } }).exports;
  }

  /** Takes back all that is lent. */
  clear(): void {
    this.#free.length = 0;
    this.#next = SHELF;
  }

  /** Room for a blob; null when there is none left. */
  take(size: number): Shelved | null {
    const power = powerOf(size);
    let address = this.#free[power]?.pop();
    if (address === undefined) {
      if (this.#next + 2 ** power > SHELF + SHELF_SIZE) return null;
      address = this.#next;
      this.#next += 2 ** power;
    }
    return { address, bytes: Buffer.from(this.#memory.buffer, address, size) };
  }

  /** What `entry` holds between two places begins with, valid until the next is unpacked; null when it is damaged. */
  head(from: number, to: number, most: number): Buffer | null {
    const length = this.#inflate(ENTRY + from, ENTRY + to, DELTA, DELTA + Math.min(most, LARGEST), 1);
    return length < 0 ? null : this.#delta.subarray(0, length);
  }

  /** The whole blob of `size` bytes that `entry` holds between two places; null when it is another, or there is no room for it. */
  whole(from: number, to: number, size: number): Shelved | null {
    const shelved = this.take(size);
    if (shelved === null) return null;
    const { address } = shelved;
    if (this.#inflate(ENTRY + from, ENTRY + to, address, address + size, 0) === size) return shelved;
    this.giveBack(shelved);
    return null;
  }

  giveBack({ address, bytes }: Shelved): void {
    (this.#free[powerOf(bytes.length)] ??= []).push(address);
  }

  /**
   * Makes a blob of its base and the delta of `size` bytes that `entry` holds between two places; null when that is not one of this base,
   * is too large or finds no room.
   */
  patch(from: number, to: number, size: number, base: Shelved): Patched | null {
    if (size > LARGEST || this.#inflate(ENTRY + from, ENTRY + to, DELTA, DELTA + size, 0) !== size) return null;
    const sizes = deltaSizes(this.#delta.subarray(0, size));
    if (sizes === null || sizes.base !== base.bytes.length || sizes.result > LARGEST) return null;
    const result = this.take(sizes.result);
    if (result === null) return null;
    const count = this.#apply(
      DELTA + sizes.at,
      DELTA + size,
      base.address,
      sizes.base,
      result.address,
      sizes.result,
      CHANGES,
      CLOSE,
    );
    if (count >= 0) return { ...result, changes: [...new Uint32Array(this.#memory.buffer, CHANGES, count * 2)] };
    this.giveBack(result);
    return null;
  }
}

const powerOf = (size: number): number => Math.max(SMALLEST, Math.ceil(Math.log2(Math.max(1, size))));
