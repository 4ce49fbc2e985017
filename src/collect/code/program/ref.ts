import type { Class, Expr, Fn, Module } from '../ir.ts';

/** What an expression comes to, as far as the code tells without running it. */
export type Ref =
  | { r: 'fn'; m: Module; fn: Fn }
  | { r: 'class'; m: Module; c: Class }
  /** A value that is written out: a literal, an object, an array, a template. */
  | { r: 'value'; m: Module; fn: Fn | undefined; e: Expr }
  /** A whole file of the repository. */
  | { r: 'module'; m: Module }
  /** Something of an installed package, or of Node. `*` is the package itself. */
  | { r: 'package'; from: string; name: string }
  | { r: 'member'; of: Ref; p: string }
  /** What a call gives; `e` tells it from other calls of the same function. */
  | { r: 'result'; of: Ref; m: Module; fn: Fn | undefined; e: Extract<Expr, { k: 'call' }> }
  | { r: 'param'; m: Module; fn: Fn; index: number; type?: string }
  /** The object of a method. */
  | { r: 'this'; m: Module; c: Class | undefined }
  | { r: 'global'; name: string }
  | { r: 'unknown' };

export const UNKNOWN: Ref = { r: 'unknown' };

/**
 * One line for what comes from outside the repository, to be matched: `express:Router()`, `@prisma/client:PrismaClient().order.findMany`,
 * `process.env`. A default export and the package as a whole are both the bare name. Undefined for what is the repository's own.
 */
export const pathOf = (ref: Ref, depth = 0): string | undefined => {
  if (depth > 12) return undefined;
  switch (ref.r) {
    case 'package':
      return ref.name === 'default' || ref.name === '*' ? ref.from : `${ref.from}:${ref.name}`;
    case 'global':
      return ref.name;
    case 'member': {
      const of = pathOf(ref.of, depth + 1);
      if (of === undefined) return undefined;
      // `express.Router` and `import { Router } from 'express'` are one thing.
      if (ref.of.r === 'package' && (ref.of.name === 'default' || ref.of.name === '*'))
        return ref.p === 'default' ? of : `${of}:${ref.p}`;
      return `${of}.${ref.p}`;
    }
    case 'result': {
      const of = pathOf(ref.of, depth + 1);
      return of === undefined ? undefined : `${of}()`;
    }
    default:
      return undefined;
  }
};
