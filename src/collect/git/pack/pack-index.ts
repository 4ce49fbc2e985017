import { release } from '../release.ts';

const MAGIC = 0xff744f63;
const HEADER = 8;
const FAN_OUT = 256 * 4;
const NAME = 20;
const LARGE = 0x80000000;

/** A pack's index, version 2 over SHA-1: object names in order, and where in the pack each stands. Source: gitformat-pack. */
export class PackIndex {
  readonly count: number;
  readonly #bytes: Buffer;
  readonly #offsets: number;
  readonly #large: number;

  private constructor(bytes: Buffer, count: number) {
    this.count = count;
    this.#bytes = bytes;
    this.#offsets = HEADER + FAN_OUT + count * (NAME + 4);
    this.#large = this.#offsets + count * 4;
  }

  /** Null for what this cannot read: another version, another hash, another length than the numbers in it make. */
  static read(bytes: Buffer): PackIndex | null {
    const least = HEADER + FAN_OUT + 2 * NAME;
    if (bytes.length < least || bytes.readUInt32BE(0) !== MAGIC || bytes.readUInt32BE(4) !== 2) return null;
    for (let i = 1; i < 256; i++) if (fanOut(bytes, i) < fanOut(bytes, i - 1)) return null;
    const count = fanOut(bytes, 255);
    const rest = bytes.length - least - count * (NAME + 8);
    return rest < 0 || rest % 8 !== 0 ? null : new PackIndex(bytes, count);
  }

  /** Gives the index's memory back: nothing can be asked of it afterwards. */
  release(): void {
    release(this.#bytes);
  }

  /** Checksum of the pack that it was made for. */
  get packChecksum(): Buffer {
    return this.#bytes.subarray(-2 * NAME, -NAME);
  }

  name(position: number): Buffer {
    const at = HEADER + FAN_OUT + position * NAME;
    return this.#bytes.subarray(at, at + NAME);
  }

  /** Where an object begins in the pack; -1 where the index says nothing that can be. */
  offset(position: number): number {
    const offset = this.#bytes.readUInt32BE(this.#offsets + position * 4);
    if (offset < LARGE) return offset;
    const at = this.#large + (offset - LARGE) * 8;
    if (at + 8 > this.#bytes.length - 2 * NAME) return -1;
    return this.#bytes.readUInt32BE(at) * 2 ** 32 + this.#bytes.readUInt32BE(at + 4);
  }

  /** Position of the name that stands in `bytes` at `at`; -1 when the pack does not hold it. */
  find(bytes: Buffer, at: number): number {
    const first = bytes[at] ?? 0;
    const head = bytes.readUInt32BE(at);
    let from = first === 0 ? 0 : fanOut(this.#bytes, first - 1);
    let to = fanOut(this.#bytes, first);
    while (from < to) {
      const middle = (from + to) >>> 1;
      const place = HEADER + FAN_OUT + middle * NAME;
      const order =
        head - this.#bytes.readUInt32BE(place) || bytes.compare(this.#bytes, place, place + NAME, at, at + NAME);
      if (order === 0) return middle;
      if (order < 0) to = middle;
      else from = middle + 1;
    }
    return -1;
  }
}

const fanOut = (bytes: Buffer, first: number): number => bytes.readUInt32BE(HEADER + first * 4);
