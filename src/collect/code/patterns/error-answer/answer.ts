import type { Expr } from '../../ir.ts';
import { pathOf } from '../../program/ref.ts';
import { propOf } from '../../visit.ts';
import type { Spot } from '../spot.ts';

/** What is sent to the caller. */
export interface Answer {
  what: string;
  body: Expr;
  /** Where the code says it. */
  status?: number;
}

const RESPONSE = /^(?:res|response|reply|resp|c|ctx|context)$/;
const STATUS = /^(?:status|code|sendStatus|writeHead)$/;

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');
const rootOf = (e: Expr): Expr => (e.k === 'mem' ? rootOf(e.o) : e.k === 'call' ? rootOf(e.f) : e);
const numberOf = (e: Expr | undefined): number | undefined =>
  e?.k === 'lit' && typeof e.v === 'number' ? e.v : undefined;

/** `404` of `res.status(404).json(…)`. */
const statusIn = (e: Expr): number | undefined => {
  if (e.k === 'mem') return statusIn(e.o);
  if (e.k !== 'call') return undefined;
  return STATUS.test(nameOf(e.f)) ? numberOf(e.a[0]) : statusIn(e.f);
};

/** The answer that an expression sends or makes; undefined for what is none. */
export const answerOf = ({ program, m, fn, e }: Spot): Answer | undefined => {
  if (e.k === 'assign')
    return 'k' in e.l && e.l.k === 'mem' && e.l.p === 'body' && nameOf(e.l.o) === 'ctx'
      ? { what: 'ctx.body', body: e.r }
      : undefined;
  const [body, second] = e.k === 'call' ? e.a : [];
  if (e.k !== 'call' || body === undefined) return undefined;
  const name = nameOf(e.f);
  const told = numberOf(second) ?? numberOf(propOf(second, 'status'));
  if (e.isNew === true)
    return name === 'Response' || name === 'NextResponse' ? { what: name, body, ...given(told) } : undefined;
  if (e.f.k !== 'mem')
    return name === 'json' &&
      /^@remix-run\/|^@sveltejs\/kit|^react-router/.test(pathOf(program.resolve(m, fn, e.f)) ?? '')
      ? { what: name, body, ...given(told) }
      : undefined;
  const holder = nameOf(rootOf(e.f.o));
  if (name === 'json' && (holder === 'Response' || holder === 'NextResponse'))
    return { what: `${holder}.json`, body, ...given(told) };
  return /^(?:json|send|end|text)$/.test(name) && RESPONSE.test(holder)
    ? { what: `${holder}.${name}`, body, ...given(statusIn(e.f.o) ?? told) }
    : undefined;
};

const given = (status: number | undefined): { status?: number } => (status === undefined ? {} : { status });
