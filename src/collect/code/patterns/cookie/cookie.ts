import type { Expr } from '../../ir.ts';
import { textOf } from '../../visit.ts';
import type { PatternFinder } from '../spot.ts';
import { isForDevelopers } from '../told/developers.ts';
import { runsOnServer } from '../told/server.ts';
import { optionsOf, type Place } from './options.ts';
import { writtenBy } from './written-cookie.ts';

/** Who holds one of these is somebody. */
const SESSION =
  /(?:^|[_.\-:])(?:sess(?:ion)?(?:[_-]?(?:id|token))?|sid|connect\.sid|jwt|auth(?:[_-]?token)?|token|access[_-]?token|refresh[_-]?token|id[_-]?token|remember(?:[_-]?me)?)$|(?:session|access|refresh|auth|login|id|user|admin|jwt|bearer)_?(?:token|id|jwt)$|^session$/i;
const OTHER =
  /csrf|xsrf|anon|guest|cart|locale|lang|theme|consent|visitor|device|tracking|analytics|flag|client|utm|state|nonce|verifier|pkce|google|stripe|payment|checkout|preview|ga_/i;

/** Cookies that say who somebody is, set within reach of scripts, of plain HTTP or of other sites. */
export const sessionCookie: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  const place: Place = { program, m, fn };
  const written = writtenBy(place, e);
  if (written === undefined || e.k !== 'call') return undefined;
  const name = cookieName(place, written.name, written.value);
  if (name === undefined || isCleared(written.value)) return undefined;
  const options = optionsOf(place, written.options);
  if (options === undefined || isGone(options.get('maxAge'))) return undefined;
  const lacks = [
    ...(isOn(options.get('httpOnly') ?? options.get('HttpOnly'), written.defaults.httpOnly) ? [] : ['httpOnly']),
    ...(isOn(options.get('secure'), written.defaults.secure) ? [] : ['secure']),
    ...(textOf(options.get('sameSite'))?.toLowerCase() === 'none' ? ['sameSite'] : []),
  ];
  if (lacks.length === 0 || !runsOnServer(program, m) || isForDevelopers(m, fn, e)) return undefined;
  return { kind: 'session-cookie', what: name, tells: lacks, at: { path: m.path, line: e.at } };
};

/** What the code calls the cookie, when by that name or by what is put into it somebody is known. */
const cookieName = (place: Place, name: Expr | undefined, value: Expr | undefined): string | undefined => {
  const text = name === undefined ? undefined : textIn(place, name);
  const word = value?.k === 'id' ? value.n : value?.k === 'mem' && typeof value.p === 'string' ? value.p : '';
  if (OTHER.test(text ?? '') || OTHER.test(word)) return undefined;
  if (text !== undefined) return SESSION.test(text) ? text : undefined;
  return SESSION.test(word) && word !== 'id' ? word : undefined;
};

const textIn = ({ program, m, fn }: Place, e: Expr): string | undefined => {
  const own = textOf(e);
  if (own !== undefined) return own;
  const ref = program.resolve(m, fn, e);
  return ref.r === 'value' ? textOf(ref.e) : undefined;
};

/** Something other than off, or a default that is on: `secure: isProduction` is right. */
const isOn = (e: Expr | undefined, byDefault: boolean): boolean =>
  e === undefined
    ? byDefault
    : !((e.k === 'lit' && (e.v === false || e.v === null)) || (e.k === 'id' && e.n === 'undefined'));

const isCleared = (value: Expr | undefined): boolean =>
  value === undefined || textOf(value) === '' || (value.k === 'lit' && value.v === null);

const isGone = (age: Expr | undefined): boolean => age?.k === 'lit' && age.v === 0;
