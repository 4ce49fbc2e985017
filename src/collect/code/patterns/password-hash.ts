import type { Expr, Module } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { expressionsOf, textOf, within } from '../visit.ts';
import type { PatternFinder } from './spot.ts';

const FAST = /^(?:md5|md4|sha-?1|sha-?224|sha-?256|sha-?384|sha-?512|ripemd160)$/i;
const PASSWORD = /^(?:plain|raw|new|old|current|user)?_?(?:password|passwd|pwd|passphrase)$/i;
/** A look-up in lists of leaked passwords wants just such a hash. */
const LEAKED = /pwned|hibp|breach|leak|range/i;

/** `createHash('md5').update(password)`. */
export const fastPasswordHash: PatternFinder = ({ program, m, fn, e }) => {
  if (e.k !== 'call' || e.f.k !== 'mem' || e.f.p !== 'update' || LEAKED.test(fn?.name ?? '') || LEAKED.test(m.path))
    return undefined;
  const made = e.f.o;
  if (made.k !== 'call' || pathOf(program.resolve(m, fn, made.f)) !== 'crypto:createHash') return undefined;
  const what = textOf(made.a[0]) ?? '';
  if (!FAST.test(what) || !e.a.some(namesPassword) || asksLists(m)) return undefined;
  return { kind: 'password-hash', what, at: { path: m.path, line: e.at } };
};

/** The file asks a service for leaked passwords. */
const asksLists = (m: Module): boolean =>
  [...expressionsOf(m)].some(({ e }) =>
    /pwnedpasswords|haveibeenpwned/i.test(e.k === 'tpl' ? e.texts.join('') : (textOf(e) ?? '')),
  );

const namesPassword = (e: Expr): boolean =>
  [...within(e)].some(
    (one) =>
      (one.k === 'id' && PASSWORD.test(one.n)) ||
      (one.k === 'mem' && typeof one.p === 'string' && PASSWORD.test(one.p)),
  );
