import { DELTA_WASM } from './delta.generated.ts';
import { deltaSizes } from './delta-sizes.ts';

/** Larger blobs and deltas are left to git. */
export const LARGEST = 8 * 1024 * 1024;
/** Changes nearer to one another than this are told as one: of thousands in a large text nobody looks at each. */
const CLOSE = 512;

const PAGE = 65_536;
const PAIR = 8;
const CHANGES = PAIR * (LARGEST / CLOSE + 2);
/** Behind a delta a few bytes can be read. */
const DELTA = CHANGES + LARGEST + 64;
/** For blobs: bases that wait for their deltas, and what is made of them. */
const SHELF = 64 * 1024 * 1024;
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

/** Where blobs are put together from deltas: one memory of a fixed size, lent out in powers of two. */
export class Workshop {
  readonly #memory = new WebAssembly.Memory({ initial: Math.ceil((DELTA + SHELF) / PAGE) });
  readonly #delta = Buffer.from(this.#memory.buffer, CHANGES, DELTA - CHANGES);
  readonly #apply: Apply;
  readonly #free: number[][] = [];
  #next = DELTA;

  constructor() {
    const module = new WebAssembly.Module(Buffer.from(DELTA_WASM, 'base64'));
    const instance = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.#apply = instance.exports['apply'] as Apply;
  }

  /** Takes back all that is lent. */
  clear(): void {
    this.#free.length = 0;
    this.#next = DELTA;
  }

  /** Room for a blob; null when there is none left. */
  take(size: number): Shelved | null {
    const power = powerOf(size);
    let address = this.#free[power]?.pop();
    if (address === undefined) {
      if (this.#next + 2 ** power > DELTA + SHELF) return null;
      address = this.#next;
      this.#next += 2 ** power;
    }
    return { address, bytes: Buffer.from(this.#memory.buffer, address, size) };
  }

  /** A whole blob; null when there is no room for it. */
  copy(whole: Buffer): Shelved | null {
    const shelved = this.take(whole.length);
    if (shelved !== null) whole.copy(shelved.bytes);
    return shelved;
  }

  giveBack({ address, bytes }: Shelved): void {
    (this.#free[powerOf(bytes.length)] ??= []).push(address);
  }

  /** Makes a blob of its base and a delta; null when the delta is not one of this base, is too large or finds no room. */
  patch(delta: Buffer, base: Shelved): Patched | null {
    const sizes = deltaSizes(delta);
    if (sizes === null || sizes.base !== base.bytes.length || sizes.result > LARGEST || delta.length > LARGEST)
      return null;
    const result = this.take(sizes.result);
    if (result === null) return null;
    delta.copy(this.#delta);
    const count = this.#apply(
      CHANGES + sizes.at,
      CHANGES + delta.length,
      base.address,
      sizes.base,
      result.address,
      sizes.result,
      0,
      CLOSE,
    );
    if (count >= 0) return { ...result, changes: [...new Uint32Array(this.#memory.buffer, 0, count * 2)] };
    this.giveBack(result);
    return null;
  }
}

const powerOf = (size: number): number => Math.max(SMALLEST, Math.ceil(Math.log2(Math.max(1, size))));
