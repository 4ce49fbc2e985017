import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { textOf } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { KIND, has, type Kinds } from './kinds.ts';

type Call = Extract<Expr, { k: 'call' }>;

/** Calls that take a token apart and look at no signature, by the path that `pathOf` gives them, or by their name where a class holds them. */
const DECODES =
  /^(?:jsonwebtoken[.:]decode|jose[.:]decodeJwt|jwt-decode(?:[.:](?:jwtDecode|jwt_decode))?|jws[.:]decode|hono\/jwt[.:]decode|djwt[.:]decode|fast-jwt[.:]createDecoder\(\))$|(?:^|\.)jwt(?:Service)?\.decode$/i;

/** Writes down that a token of the caller's is taken apart without a look at its signature; gives what its claims are. */
export const readClaims = (of: Evaluator, { m, fn }: Frame, e: Call, path: string, inner: Kinds): Kinds => {
  if (!has(inner, KIND.INPUT | KIND.HEADER)) return 0;
  const what = decodedBy(of.program, m, fn, e, path);
  if (what === undefined) return 0;
  of.happened.push({ h: 'decoded', what, kinds: inner, m, at: e.at });
  return KIND.UNVERIFIED;
};

/** How a call reads a token without verifying it, in the code's own words. Undefined for all other calls. */
const decodedBy = (program: Program, m: Module, fn: Fn | undefined, e: Call, path: string): string | undefined => {
  if (DECODES.test(path)) return path.replace(/^\./, '').replace(':', '.');
  // `jwt.decode(token, key, true)` of jwt-simple: the third argument says not to verify.
  if (/^jwt-simple[.:]decode$/.test(path))
    return e.a[2]?.k === 'lit' && e.a[2].v === true ? 'jwt-simple.decode' : undefined;
  const isBase64 =
    path === 'atob' || (/^(?:buffer:)?Buffer\.from$/.test(path) && /^base64(?:url)?$/.test(textOf(e.a[1]) ?? ''));
  return isBase64 && e.a[0] !== undefined && isMiddlePart(program, m, fn, e.a[0])
    ? path.replace(/^buffer:/, '')
    : undefined;
};

/** What mends the alphabet of a part before it is decoded. */
const MENDS = new Set<unknown>(['replace', 'replaceAll', 'padEnd', 'toString']);

/** The middle of a token: `token.split('.')[1]`. */
const isMiddlePart = (program: Program, m: Module, fn: Fn | undefined, e: Expr): boolean => {
  if (e.k === 'call' && e.f.k === 'mem' && MENDS.has(e.f.p)) return isMiddlePart(program, m, fn, e.f.o);
  if (e.k === 'bin') return isMiddlePart(program, m, fn, e.l);
  if (e.k === 'mem' && isSecond(e.p)) return isSplit(e.o) || isSplit(writtenAs(program, m, fn, e.o));
  if (e.k !== 'id') return false;
  const ref = program.resolve(m, fn, e);
  return ref.r === 'member' && ref.p === '1' && ref.of.r === 'result' && isSplit(ref.of.e);
};

const isSecond = (p: string | Expr): boolean =>
  p === '1' || (typeof p === 'object' && p.k === 'lit' && String(p.v) === '1');

const writtenAs = (program: Program, m: Module, fn: Fn | undefined, e: Expr): Expr | undefined => {
  const ref = program.resolve(m, fn, e);
  return ref.r === 'result' ? ref.e : undefined;
};

const isSplit = (e: Expr | undefined): boolean =>
  e?.k === 'call' && e.f.k === 'mem' && e.f.p === 'split' && textOf(e.a[0]) === '.';
