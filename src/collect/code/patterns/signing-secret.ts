import { mask } from '../../secrets/mask.ts';
import { scanText } from '../../secrets/scan-text.ts';
import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf } from '../program/ref.ts';
import { propOf, textOf } from '../visit.ts';
import { optionsOf } from './cookie/options.ts';
import type { PatternFinder, Spot } from './spot.ts';
import { isForDevelopers } from './told/developers.ts';
import { isStartedByHand } from './told/server.ts';

type Call = Extract<Expr, { k: 'call' }>;

/** Calls that sign or check who somebody is, by the path that `pathOf` gives them, with where they take their key. */
const KEYS: readonly (readonly [path: RegExp, key: (spot: Spot, e: Call) => Expr | undefined])[] = [
  [/^(?:jsonwebtoken|hono\/jwt|jwt-simple)[.:](?:sign|verify|encode|decode)$/, (_, { a }) => a[1]],
  [/^jose[.:]jwtVerify$/, (_, { a }) => a[1]],
  [/^jose:(?:SignJWT|EncryptJWT)\(\).*\.(?:sign|encrypt)$/, (_, { a }) => a[0]],
  [/^cookie-parser$/, (_, { a }) => a[0]],
  [
    /^(?:express-session|express-jwt(?:[.:]expressjwt)?|better-auth[.:]betterAuth|next-auth(?:[.:]NextAuth)?|hono\/jwt[.:]jwt|@nestjs\/jwt:JwtModule\.register)$/,
    (spot, { a }) => option(spot, a[0], 'secret'),
  ],
  [/^cookie-session$/, (spot, { a }) => first(option(spot, a[0], 'keys')) ?? option(spot, a[0], 'secret')],
  [/^iron-session[.:](?:getIronSession|sealData|unsealData)$/, (spot, { a }) => option(spot, a.at(-1), 'password')],
  [/^passport-jwt[.:]Strategy$/, (spot, { a }) => option(spot, a[0], 'secretOrKey')],
  [/\.register$/, (spot, { a }) => (isSigner(spot, a[0]) ? option(spot, a[1], 'secret') : undefined)],
];

const METHODS = new Set<unknown>(
  'sign verify encode decode encrypt jwtVerify register default betterAuth NextAuth jwt expressjwt getIronSession sealData unsealData Strategy'.split(
    ' ',
  ),
);

const option = ({ program, m, fn }: Spot, e: Expr | undefined, name: string): Expr | undefined =>
  e === undefined ? undefined : optionsOf({ program, m, fn }, e)?.get(name);

const first = (e: Expr | undefined): Expr | undefined => (e?.k === 'arr' ? e.e[0] : undefined);

/** Plugins of Fastify that sign. */
const isSigner = ({ program, m, fn }: Spot, e: Expr | undefined): boolean =>
  e !== undefined && /^@fastify\/(?:jwt|session|secure-session|cookie)$/.test(pathOf(program.resolve(m, fn, e)) ?? '');

/** What sessions or tokens are signed with stands in the code. What falls back to such a text is told by the stage that looks for secrets. */
export const signingSecret: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  const key = keyOf(spot);
  const found = key === undefined ? undefined : literalOf(program, m, fn, key);
  if (found === undefined || found.text.trim() === '' || isStartedByHand(m.path) || isForDevelopers(m, fn, e))
    return undefined;
  if (/BEGIN (?:RSA |EC )?PUBLIC KEY/.test(found.text) || isToldAlready(found)) return undefined;
  return { kind: 'signing-secret', what: mask(found.text), at: { path: m.path, line: e.at } };
};

const keyOf = (spot: Spot): Expr | undefined => {
  const { program, m, fn, e } = spot;
  // The options that a strategy hands to its base class: `super({ secretOrKey })`.
  if (e.k === 'obj') return propOf(e, 'jwtFromRequest') === undefined ? undefined : propOf(e, 'secretOrKey');
  // Most calls are of other methods; what they are is not looked up.
  if (e.k !== 'call' || (e.f.k === 'mem' && !METHODS.has(e.f.p))) return undefined;
  const path = pathOf(program.resolve(m, fn, e.f));
  if (path === undefined) return undefined;
  return KEYS.find(([pattern]) => pattern.test(path))?.[1](spot, e);
};

interface Literal {
  text: string;
  /** The variable or member that holds it. */
  name: string | undefined;
}

const MOST_STEPS = 4;

const literalOf = (program: Program, m: Module, fn: Fn | undefined, e: Expr, depth = 0): Literal | undefined => {
  if (depth > MOST_STEPS) return undefined;
  const own = textOf(e);
  if (own !== undefined) return { text: own, name: undefined };
  // `new TextEncoder().encode(secret)`, `Buffer.from(secret)`.
  if (e.k === 'call') {
    const isBytes = e.f.k === 'mem' && (e.f.p === 'encode' || e.f.p === 'from');
    if (isBytes) return e.a[0] === undefined ? undefined : literalOf(program, m, fn, e.a[0], depth + 1);
    const ref = program.resolve(m, fn, e.f);
    const [only] = ref.r === 'fn' && ref.fn.body.length === 1 ? ref.fn.body : [];
    return ref.r === 'fn' && only?.s === 'return' && only.e !== undefined
      ? literalOf(program, ref.m, ref.fn, only.e, depth + 1)
      : undefined;
  }
  if (e.k !== 'id' && e.k !== 'mem') return undefined;
  const ref = program.resolve(m, fn, e);
  if (ref.r === 'result') return literalOf(program, ref.m, ref.fn, ref.e, depth + 1);
  const text = ref.r === 'value' ? textOf(ref.e) : undefined;
  const name = e.k === 'id' ? e.n : typeof e.p === 'string' ? e.p : undefined;
  return text === undefined ? undefined : { text, name };
};

/** A value under a name that looks like a real secret is found by the stage that looks for secrets. */
const isToldAlready = ({ text, name }: Literal): boolean =>
  name !== undefined && scanText(text, name).some(({ verdict }) => verdict === 'secret');
