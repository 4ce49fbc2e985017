import { release } from './release.ts';

/** A long list of object ids as raw bytes: a fifth of what it takes as strings. Works for SHA-1 and SHA-256. */
export class Oids {
  #bytes: Buffer = Buffer.alloc(0);
  #width = 20;
  length = 0;

  push(hex: string): void {
    if (this.length === 0) this.#width = hex.length / 2;
    const end = (this.length + 1) * this.#width;
    if (end > this.#bytes.length) {
      const small = this.#bytes;
      this.#bytes = Buffer.concat([small], Math.max(4096, end * 2));
      release(small);
    }
    this.#bytes.write(hex, end - this.#width, 'hex');
    this.length++;
  }

  /** Forgets all of them. */
  clear(): void {
    release(this.#bytes);
    this.#bytes = Buffer.alloc(0);
    this.length = 0;
  }

  /** The ids as bytes: views, valid until the next push. */
  *[Symbol.iterator](): Generator<Buffer> {
    for (let i = 0; i < this.length; i++) yield this.#bytes.subarray(i * this.#width, (i + 1) * this.#width);
  }

  /** Ids from one place in the list to another, as hex. */
  slice(from: number, to: number): string[] {
    const part: string[] = [];
    for (let i = from; i < Math.min(to, this.length); i++)
      part.push(this.#bytes.toString('hex', i * this.#width, (i + 1) * this.#width));
    return part;
  }
}
