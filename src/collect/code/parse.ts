import type { ParseResult } from 'oxc-parser';
import { lowerModule } from './lower/module.ts';
import type { Node } from './lower/node.ts';
import type { Module } from './ir.ts';
import { isTooDeep } from './nesting.ts';

/** Larger files are generated; they are left out and said to be. Bytes of text. */
export const MAX_SOURCE = 1_500_000;

type Lang = 'js' | 'jsx' | 'ts' | 'tsx' | 'dts';

/** JavaScript of whatever ending may hold JSX; in TypeScript `.ts` may not. */
const langOf = (path: string): Lang =>
  /\.d\.[cm]?ts$/.test(path) ? 'dts' : /\.tsx$/.test(path) ? 'tsx' : /\.[cm]?ts$/.test(path) ? 'ts' : 'jsx';

type Parse = (path: string, text: string) => ParseResult;

let known: Parse | undefined;

/** Reading the tree out of the parser's own memory takes half the time of reading it as JSON; it wants 6 GB of address space, which some systems refuse. */
const parser = async (): Promise<Parse> => {
  if (known !== undefined) return known;
  const { parseSync, rawTransferSupported } = await import('oxc-parser');
  const parse =
    (experimentalRawTransfer: boolean): Parse =>
    (path, text) =>
      parseSync(path, text, {
        lang: langOf(path),
        sourceType: 'unambiguous',
        preserveParens: false,
        ...(experimentalRawTransfer ? { experimentalRawTransfer } : {}),
      });
  known = parse(false);
  if (!rawTransferSupported()) return known;
  try {
    parse(true)('probe.ts', '');
    known = parse(true);
  } catch {
    // It stays with JSON.
  }
  return known;
};

/** A file with more mistakes than this is not read. */
const MOST_MISTAKES = 12;

/**
 * Reads a file of JavaScript or TypeScript. The parser gives nothing at all for a file with a mistake, so its line is left out and the rest is read
 * again; `partial` says so. Never throws: a file that cannot be read at all is an empty module that is partial.
 */
export const parseModule = async (path: string, text: string): Promise<Module> => {
  if (isTooDeep(text)) return unread(path, 'it nests deeper than people write');
  const parse = await parser();
  let left = text;
  let first: string | undefined;
  for (let tries = 0; tries <= MOST_MISTAKES; tries++) {
    let parsed: ParseResult;
    try {
      parsed = parse(path, left);
    } catch (error) {
      return unread(path, (error as Error).message);
    }
    const [mistake] = parsed.errors;
    // Some are only warned of, and all is there.
    if (mistake === undefined || parsed.program.body.length > 0) {
      const module = lowerModule(path, text, parsed.program as unknown as Node);
      return first === undefined ? module : { ...module, partial: first };
    }
    first ??= mistake.message;
    const at = mistake.labels[0]?.start;
    const shorter = at === undefined ? undefined : withoutLine(left, at);
    if (shorter === undefined) break;
    left = shorter;
  }
  return unread(path, first ?? 'it does not parse');
};

/** The text with blanks for the line of an offset, or for the last line before it that is not blank yet. Undefined when nothing is left. */
const withoutLine = (text: string, offset: number): string | undefined => {
  for (let at = Math.min(offset, text.length); at >= 0;) {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    if (line.trim() !== '') return text.slice(0, start) + ' '.repeat(line.length) + text.slice(end);
    if (start === 0) return undefined;
    at = start - 1;
  }
  return undefined;
};

const unread = (path: string, reason: string): Module => ({
  path,
  imports: [],
  exports: [],
  body: [],
  fns: [],
  classes: [],
  directives: [],
  lines: 0,
  partial: reason,
});
