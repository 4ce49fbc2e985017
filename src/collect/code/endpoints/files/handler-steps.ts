import type { Expr } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { propOf } from '../../visit.ts';
import type { Step } from '../raw.ts';
import { written, type Written } from './written.ts';

type Call = Extract<Expr, { k: 'call' }>;

const MAX_WRAPPERS = 12;

/** Members of an object that hold what does the work: `wrap({ schema, handler })`. */
const HOLDS_HANDLER = ['handler', 'handle', 'action', 'resolve', 'execute', 'run'];
/** Methods at the end of a builder, which take the handler and put nothing in its way. */
const ENDS_BUILDER = /^(?:action|stateAction|handler|handle|query|mutation|get|post|put|patch|delete)$/;
const SOUNDS_LIKE_HANDLER = /handler|controller|route|action|loader|^(?:get|post|put|patch|delete)$/i;

/** What runs for an exported handler: the wrappers around it from outside in, then itself. `passes` names what wraps and does nothing, as `pathOf` gives it. */
export const handlerSteps = (
  program: Program,
  place: Written,
  passes: ReadonlySet<string> = new Set(),
  depth = MAX_WRAPPERS,
): Step[] => {
  const at = written(program, place);
  const { e } = at;
  if (e.k === 'import') {
    const ref = program.resolve(at.m, at.fn, e);
    if (ref.r === 'module' && depth > 0)
      return handlerSteps(program, { ...at, e: { k: 'mem', o: e, p: 'default', at: e.at } }, passes, depth - 1);
  }
  if (e.k === 'mem' && typeof e.p === 'string' && depth > 0) {
    const made = memberOfMade(program, at, e.o, e.p, depth);
    if (made !== undefined) return [...made.wrappers, ...handlerSteps(program, made.handler, passes, depth - 1)];
  }
  if (e.k !== 'call' || depth <= 0) return [{ ...at, by: 'handler' }];
  const inner = wrappedBy(program, { ...at, e }, depth);
  if (inner === undefined) return [{ ...at, by: 'handler' }];
  const callee = pathOf(program.resolve(at.m, at.fn, e.f));
  const isPassed = callee !== undefined && passes.has(callee);
  return [
    ...(isPassed ? [] : around(program, { ...at, e })),
    ...inner.others.map((one): Step => ({ ...at, e: one, by: 'wrapper' })),
    ...handlerSteps(program, { ...at, e: inner.handler }, passes, depth - 1),
  ];
};

/** `const { GET, POST } = createRoute(options, fn)`, `createRoute({ GET: fn }).GET`: the call is the wrapper. */
const memberOfMade = (
  program: Program,
  at: Written,
  of: Expr,
  name: string,
  depth: number,
): { wrappers: Step[]; handler: Written } | undefined => {
  const made = written(program, { ...at, e: of });
  if (made.e.k !== 'call') return undefined;
  const call = { ...made, e: made.e };
  const own = made.e.a
    .map((one) => propOf(one, name))
    .find((one) => one !== undefined && isHandler(program, { ...made, e: one }, depth - 1));
  const inner = own ?? wrappedBy(program, call, depth)?.handler;
  return inner === undefined ? undefined : { wrappers: around(program, call), handler: { ...made, e: inner } };
};

/** `actionClient.use(auth).action(fn)`: what the builder starts from and what is put into it; `withAuth(fn)`: the call itself. */
const around = (program: Program, at: Written & { e: Call }): Step[] => {
  const { e } = at;
  if (e.f.k === 'call')
    return [
      ...e.f.a
        .filter((one) => isHandler(program, { ...at, e: one }, 3) || one.k === 'call')
        .map((one): Step => ({ ...at, e: one, by: 'wrapper' })),
      { ...at, by: 'wrapper' },
    ];
  if (e.f.k !== 'mem') return [{ ...at, by: 'wrapper' }];
  const used: Step[] = [];
  let root: Expr = e.f.o;
  while (root.k === 'call' && root.f.k === 'mem') {
    if (root.f.p === 'use' || root.f.p === 'middleware')
      used.unshift(...root.a.map((one): Step => ({ ...at, e: one, by: 'middleware' })));
    root = root.f.o;
  }
  const start = program.resolve(at.m, at.fn, root);
  const isOutside = start.r === 'package' || start.r === 'global' || start.r === 'module';
  const ends = typeof e.f.p === 'string' && ENDS_BUILDER.test(e.f.p);
  return [
    ...(isOutside ? [] : [{ ...at, e: root, by: 'base' } satisfies Step]),
    ...used,
    ...(ends ? [] : [{ ...at, by: 'wrapper' } satisfies Step]),
  ];
};

/** The handler that a call is given, and the other functions that it is given with it. */
const wrappedBy = (
  program: Program,
  at: Written & { e: Call },
  depth: number,
): { handler: Expr; others: readonly Expr[] } | undefined => {
  const given = at.e.a.filter((one) => isHandler(program, { ...at, e: one }, depth - 1));
  const handler =
    given.findLast((one) => one.k === 'fn') ??
    given.findLast((one) => SOUNDS_LIKE_HANDLER.test(nameOf(one))) ??
    given.at(-1);
  if (handler !== undefined) return { handler, others: given.filter((one) => one !== handler) };
  for (const one of at.e.a) {
    const options = written(program, { ...at, e: one }).e;
    if (options.k !== 'obj' || one.k !== 'obj') continue;
    const held = one.props.find(
      ({ n, v }) =>
        typeof n === 'string' && HOLDS_HANDLER.includes(n) && isHandler(program, { ...at, e: v }, depth - 1),
    );
    if (held !== undefined) return { handler: held.v, others: [] };
  }
  return undefined;
};

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');

/** A function of the repository, or one that is wrapped. */
export const isHandler = (program: Program, place: Written, depth: number): boolean => {
  if (depth <= 0) return false;
  const at = written(program, place);
  switch (at.e.k) {
    case 'fn':
      return true;
    case 'id':
    case 'mem':
      return program.resolve(at.m, at.fn, at.e).r === 'fn';
    case 'import':
      return program.resolve(at.m, at.fn, at.e).r === 'module';
    case 'call':
      return wrappedBy(program, { ...at, e: at.e }, depth) !== undefined;
    default:
      return false;
  }
};
