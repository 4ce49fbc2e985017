import type { Expr, Fn, Pattern } from '../ir.ts';
import { expressionsIn, within } from '../visit.ts';
import type { PatternFinder } from './spot.ts';

/** What of a token says who somebody is and what they may do. */
const DECIDES =
  /^(?:id|sub|uid|user_?id|email|email_?verified|roles?|is_?(?:admin|staff|super_?user|owner|premium|pro)|permissions?|scopes?|plan|tier|subscription\w*|credits|balance|(?:tenant|org|organi[sz]ation|team|company|store|shop|seller|vendor)_?(?:id|role)s?)$/i;

const PARSES = new Set<unknown>(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);

/**
 * The `jwt` callback of NextAuth copies what the browser sent into the token. On `trigger: 'update'` its `session` is the body of a request that any
 * signed-in user makes: `useSession().update({ role: 'admin' })`.
 */
export const sessionUpdate: PatternFinder = ({ m, fn, e }) => {
  const names = fn === undefined ? undefined : namesIn(fn);
  if (fn === undefined || names === undefined) return undefined;
  const isSent = (one: Expr): boolean => isSession(names, one);
  const what = copiedWhole(e, isSent) ?? (isLookedUp(fn, isSent) ? undefined : copiedPart(e, names, isSent));
  return what === undefined ? undefined : { kind: 'session-update', what, at: { path: m.path, line: e.at } };
};

interface Names {
  session: string | undefined;
  token: string | undefined;
  /** The parameter, where it is not taken apart. */
  whole: string | undefined;
}

const namesIn = ({ name, params }: Fn): Names | undefined => {
  const pattern = params[0]?.pat;
  if (params.length !== 1 || pattern === undefined) return undefined;
  if (pattern.p === 'id')
    return name === 'jwt' ? { session: undefined, token: undefined, whole: pattern.n } : undefined;
  if (pattern.p !== 'obj') return undefined;
  const named = (key: string): string | undefined => nameOf(pattern.props.find(({ n }) => n === key)?.v);
  const [session, token] = [named('session'), named('token')];
  if (session === undefined || token === undefined) return undefined;
  return name === 'jwt' || (name !== 'session' && named('trigger') !== undefined)
    ? { session, token, whole: undefined }
    : undefined;
};

const nameOf = (pattern: Pattern | undefined): string | undefined => (pattern?.p === 'id' ? pattern.n : undefined);

/** `session`, `session.user`, `params.session`. */
const isSession = ({ session, whole }: Names, e: Expr): boolean =>
  (e.k === 'id' && e.n === session) ||
  (e.k === 'mem' &&
    ((e.p === 'session' && e.o.k === 'id' && e.o.n === whole) ||
      (e.p === 'user' && isSession({ session, whole, token: undefined }, e.o))));

const copiedWhole = (e: Expr, isSent: (e: Expr) => boolean): string | undefined => {
  if (e.k === 'obj' && e.props.length > 1 && e.props.some(({ n, v }) => n === undefined && isSent(v)))
    return 'all that was sent';
  const isAssign = e.k === 'call' && e.f.k === 'mem' && e.f.p === 'assign' && e.a.slice(1).some(isSent);
  return isAssign ? 'all that was sent' : undefined;
};

const copiedPart = (e: Expr, { token, whole }: Names, isSent: (e: Expr) => boolean): string | undefined => {
  const takes = (value: Expr): boolean => [...within(value)].some((one) => one.k === 'mem' && isSent(one.o));
  const isToken = (one: Expr): boolean =>
    one.k === 'id' ? one.n === token : one.k === 'mem' && one.p === 'token' && one.o.k === 'id' && one.o.n === whole;
  if (e.k === 'assign' && 'k' in e.l && e.l.k === 'mem' && typeof e.l.p === 'string') {
    const { p } = e.l;
    const into = e.l.o.k === 'mem' && e.l.o.p === 'user' ? e.l.o.o : e.l.o;
    return DECIDES.test(p) && isToken(into) && takes(e.r) ? p : undefined;
  }
  if (e.k !== 'obj' || !e.props.some(({ n, v }) => n === undefined && isToken(v))) return undefined;
  const copied = e.props.flatMap(({ n, v }) => (typeof n === 'string' && DECIDES.test(n) && takes(v) ? [n] : []));
  return copied.length === 0 ? undefined : copied.join(', ');
};

/** Something is asked about what was sent: a membership is looked up, a schema lets it through. */
const isLookedUp = (fn: Fn, isSent: (e: Expr) => boolean): boolean =>
  [...expressionsIn(fn.body)].some(
    (e) =>
      (e.k === 'await' && e.e.k === 'call' && e.e.a.some((one) => [...within(one)].some(isSent))) ||
      (e.k === 'call' && e.f.k === 'mem' && PARSES.has(e.f.p) && e.a.some(isSent)),
  );
