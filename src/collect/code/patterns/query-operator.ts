import { touchOf } from '../analysis/accesses.ts';
import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import type { Ref } from '../program/ref.ts';
import { bindingOf } from '../program/scope.ts';
import { expressionsOf, textOf, within } from '../visit.ts';
import { conditionsAround } from './conditions.ts';
import { handedTo } from './handed-to.ts';
import { isStartedByHand } from './told/server.ts';
import type { PatternFinder, Spot } from './spot.ts';

const REQUEST = /^(?:req|request)$/;
/** What makes a text of whatever comes, or refuses anything else. */
const VALIDATORS =
  /^(?:zod|joi|@hapi\/joi|yup|express-validator|celebrate|ajv|class-validator|valibot|superstruct|@sinclair\/typebox|typebox|arktype|zod-express-middleware)(?:\/|$)/;
/** `./validators/user`, `../schemas`, `./user.validation.js`. */
const OWN_VALIDATORS =
  /^\..*(?:\/(?:validators?|validations?|schemas?)(?:[/.]|$)|[./-](?:validator|validation|schema|dto)(?:\.[cm]?[jt]s)?$|\/validate(?:Body|Request|Schema)?(?:\.[cm]?[jt]s)?$)/i;
const SANITIZERS = /^(?:express-mongo-sanitize|mongo-sanitize|@exortek\/express-mongo-sanitize)$/;
const VERBS =
  /^(?:find|findOne|findOneAndUpdate|findOneAndDelete|update|updateOne|updateMany|deleteOne|deleteMany|remove|count|countDocuments|exists)$/;

/** `db.users.findOne({ email: req.body.email })`: who sends { "$ne": null } for the e-mail address gets the first user. */
export const queryOperator: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  if (e.k !== 'call' || isStartedByHand(m.path)) return undefined;
  const where = conditionsOf(spot, e);
  if (where?.k !== 'obj') return undefined;
  const pasted = where.props.find(({ n, v }) => n === '$where' && (v.k === 'bin' || (v.k === 'tpl' && v.e.length > 0)));
  if (pasted !== undefined)
    return {
      kind: 'query-operator',
      what: `${verbOf(e)}({ $where })`,
      tells: ['$where'],
      at: { path: m.path, line: e.at },
    };
  const column = where.props.find(
    ({ n, v }) => typeof n === 'string' && !n.startsWith('$') && isSentObject(m, fn, v, e),
  )?.n;
  if (typeof column !== 'string' || isSanitized(program) || isValidated(program, m, fn)) return undefined;
  return {
    kind: 'query-operator',
    what: `${verbOf(e)}({ ${column} })`,
    tells: [column],
    at: { path: m.path, line: e.at },
  };
};

const verbOf = (e: Extract<Expr, { k: 'call' }>): string =>
  e.f.k === 'mem' && typeof e.f.p === 'string' ? e.f.p : 'find';

const conditionsOf = ({ program, m, fn }: Spot, e: Extract<Expr, { k: 'call' }>): Expr | undefined => {
  if (e.f.k !== 'mem' || typeof e.f.p !== 'string' || !VERBS.test(e.f.p)) return undefined;
  const holder = e.f.o.k === 'id' ? e.f.o.n : e.f.o.k === 'mem' && typeof e.f.o.p === 'string' ? e.f.o.p : '';
  const by = touchOf(program, m, fn, e)?.by;
  return by === 'mongoose' ||
    by === 'mongodb' ||
    /Collection$/.test(holder) ||
    isCollection(program.resolve(m, fn, e.f.o))
    ? e.a[0]
    : undefined;
};

/** `const users = client.db().collection('users')` */
const isCollection = (ref: Ref): boolean => ref.r === 'result' && verbOf(ref.e) === 'collection';

/** A member of a JSON body, as it came: it may be an object. Parts of a path are always texts. */
const isSentObject = (m: Module, fn: Fn | undefined, v: Expr, call: Expr): boolean => {
  const named = v.k === 'id' ? v.n : undefined;
  if (!isOfBody(m, fn, v)) return false;
  // `typeof email === 'string'`, `isString(email)`
  return !conditionsAround(m, fn, call).some(({ test }) =>
    [...within(test)].some(
      (one) =>
        (one.k === 'un' && one.op === 'typeof' && isSame(one.e, v, named)) ||
        (one.k === 'call' && one.a.some((given) => isSame(given, v, named))) ||
        (one.k === 'call' && one.f.k === 'mem' && isSame(one.f.o, v, named)),
    ),
  );
};

