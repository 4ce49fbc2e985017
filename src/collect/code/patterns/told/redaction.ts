import type { Expr, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { expressionsOf, textOf, within } from '../../visit.ts';
import type { Telling } from './told.ts';

/** What the set-up of the loggers takes out of each record. */
interface Redaction {
  /** Paths as pino has them: `req.headers.authorization`, `*.password`. */
  paths: readonly (readonly string[])[];
  /** Names that a function of the set-up deletes, overwrites or lists. */
  words: ReadonlySet<string>;
}

const LOGGERS =
  /^(?:pino|pino-http|nestjs-pino|winston|bunyan|consola|log4js|signale|tslog|loglevel|roarr|fastify)(?:\/|$)/;
const LISTS = /redact|sensitive|mask|censor|scrub|saniti|hidden|secret|private/i;

const stringsIn = (program: Program, m: Module, e: Expr): string[] =>
  [...within(e)].flatMap((one) => {
    const text = textOf(one);
    if (text !== undefined) return [text];
    if (one.k !== 'id') return [];
    const ref = program.resolve(m, undefined, one);
    return ref.r === 'value' && ref.e.k === 'arr' ? ref.e.e.flatMap((item) => textOf(item) ?? []) : [];
  });

const segmentsOf = (path: string): string[] =>
  path
    .replaceAll(/\["?([^\]"]+)"?\]/g, '.$1')
    .split('.')
    .filter((one) => one !== '')
    .map((one) => one.toLowerCase());

const known = new WeakMap<Program, Redaction>();

const redactionOf = (program: Program): Redaction => {
  const found = known.get(program);
  if (found !== undefined) return found;
  const paths: string[][] = [];
  const words = new Set<string>();
  for (const m of program.modules.values()) {
    if (!/log/i.test(m.path) && !m.imports.some(({ from }) => LOGGERS.test(from))) continue;
    const before = paths.length;
    for (const { e, fn } of expressionsOf(m)) {
      if (e.k === 'obj')
        for (const { n, v } of e.props) {
          if (n === 'redact') paths.push(...stringsIn(program, m, v).map(segmentsOf));
          else if (n === 'serializers' && v.k === 'obj')
            for (const { n: name } of v.props) if (typeof name === 'string' && name !== 'err') paths.push([name, '**']);
        }
      const target =
        e.k === 'un' && e.op === 'delete' ? e.e : e.k === 'assign' && 'k' in e.l && e.r.k === 'lit' ? e.l : undefined;
      if (target?.k === 'mem' && typeof target.p === 'string') words.add(target.p.toLowerCase());
      if ((e.k === 'arr' || e.k === 'call') && LISTS.test(fn?.name ?? '')) addAll(words, e);
    }
    // Lists of paths are read as such.
    if (paths.length > before) continue;
    for (const stmt of m.body)
      if (stmt.s === 'let' && stmt.pat.p === 'id' && LISTS.test(stmt.pat.n) && stmt.e !== undefined)
        addAll(words, stmt.e);
  }
  const redaction = { paths, words };
  known.set(program, redaction);
  return redaction;
};

const addAll = (words: Set<string>, e: Expr): void => {
  for (const one of within(e)) {
    const text = one.k === 'regex' ? one.v : textOf(one);
    for (const word of text?.split(/[^\w-]+/) ?? []) if (word !== '') words.add(word.toLowerCase());
  }
};

/** Where the member stands that has to be taken out, for what is handed on as a whole. */
const leafOf = ({ told, path }: Telling): string[] => [
  ...path.map((one) => one.toLowerCase()),
  ...(told === 'user'
    ? ['email']
    : told === 'headers' || told === 'cookies'
      ? [told === 'headers' ? 'authorization' : 'session']
      : []),
];

const fits = (pattern: readonly string[], leaf: readonly string[]): boolean =>
  pattern.at(-1) === '**'
    ? pattern[0] === leaf[0]
    : pattern.every((one, index) => one === '*' || one === leaf[index]) &&
      (pattern.length === leaf.length || (pattern.length < leaf.length && pattern.at(-1) !== '*'));

/** The logger takes it out. Texts are written as they are: only members of objects are seen. */
export const isRedacted = (program: Program, telling: Telling): boolean => {
  const { paths, words } = redactionOf(program);
  const leaf = leafOf(telling);
  const last = leaf.at(-1);
  return (
    last !== undefined &&
    telling.path.length > 0 &&
    (paths.some((one) => fits(one, leaf)) || (telling.told !== 'body' && words.has(last)))
  );
};
