import type { Automaton } from './build.ts';
import { SCANNER_WASM } from './scanner.generated.ts';

/** The longest piece of text that is scanned at once, in bytes. */
export const PIECE = 256 * 1024;
const PAGE = 65_536;
const LINE_END = 10;

type Scan = (
  classes: number, next: number, shift: number, first: number,
  text: number, from: number, record: number, to: number, warm: number, out: number,
) => number; // prettier-ignore

/**
 * Takes the hits of one piece as pairs: the position in the buffer of an anchor's last byte, and the anchor's number. The
 * scanner may be used again inside, on another text.
 */
export type OnPiece = (marks: readonly number[]) => void;

/** The automaton in WebAssembly memory, ready to run over texts. One per thread. */
export class Scanner {
  readonly #automaton: Automaton;
  readonly #memory: WebAssembly.Memory;
  readonly #bytes: Uint8Array;
  readonly #scan: Scan;
  readonly #next: number;
  readonly #text: number;
  readonly #out: number;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#next = 256;
    const overlap = automaton.longest;
    this.#text = align(this.#next + automaton.next.byteLength);
    this.#out = align(this.#text + overlap + PIECE + 1);
    const bytes = this.#out + 8 * (PIECE + overlap);
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const module = new WebAssembly.Module(Buffer.from(SCANNER_WASM, 'base64'));
    const instance = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.#scan = instance.exports['scan'] as Scan;
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#bytes.set(automaton.classes, 0);
    new Uint16Array(this.#memory.buffer, this.#next, automaton.next.length).set(automaton.next);
  }

  /**
   * Runs over the whole buffer, whatever its size, in pieces that overlap by the longest anchor. Hits come in no order. A line end
   * is put before the first byte, so that anchors that start with a delimiter are found there as well; such a hit starts at -1.
   * With `start` and `end` only hits that end between them are told.
   */
  scan(buffer: Uint8Array, onPiece: OnPiece, start = 0, end = buffer.length): void {
    const { shift, firstMatch, outputs, longest } = this.#automaton;
    const memory = this.#bytes;
    for (let at = start; at < end; at += PIECE) {
      const lead = at < longest ? 1 : 0;
      const warm = lead + Math.min(at, longest - 1);
      const piece = buffer.subarray(at - warm + lead, Math.min(end, at + PIECE));
      memory[this.#text] = LINE_END;
      memory.set(piece, this.#text + lead);
      const count = this.#scan(
        0,
        this.#next,
        shift,
        firstMatch,
        this.#text,
        0,
        warm,
        lead + piece.length,
        longest - 1,
        this.#out,
      );
      if (count === 0) continue;
      const marks: number[] = [];
      const pairs = new Uint32Array(this.#memory.buffer, this.#out, count * 2);
      for (let i = 0; i < pairs.length; i += 2) {
        const place = (pairs[i] ?? 0) + at - warm;
        for (const anchor of outputs[(pairs[i + 1] ?? 0) - firstMatch] ?? []) marks.push(place, anchor);
      }
      onPiece(marks);
    }
  }
}

const align = (address: number): number => (address + 15) & ~15;
