import type { CodePattern } from '../../model/evidence/code.ts';
import type { Expr, Module } from './ir.ts';
import type { Program } from './program/program.ts';
import { pathOf } from './program/ref.ts';
import { expressionsOf, textOf, within } from './visit.ts';

const FAST = /^(?:md5|md4|sha-?1|sha-?224|sha-?256|sha-?384|sha-?512|ripemd160)$/i;
const PASSWORD = /^(?:plain|raw|new|old|current|user)?_?(?:password|passwd|pwd|passphrase)$/i;
/** A look-up in lists of leaked passwords wants just such a hash. */
const LEAKED = /pwned|hibp|breach|leak|range/i;

/** What is wrong wherever it is called from. */
export const findPatterns = (program: Program): CodePattern[] =>
  [...program.modules.values()].flatMap((module) => fastPasswordHashes(program, module));

/** `createHash('md5').update(password)`. */
const fastPasswordHashes = (program: Program, m: Module): CodePattern[] => {
  if (!m.imports.some(({ from }) => /^(?:node:)?crypto$|crypto-js|^md5$/.test(from)) && !usesRequire(m)) return [];
  return [...expressionsOf(m)].flatMap(({ e, fn }) => {
    if (e.k !== 'call' || e.f.k !== 'mem' || e.f.p !== 'update' || LEAKED.test(fn?.name ?? '') || LEAKED.test(m.path))
      return [];
    const made = e.f.o;
    if (made.k !== 'call' || pathOf(program.resolve(m, fn, made.f)) !== 'crypto:createHash') return [];
    const what = textOf(made.a[0]) ?? '';
    if (!FAST.test(what) || !e.a.some(namesPassword)) return [];
    return [{ kind: 'password-hash' as const, what, at: { path: m.path, line: e.at } }];
  });
};

const usesRequire = (m: Module): boolean =>
  m.body.some((stmt) => stmt.s === 'let' && stmt.e?.k === 'call' && /crypto/.test(textOf(stmt.e.a[0]) ?? ''));

const namesPassword = (e: Expr): boolean =>
  [...within(e)].some(
    (one) =>
      (one.k === 'id' && PASSWORD.test(one.n)) ||
      (one.k === 'mem' && typeof one.p === 'string' && PASSWORD.test(one.p)),
  );
