import type { Expr } from '../../ir.ts';
import { propOf, textOf } from '../../visit.ts';
import { valueOf, type Place } from './options.ts';

/** A cookie that the code sets. */
export interface WrittenCookie {
  name: Expr | undefined;
  value: Expr | undefined;
  /** Undefined where none are given. */
  options: Expr | undefined;
  /** How the code sets it: `res.cookie`. */
  by: string;
  /** What the library does where the options are silent. */
  defaults: { httpOnly: boolean; secure: boolean };
}

const NONE = { httpOnly: false, secure: false };
/** SvelteKit sets both; Koa and express-session the first. */
const BOTH = { httpOnly: true, secure: true };
const FIRST = { httpOnly: true, secure: false };

const nameOf = (e: Expr): string => {
  if (e.k === 'id') return e.n;
  if (e.k === 'mem') return typeof e.p === 'string' ? e.p : '';
  return e.k === 'await' ? nameOf(e.e) : e.k === 'call' ? nameOf(e.f) : '';
};

/** The cookie that a call sets; undefined for all other calls. */
export const writtenBy = (place: Place, e: Expr): WrittenCookie | undefined => {
  if (e.k !== 'call') return undefined;
  const { f, a } = e;
  if (f.k === 'id') return byFunction(place, f.n, a);
  if (f.k !== 'mem' || typeof f.p !== 'string') return undefined;
  const holder = nameOf(f.o);
  const by = `${holder}.${f.p}`;
  if ((f.p === 'cookie' || f.p === 'setCookie') && a.length >= 2)
    return { name: a[0], value: a[1], options: a[2], by, defaults: NONE };
  if (f.p !== 'set' || !/^(?:cookies?|cookieStore|cookieJar|requestCookies|responseCookies)$/i.test(holder))
    return undefined;
  const defaults = isSvelteKit(place) ? BOTH : isKoa(f.o) ? FIRST : NONE;
  if (a.length === 1 && a[0]?.k === 'obj')
    return { name: propOf(a[0], 'name'), value: propOf(a[0], 'value'), options: a[0], by, defaults };
  return { name: a[0], value: a[1], options: a[2], by, defaults };
};

const byFunction = (place: Place, name: string, a: readonly Expr[]): WrittenCookie | undefined => {
  if (name === 'setCookie' && place.m.imports.some(({ from }) => from === 'cookies-next'))
    return { name: a[0], value: a[1], options: a[2], by: name, defaults: NONE };
  // Of Hono and h3: the first argument is the context.
  if (name === 'setCookie' && a.length >= 3 && textOf(a[0]) === undefined)
    return { name: a[1], value: a[2], options: a[3], by: name, defaults: NONE };
  if (name === 'setSignedCookie' && a.length >= 4)
    return { name: a[1], value: a[2], options: a[4], by: name, defaults: NONE };
  if ((name === 'serialize' || name === 'serializeCookie') && importsCookie(place))
    return { name: a[0], value: a[1], options: a[2], by: name, defaults: NONE };
  const session = place.m.imports.find(({ local }) => local === name)?.from ?? required(place, name);
  if (session === 'express-session' && a[0] !== undefined) {
    const options = a[0].k === 'id' ? valueOf(place, a[0].n) : a[0];
    const cookie = propOf(options, 'cookie');
    return cookie === undefined
      ? undefined
      : { name: undefined, value: { k: 'id', n: 'session', at: 0 }, options: cookie, by: name, defaults: FIRST };
  }
  return undefined;
};

const isSvelteKit = ({ m }: Place): boolean =>
  /(?:^|\/)(?:\+(?:page|layout|server)|hooks)[\w.]*\.[jt]s$/.test(m.path) ||
  m.imports.some(({ from }) => from === '@sveltejs/kit' || from.endsWith('/$types'));

const isKoa = (o: Expr): boolean => o.k === 'mem' && o.p === 'cookies' && o.o.k === 'id' && o.o.n === 'ctx';

const importsCookie = ({ m }: Place): boolean => m.imports.some(({ from }) => from === 'cookie');

const required = (place: Place, name: string): string | undefined => {
  const value = valueOf(place, name);
  return value?.k === 'call' && value.f.k === 'id' && value.f.n === 'require' ? textOf(value.a[0]) : undefined;
};
