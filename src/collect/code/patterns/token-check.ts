import type { CodePattern } from '../../../model/evidence/code.ts';
import type { Expr } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { propOf, textOf } from '../visit.ts';
import type { PatternFinder } from './spot.ts';
import { isForDevelopers } from './told/developers.ts';

const VERIFIES = /^(?:jsonwebtoken|jose|hono\/jwt|fast-jwt)[.:](?:verify|jwtVerify|createVerifier)$/;
/** Here a token that has ended is what one expects. */
const ENDED = /refresh|renew|rotate|logout|sign_?out|revoke|expire|black_?list|deny_?list|introspect/i;

/** Tokens are verified, with the check that matters switched off. */
export const weakTokenCheck: PatternFinder = ({ program, m, fn, e }) => {
  const what =
    e.k === 'obj'
      ? ofOptions(e)
      : e.k === 'call' && isOfVerifying(e.f) && VERIFIES.test(pathOf(program.resolve(m, fn, e.f)) ?? '')
        ? ofKey(e.a[1])
        : undefined;
  if (what === undefined || isForDevelopers(m, fn, e)) return undefined;
  if (what === 'ignoreExpiration' && (ENDED.test(fn?.name ?? '') || ENDED.test(m.path))) return undefined;
  const pattern: CodePattern = { kind: 'token-check', what, at: { path: m.path, line: e.at } };
  return pattern;
};

/** Most calls are of other methods; what they are is not looked up. */
const isOfVerifying = (f: Expr): boolean =>
  /^(?:verify|jwtVerify|createVerifier)$/.test(
    f.k === 'id' ? f.n : f.k === 'mem' && typeof f.p === 'string' ? f.p : '',
  );

/** Options of a verification: `{ algorithms: ['HS256', 'none'] }`, `{ ignoreExpiration: true }`. */
const ofOptions = (e: Expr): string | undefined => {
  const algorithms = propOf(e, 'algorithms');
  if (algorithms?.k === 'arr' && algorithms.e.some((one) => textOf(one)?.toLowerCase() === 'none'))
    return "algorithms: ['none']";
  const ignored = propOf(e, 'ignoreExpiration');
  return ignored?.k === 'lit' && ignored.v === true ? 'ignoreExpiration' : undefined;
};

/** No key at all: only a token without a signature passes. */
const ofKey = (e: Expr | undefined): string | undefined =>
  (e?.k === 'lit' && (e.v === null || e.v === '')) || (e?.k === 'id' && e.n === 'undefined') ? 'no key' : undefined;
