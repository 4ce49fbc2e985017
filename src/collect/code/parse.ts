import type { ParseResult } from 'oxc-parser';
import { lowerModule } from './lower/module.ts';
import { isNode, type Node } from './lower/node.ts';
import type { Module } from './ir.ts';

/** Larger files are generated; they are left out and said to be. Bytes of text. */
export const MAX_SOURCE = 1_500_000;

type Lang = 'js' | 'jsx' | 'ts' | 'tsx' | 'dts';

/** JavaScript of whatever ending may hold JSX; in TypeScript `.ts` may not. */
const langOf = (path: string): Lang =>
  /\.d\.[cm]?ts$/.test(path) ? 'dts' : /\.tsx$/.test(path) ? 'tsx' : /\.[cm]?ts$/.test(path) ? 'ts' : 'jsx';

/**
 * Reads a file of JavaScript or TypeScript. One with errors is read again by a parser that goes on behind them; what it could not make out is
 * missing then, and `partial` says so. Never throws: a file that cannot be read at all is an empty module that is partial.
 */
export const parseModule = async (path: string, text: string): Promise<Module> => {
  const { parseSync } = await import('oxc-parser');
  let parsed: ParseResult;
  try {
    parsed = parseSync(path, text, { lang: langOf(path), sourceType: 'unambiguous', preserveParens: false });
  } catch (error) {
    return unread(path, (error as Error).message);
  }
  const [error] = parsed.errors;
  // A file with an error has an empty program.
  if (error === undefined || parsed.program.body.length > 0)
    return lowerModule(path, text, parsed.program as unknown as Node);
  return recovered(path, text, error.message);
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

const recovered = async (path: string, text: string, reason: string): Promise<Module> => {
  const { parse } = await import('@babel/parser');
  try {
    const { program } = parse(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      plugins: [
        'estree',
        ...(/\.[cm]?ts$/.test(path) ? [] : (['jsx'] as const)),
        ...(/\.[cm]?tsx?$/.test(path) ? (['typescript', 'decorators'] as const) : (['flow', 'decorators'] as const)),
      ],
    });
    const node: unknown = program;
    return isNode(node) ? { ...lowerModule(path, text, node), partial: reason } : unread(path, reason);
  } catch {
    return unread(path, reason);
  }
};
