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
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Line and column of a byte, both from 1. Positions must not go down from call to call. */
  locate(position: number): { line: number; column: number } {
    for (;;) {
      const next = this.#bytes.indexOf(10, this.#at);
      if (next === -1 || next >= position) break;
      this.#line++;
      this.#lineStart = next + 1;
      this.#at = next + 1;
    }
    return { line: this.#line, column: position - this.#lineStart + 1 };
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

const lineStart = (bytes: Buffer, at: number): number => {
  if (at <= 0) return 0;
  const newline = bytes.lastIndexOf(10, at - 1);
  return Math.max(newline + 1, at - FAR, 0);
};

const lineEnd = (bytes: Buffer, at: number): number => {
  const newline = bytes.indexOf(10, at);
  return Math.min(newline === -1 ? bytes.length : newline, at + FAR);
};

const countNewlines = (bytes: Buffer, from: number, to: number): number => {
  let count = 0;
  for (let at = bytes.indexOf(10, from); at !== -1 && at < to; at = bytes.indexOf(10, at + 1)) count++;
  return count;
};

const masked = (bytes: Buffer, from: number, to: number, hits: readonly Hit[]): string => {
  let text = '';
  let at = from;
  for (const hit of hits) {
    if (hit.end <= from || hit.start >= to) continue;
    text += veil(bytes.toString('utf8', at, Math.max(at, hit.start)));
    text += `\u0001${hit.verdict === 'public' ? hit.value.slice(0, 40) : mask(hit.value)}\u0002`;
    at = Math.max(at, hit.end);
  }
  return text + veil(bytes.toString('utf8', Math.min(at, to), to));
};

/** Long lines are cut around the secret, which is marked by control characters until here. */
const narrow = (text: string): string => {
  const plain = text.replaceAll(/[\u0001\u0002]/g, '');
  if (plain.length <= WIDTH) return plain;
  const at = Math.max(0, text.indexOf('\u0001') - 40);
  return `${at > 0 ? '…' : ''}${plain.slice(at, at + WIDTH)}…`;
};
