import type { Expr } from '../ir.ts';
import { bindingOf } from '../program/scope.ts';
import { expressionsIn } from '../visit.ts';
import type { PatternFinder, Spot } from './spot.ts';

const MADE_FOR_SERVER = /server|middleware|route_?handler|service/i;
/** These ask Supabase, or look at the signature. */
const VERIFIED = new Set<unknown>(['getUser', 'getClaims']);

/**
 * The session of Supabase as it lies in the cookie, believed on the server. Nothing has looked at its signature: `session.user` is what the browser
 * wrote there. What goes to Supabase with its token is checked there and no matter of this.
 */
export const supabaseSession: PatternFinder = (spot) => {
  const { m, fn, e } = spot;
  if (fn === undefined || e.k !== 'call' || e.f.k !== 'mem' || e.f.p !== 'getSession') return undefined;
  const auth = e.f.o;
  if (auth.k !== 'mem' || auth.p !== 'auth' || !isOfServer(spot, auth.o)) return undefined;
  const all = [...expressionsIn(fn.body)];
  if (all.some((one) => one.k === 'mem' && VERIFIED.has(one.p))) return undefined;
  return all.some(readsUser)
    ? { kind: 'supabase-session', what: 'auth.getSession', at: { path: m.path, line: e.at } }
    : undefined;
};

/** A client that reads the cookies of a request. */
const isOfServer = ({ m, fn }: Spot, e: Expr): boolean => {
  if (e.k === 'mem') return e.p === 'supabase' && e.o.k !== 'this' && nameOf(e.o) === 'locals';
  const binding = e.k === 'id' ? bindingOf(m, fn, e.n) : undefined;
  if (binding?.b !== 'value' || binding.e === undefined) return false;
  const made = binding.e.k === 'await' ? binding.e.e : binding.e;
  if (made.k !== 'call') return false;
  const maker = nameOf(made.f);
  return MADE_FOR_SERVER.test(maker) || m.imports.some(({ local, from }) => local === maker && /server/i.test(from));
};

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');

/** `session.user`, `data.session?.user`. */
const readsUser = (e: Expr): boolean => e.k === 'mem' && e.p === 'user' && nameOf(e.o) === 'session';