const isSame = (a: Expr, b: Expr, named: string | undefined): boolean =>
  a.k === 'id' ? a.n === named : a.k === 'mem' && b.k === 'mem' && textual(a) === textual(b);

const textual = (e: Expr): string =>
  e.k === 'id' ? e.n : e.k === 'mem' ? `${textual(e.o)}.${typeof e.p === 'string' ? e.p : ''}` : '';

const isOfBody = (m: Module, fn: Fn | undefined, v: Expr, steps = 4): boolean => {
  if (steps <= 0) return false;
  if (v.k === 'mem') return typeof v.p === 'string' && isBody(m, fn, v.o, steps);
  if (v.k !== 'id') return false;
  const binding = bindingOf(m, fn, v.n);
  if (binding?.b !== 'value' || binding.e === undefined || binding.many === true) return false;
  if (binding.path.length === 0) return isOfBody(m, binding.fn, binding.e, steps - 1);
  if (binding.path.length === 1) return isBody(m, binding.fn, binding.e, steps - 1);
  return binding.path[0] === 'body' && binding.path.length === 2 && binding.e.k === 'id' && REQUEST.test(binding.e.n);
};

const isBody = (m: Module, fn: Fn | undefined, e: Expr, steps: number): boolean => {
  if (steps <= 0) return false;
  if (e.k === 'await') return isBody(m, fn, e.e, steps);
  if (e.k === 'mem') return e.p === 'body' && e.o.k === 'id' && REQUEST.test(e.o.n);
  if (e.k === 'call') return e.f.k === 'mem' && e.f.p === 'json' && e.f.o.k === 'id' && REQUEST.test(e.f.o.n);
  if (e.k !== 'id') return false;
  const binding = bindingOf(m, fn, e.n);
  return (
    binding?.b === 'value' &&
    binding.e !== undefined &&
    binding.path.length === 0 &&
    isBody(m, binding.fn, binding.e, steps - 1)
  );
};

const importsOf = (m: Module): string[] => [
  ...m.imports.map(({ from }) => from),
  ...m.body.flatMap((stmt) => {
    const call = stmt.s === 'let' ? stmt.e : undefined;
    const from = call?.k === 'call' && call.f.k === 'id' && call.f.n === 'require' ? textOf(call.a[0]) : undefined;
    return from === undefined ? [] : [from];
  }),
];

const ROUTES = /^(?:get|post|put|patch|delete|all|route|handle|on)$/;

/** What stands before a handler where its route is made; undefined for a handler that is made elsewhere. */
const stepsBefore = (m: Module, fn: Fn | undefined): readonly Expr[] | undefined => {
  for (let inner = fn; inner !== undefined; inner = inner.parent === undefined ? undefined : m.fns[inner.parent]) {
    const call = handedTo(m, inner.id)?.call;
    if (call?.f.k === 'mem' && typeof call.f.p === 'string' && ROUTES.test(call.f.p))
      return call.a.filter((one) => one.k !== 'fn');
  }
  return undefined;
};

const validated = new WeakMap<Program, ReadonlySet<Module>>();

/** Something looks at bodies before: a step of the route, or a library in the file or in one that uses it, as routes beside their controllers do. */
const isValidated = (program: Program, m: Module, fn: Fn | undefined): boolean => {
  const steps = stepsBefore(m, fn);
  if (steps !== undefined)
    return steps.some((step) =>
      [...within(step)].some((one) => one.k === 'id' && /valid|schema|celebrate|^body$|^check$|joi|^z$/i.test(one.n)),
    );
  let found = validated.get(program);
  if (found === undefined) {
    const set = new Set<Module>();
    for (const one of program.modules.values()) {
      const from = importsOf(one);
      if (!from.some((name) => VALIDATORS.test(name) || OWN_VALIDATORS.test(name))) continue;
      set.add(one);
      for (const name of from) {
        const used = program.moduleFor(one, name);
        if (used !== undefined) set.add(used);
      }
    }
    found = set;
    validated.set(program, found);
  }
  return found.has(m);
};

const sanitized = new WeakMap<Program, boolean>();

/** Operators are taken out of everything that comes in. */
const isSanitized = (program: Program): boolean => {
  let found = sanitized.get(program);
  if (found === undefined) {
    found = [...program.modules.values()].some(
      (m) =>
        importsOf(m).some((from) => SANITIZERS.test(from)) ||
        [...expressionsOf(m)].some(({ e }) => e.k === 'call' && e.a.some((one) => textOf(one) === 'sanitizeFilter')),
    );
    sanitized.set(program, found);
  }
  return found;
};
