/** A piece of content under the scan: bytes, read as latin1 so that a position in text is a position in bytes. */
export class Text {
  readonly bytes: Buffer;
  /** Content with NUL bytes, where only distinctive formats count. */
  readonly binary: boolean;

  constructor(bytes: Buffer, binary: boolean) {
    this.bytes = bytes;
    this.binary = binary;
  }

  slice(from: number, to: number): string {
    return this.bytes.toString('latin1', Math.max(0, from), Math.min(this.bytes.length, to));
  }

  get length(): number {
    return this.bytes.length;
  }
}
