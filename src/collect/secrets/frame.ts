import type { CodeFrame } from '../../model/finding.ts';
import type { Hit } from './detect/hit.ts';
import { mask } from './mask.ts';
import { veil } from './veil.ts';

const AROUND = 2;
const WIDTH = 160;
const FAR = 4096;

/** Finds lines by their number of newlines; remembers where it was, because hits come in order. */
export class Lines {
  readonly #bytes: Buffer;
  #line = 1;
  #lineStart = 0;
  /** The line's end; asked for once, since in one endless line every search goes to the end of the text. */
  #lineEnd: number;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#lineEnd = this.#endFrom(0);
  }

  /** Line and column of a byte, both from 1. Positions must not go down from call to call. */
  locate(position: number): { line: number; column: number } {
    while (this.#lineEnd < position) {
      this.#line++;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = this.#endFrom(this.#lineStart);
    }
    return { line: this.#line, column: position - this.#lineStart + 1 };
  }

  #endFrom(position: number): number {
    const newline = this.#bytes.indexOf(10, position);
    return newline === -1 ? this.#bytes.length : newline;
  }
}

/** The lines around a hit with every secret in them masked, and what may be one, each cut to a readable width. */
export const maskedFrame = (bytes: Buffer, hit: Hit, line: number, all: readonly Hit[]): CodeFrame => {
  let from = hit.start;
  for (let n = 0; n <= AROUND; n++) from = lineStart(bytes, n === 0 ? from : from - 1);
  let to = hit.end;
  for (let n = 0; n <= AROUND && to < bytes.length; n++) to = lineEnd(bytes, n === 0 ? to : to + 1);
  const before = countNewlines(bytes, from, hit.start);
  const lines = masked(bytes, from, to, all)
    .split('\n')
    .map((text) => narrow(text.replace(/\r$/, '')));
  return { startLine: line - before, lines: lines.slice(0, AROUND * 2 + 3), mark: line };
};

// Looked for within reach only: in one endless line a search would go to the end of the text for every hit.
const lineStart = (bytes: Buffer, at: number): number => {
  const from = Math.max(0, at - FAR);
  return from + bytes.subarray(from, Math.max(0, at)).lastIndexOf(10) + 1;
};

const lineEnd = (bytes: Buffer, at: number): number => {
  const to = Math.min(bytes.length, at + FAR);
  const newline = bytes.subarray(at, to).indexOf(10);
  return newline === -1 ? to : at + newline;
};

const countNewlines = (bytes: Buffer, from: number, to: number): number => {
  const part = bytes.subarray(from, to);
  let count = 0;
  for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) count++;
  return count;
};

const masked = (bytes: Buffer, from: number, to: number, hits: readonly Hit[]): string => {
  let text = '';
  let at = from;
  for (const hit of hits) {
    if (hit.end <= from || hit.start >= to) continue;
    text += veil(bytes.toString('utf8', at, Math.max(at, hit.start)));
    text += `\u0001${hit.verdict === 'public' ? cut(hit.value) : mask(hit.value)}\u0002`;
    at = Math.max(at, hit.end);
  }
  return text + veil(bytes.toString('utf8', Math.min(at, to), to));
};

const cut = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

/** Long lines are cut around the secret, which is marked by control characters until here. */
const narrow = (text: string): string => {
  const plain = text.replaceAll(/[\u0001\u0002]/g, '');
  if (plain.length <= WIDTH) return plain;
  const at = Math.max(0, text.indexOf('\u0001') - 40);
  return `${at > 0 ? '…' : ''}${plain.slice(at, at + WIDTH)}…`;
};
