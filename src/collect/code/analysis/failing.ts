import type { CodeGuard } from '../../../model/evidence/code.ts';
import type { Expr } from '../ir.ts';
import { propOf } from '../visit.ts';

/** How a branch turns the caller away. */
export interface Failure {
  how: CodeGuard['failure'];
  /** HTTP status, where the code names one. */
  status?: number;
  /** A plain value that says no: null, false, `{ error }`. What it means depends on who asked. */
  soft?: true;
}

const WORDS: Readonly<Record<string, number>> = {
  unauthorized: 401,
  unauthenticated: 401,
  forbidden: 403,
  notfound: 404,
  not_found: 404,
  toomanyrequests: 429,
  too_many_requests: 429,
  badrequest: 400,
  bad_request: 400,
};

const wordStatus = (text: string): number | undefined =>
  WORDS[text.toLowerCase().replaceAll(/exception|error|[-_ ]/g, '')] ?? WORDS[text.toLowerCase()];

const numberOf = (e: Expr | undefined): number | undefined => {
  if (e === undefined) return undefined;
  if (e.k === 'lit' && typeof e.v === 'number' && e.v >= 300 && e.v < 600) return e.v;
  if (e.k === 'lit' && typeof e.v === 'string') return wordStatus(e.v);
  if (e.k === 'mem' && typeof e.p === 'string') return wordStatus(e.p);
  if (e.k === 'obj') return numberOf(propOf(e, 'status') ?? propOf(e, 'statusCode') ?? propOf(e, 'code'));
  return undefined;
};

const failed = (status: number | undefined): Failure | undefined =>
  status === undefined || status < 300
    ? undefined
    : status < 400
      ? { how: 'redirects', status }
      : { how: 'answers', status };

/** What an expression answers, when it turns the caller away: `res.status(401).json(…)`, `NextResponse.redirect(…)`, `next(error)`. */
export const failureOf = (e: Expr | undefined): Failure | undefined => {
  if (e === undefined) return undefined;
  if (e.k === 'await' || e.k === 'un') return failureOf(e.e);
  if (e.k === 'seq') return failureOf(e.e.at(-1));
  if (e.k !== 'call') return undefined;
  const name = e.f.k === 'mem' && typeof e.f.p === 'string' ? e.f.p : e.f.k === 'id' ? e.f.n : '';
  if (/^(?:permanentR|r)edirect$/.test(name)) return { how: 'redirects' };
  if (/^(?:status|code|sendStatus|error|fail|writeHead|newResponse)$/.test(name)) {
    const own = failed(numberOf(e.a[0]) ?? numberOf(e.a[1]));
    if (own !== undefined) return own;
  }
  if (/^(?:json|text|html|body|Response|data|send|throw|createError|NextResponse|HTTPException)$/.test(name)) {
    const own = failed(
      numberOf(e.a[1]) ??
        (e.isNew === true || name === 'data' || name === 'createError' ? numberOf(e.a[0]) : undefined),
    );
    if (own !== undefined) return own;
  }
  const word = wordStatus(name);
  if (word !== undefined) return { how: 'answers', status: word };
  if (name === 'next' && e.a.length > 0 && !(e.a[0]?.k === 'lit')) return { how: 'answers', ...statusIn(e.a[0]) };
  return e.f.k === 'mem' ? failureOf(e.f.o) : undefined;
};

/** The same for what a function returns: `return fail('No.', { status: 401 })` is an answer, whoever wrote `fail`. */
export const answerOf = (e: Expr | undefined): Failure | undefined =>
  failureOf(e) ??
  (e?.k === 'await'
    ? answerOf(e.e)
    : e?.k === 'call'
      ? e.a.map((one) => (one.k === 'obj' ? failed(numberOf(one)) : undefined)).find((one) => one !== undefined)
      : undefined);

const statusIn = (e: Expr | undefined): { status?: number } => {
  const status = statusOfError(e);
  return status === undefined ? {} : { status };
};

/** Status that an error stands for: `new UnauthorizedException()`, `createError(401)`, `new TRPCError({ code: 'FORBIDDEN' })`. */
export const statusOfError = (e: Expr | undefined): number | undefined => {
  if (e?.k !== 'call') return undefined;
  const name = e.f.k === 'id' ? e.f.n : e.f.k === 'mem' && typeof e.f.p === 'string' ? e.f.p : '';
  return wordStatus(name) ?? e.a.map(numberOf).find((one) => one !== undefined);
};

/** `E.left(NOT_FOUND)`, `err(…)`: the unhappy half of a result. */
const isUnhappy = (e: Expr): boolean =>
  e.k === 'call' &&
  /^(?:left|err|errAsync|fail|failure|Err|Left)$/.test(
    e.f.k === 'id' ? e.f.n : e.f.k === 'mem' && typeof e.f.p === 'string' ? e.f.p : '',
  );

/** A value that says no by itself. */
export const isSoftNo = (e: Expr | undefined): boolean =>
  e === undefined ||
  isUnhappy(e) ||
  (e.k === 'lit' && (e.v === null || e.v === false)) ||
  (e.k === 'id' && e.n === 'undefined') ||
  (e.k === 'obj' &&
    e.props.some(
      ({ n, v }) =>
        n === 'error' ||
        n === 'errors' ||
        n === 'serverError' ||
        ((n === 'success' || n === 'ok') && v.k === 'lit' && v.v === false),
    ));

/** Calls that never come back: they throw what the framework answers. */
export const NEVER: readonly (readonly [path: RegExp, failure: Failure])[] = [
  [/^next\/navigation:(?:redirect|permanentRedirect)$/, { how: 'redirects' }],
  [/^next\/navigation:notFound$/, { how: 'throws', status: 404 }],
  [/^next\/navigation:unauthorized$/, { how: 'throws', status: 401 }],
  [/^next\/navigation:forbidden$/, { how: 'throws', status: 403 }],
  [/^@sveltejs\/kit:(?:error)$/, { how: 'throws' }],
  [/^@sveltejs\/kit:redirect$/, { how: 'redirects' }],
  [/^process\.exit$/, { how: 'throws' }],
];
