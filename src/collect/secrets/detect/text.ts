/** A piece of content under the scan: bytes, read as latin1 so that a position in text is a position in bytes. */
export class Text {
  readonly bytes: Buffer;
  /** Content with NUL bytes, where only distinctive formats count. */
  readonly binary: boolean;
  /** Set by a finder whose answer hung on bytes farther from its anchor than `NEAR`. */
  lookedFar = false;
  /** Anchors where one did, as they stand here, and their number. */
  readonly far = new Map<string, number>();
  /** One of them begins with the line end that is thought before the text: that cannot be found again. */
  farAtStart = false;

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
