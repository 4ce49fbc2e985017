import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf } from '../program/ref.ts';

/** What each member of an object lets through: any text, or only what it lists, numbers and the like. */
export type SchemaMembers = ReadonlyMap<string, 'text' | 'other'>;

const MAX_DEPTH = 6;
const OBJECTS = /^(?:object|strictObject|looseObject)$/;
const JOINS = /^(?:extend|safeExtend|merge|and)$/;
const TEXTS = /^(?:string|any|unknown)$/;
/** They hold a text to a form. */
const FORMS = /^(?:uuid|cuid2?|ulid|nanoid|datetime|date|time|ip|cidr|jwt|transform|refine|pipe|toLowerCase)$/;

/** Members of zod's object schema; undefined for what is none, and for one that cannot be read. */
export const schemaMembers = (
  program: Program,
  m: Module,
  fn: Fn | undefined,
  e: Expr,
  depth = 0,
): SchemaMembers | undefined => {
  if (depth > MAX_DEPTH) return undefined;
  if (e.k !== 'call') {
    const ref = program.resolve(m, fn, e);
    return ref.r === 'result' ? schemaMembers(program, ref.m, ref.fn, ref.e, depth + 1) : undefined;
  }
  if (e.f.k !== 'mem' || typeof e.f.p !== 'string') return undefined;
  const name = e.f.p;
  const [given] = e.a;
  if (OBJECTS.test(name) && /^zod\b/.test(pathOf(program.resolve(m, fn, e.f)) ?? ''))
    return given?.k === 'obj' ? membersIn({ program, m, fn }, given) : undefined;
  const inner = schemaMembers(program, m, fn, e.f.o, depth + 1);
  if (inner === undefined || !JOINS.test(name) || given === undefined) return inner;
  const more =
    given.k === 'obj' ? membersIn({ program, m, fn }, given) : schemaMembers(program, m, fn, given, depth + 1);
  return new Map([...inner, ...(more ?? [])]);
};

interface Here {
  program: Program;
  m: Module;
  fn: Fn | undefined;
}

const membersIn = (here: Here, { props }: Extract<Expr, { k: 'obj' }>): SchemaMembers =>
  new Map(
    props.flatMap(({ n, v }) => (typeof n === 'string' ? [[n, isText(here, v) ? 'text' : 'other'] as const] : [])),
  );

/** `z.string().trim().max(80)` is; `z.enum([…])`, `z.coerce.number()` and `z.string().regex(…)` are not. The repository's own makers are followed. */
const isText = ({ program, m, fn }: Here, e: Expr, depth = 0): boolean => {
  const names: string[] = [];
  let at = e;
  while (at.k === 'call' || (at.k === 'mem' && typeof at.p === 'string')) {
    if (at.k === 'call' && at.f.k === 'mem' && at.f.p === 'regex' && !letsQuotes(at.a[0])) return false;
    if (at.k === 'mem' && typeof at.p === 'string') names.push(at.p);
    at = at.k === 'call' ? at.f : at.o;
  }
  if (names.some((one) => FORMS.test(one))) return false;
  if (TEXTS.test(names.at(-1) ?? '')) return true;
  const ref = depth < MAX_DEPTH && at.k === 'id' ? program.resolve(m, fn, at) : undefined;
  const made = ref?.r === 'fn' ? ref.fn.body.find((stmt) => stmt.s === 'return') : undefined;
  if (ref?.r === 'fn' && made?.s === 'return' && made.e !== undefined)
    return isText({ program, m: ref.m, fn: ref.fn }, made.e, depth + 1);
  return ref?.r === 'result' && isText({ program, m: ref.m, fn: ref.fn }, ref.e, depth + 1);
};

/** A pattern that lets an apostrophe through holds nothing back that matters to a statement. */
const letsQuotes = (e: Expr | undefined): boolean => {
  if (e?.k !== 'regex') return false;
  // With `u` or without: what the flags were is not kept. A pattern of the repository, on a text too short to take long.
  return ['u', ''].some((flags) => {
    try {
      return new RegExp(e.v, flags).test("o' x");
    } catch {
      return false;
    }
  });
};
