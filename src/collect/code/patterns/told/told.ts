import { touchOf } from '../../analysis/accesses.ts';
import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { bindingOf } from '../../program/scope.ts';
import { propOf, textOf } from '../../visit.ts';
import { isAboutNames, isPeople, isSecretVariable, saysOf, type Told } from './names.ts';

/** What a value tells, and the member under which it stands where it is handed on as an object. */
export interface Telling {
  told: Told;
  /** `body`, `user.email`; empty for a text. */
  path: readonly string[];
}

interface Here {
  program: Program;
  m: Module;
  fn: Fn | undefined;
}

const MAX_STEPS = 12;
const REQUEST = /^(?:req|request|_req|_request)$/;
const REQUEST_HOLDER = /^(?:c|ctx|context|event|evt|args)$/;
/** Calls that give their value on as it is. */
const PASSES =
  /^(?:toString|trim|toLowerCase|toUpperCase|normalize|join|concat|flat|filter|values|entries|fromEntries|valueOf)$/;
const HIDES = /mask|redact|hash|anonym|obfuscat|trunc|saniti|encrypt|scrub|digest|censor|omit|safe/i;
const MAKES_TOKEN =
  /(?:sign|generate\w*(?:token|code|otp)|create\w*(?:token|code|otp)|randomBytes|getToken|issue\w*token)$/i;
const OF_SIGN_IN = /auth|login|sign-?in|session|reset|verif|invit|magic|password|jwt|otp/i;
const IS_FLAG = /^(?:is|has|should|can|needs|had|was)(?:[A-Z_]|$)/;

const nameOf = (e: Expr): string =>
  e.k === 'id'
    ? e.n
    : e.k === 'mem'
      ? typeof e.p === 'string'
        ? e.p
        : (textOf(e.p) ?? '')
      : e.k === 'call'
        ? nameOf(e.f)
        : e.k === 'await'
          ? nameOf(e.e)
          : '';

/** The value of an expression as a text or an object: what stands in it for everybody to read. */
export const toldBy = (here: Here, e: Expr, steps = MAX_STEPS): Telling[] => {
  if (steps <= 0) return [];
  const sub = (one: Expr): Telling[] => toldBy(here, one, steps - 1);
  switch (e.k) {
    case 'tpl':
      return e.e.flatMap((one) => flat(sub(one)));
    case 'obj':
      return e.props.flatMap(({ n, v }) =>
        n === undefined
          ? sub(v)
          : sub(v).map(({ told, path }) => ({ told, path: [typeof n === 'string' ? n : '*', ...path] })),
      );
    case 'arr':
      return e.e.flatMap(sub);
    case 'bin':
      return e.op === '+'
        ? [...flat(sub(e.l)), ...flat(sub(e.r))]
        : e.op === '||' || e.op === '??'
          ? [...sub(e.l), ...sub(e.r)]
          : e.op === '&&'
            ? sub(e.r)
            : [];
    case 'cond':
      return [...sub(e.a), ...sub(e.b)];
    case 'await':
    case 'spread':
      return sub(e.e);
    case 'seq':
      return e.e.length === 0 ? [] : sub(e.e[e.e.length - 1]!);
    case 'assign':
      return sub(e.r);
    case 'id':
      return ofName(here, e, steps);
    case 'mem':
      return ofMember(here, e);
    case 'call':
      return ofCall(here, e, steps);
    default:
      return [];
  }
};

const flat = (list: readonly Telling[]): Telling[] => list.map(({ told }) => ({ told, path: [] }));
const only = (told: Told | undefined): Telling[] => (told === undefined ? [] : [{ told, path: [] }]);

const ofName = (here: Here, e: Extract<Expr, { k: 'id' }>, steps: number): Telling[] => {
  const { program, m, fn } = here;
  const binding = bindingOf(m, fn, e.n);
  const says = saysOf(e.n);
  if (binding?.b !== 'value' || binding.e === undefined) {
    if (binding?.b === 'caught' || binding?.b === 'import') return [];
    if (REQUEST.test(e.n) && binding?.b === 'param') return isOfFetch(e.n, binding) ? [] : only('headers');
    return only(says ?? (e.n === 'token' && isOfSignIn(here) ? 'token' : undefined));
  }
  const value = binding.e;
  if (isHarmless(value)) return [];
  if (says !== undefined) return only(says);
  if (e.n === 'token')
    return only(
      MAKES_TOKEN.test(nameOf(value)) || (binding.path.at(-1) === 'token' && isOfSignIn(here)) ? 'token' : undefined,
    );
  if (binding.many === true) return [];
  const inside = { program, m, fn: binding.fn };
  if (binding.path.length === 0) return toldBy(inside, value, steps - 1);
  // `const { data } = await supabase.from('users')…`
  if (binding.path.length === 1 && (binding.path[0] === 'data' || binding.path[0] === '0')) {
    const found = ofRow(inside, value);
    if (found !== undefined) return found;
  }
  return ofRequest(inside, value, binding.path.at(-1) ?? '') ?? [];
};

/** `({ request })` of loaders and actions: a Request of the web's standard, which loggers write as `{}`. */
const isOfFetch = (name: string, { path, type }: { path: readonly string[]; type?: string }): boolean =>
  name === 'request' && (path.length > 0 || type === 'Request' || type === 'NextRequest');

/** A text that stands in the code, a flag, what hides something, what the app itself is configured with. */
const isHarmless = (value: Expr): boolean => {
  const inner = value.k === 'await' ? value.e : value;
  if (inner.k === 'lit' || inner.k === 'un' || inner.k === 'fn' || inner.k === 'regex') return true;
  if (inner.k === 'bin' && !['||', '??', '&&', '+'].includes(inner.op)) return true;
  if (
    inner.k === 'call' &&
    (HIDES.test(nameOf(inner.f)) ||
      /^(?:slice|substring|substr|replace|split|includes|test|match|indexOf|compare)$/.test(nameOf(inner.f)))
  )
    return true;
  return [inner, ...(inner.k === 'bin' ? [inner.l, inner.r] : [])].some(
    (one) => one.k === 'mem' && one.o.k === 'mem' && one.o.p === 'env' && !isSecretVariable(nameOf(one)),
  );
};

const isOfSignIn = ({ m, fn }: Here): boolean => OF_SIGN_IN.test(m.path) || OF_SIGN_IN.test(fn?.name ?? '');

const ofMember = (here: Here, e: Extract<Expr, { k: 'mem' }>): Telling[] => {
  const name = nameOf(e);
  if (e.o.k === 'mem' && e.o.p === 'env') return only(isSecretVariable(name) ? 'key' : undefined);
  const holder = nameOf(e.o);
  if (IS_FLAG.test(name) || isAboutNames(holder)) return [];
  const asked = ofRequest(here, e.o, name);
  if (asked !== undefined) return asked;
  if (name === 'token')
    return only(
      /^(?:params|query|body|session|auth|credentials|account)$/.test(holder) && isOfSignIn(here) ? 'token' : undefined,
    );
  return only(saysOf(name));
};

/** A member of the request: its body, its headers, who asks. */
const ofRequest = (_: Here, of: Expr, name: string): Telling[] | undefined => {
  const holder = nameOf(of);
  if (REQUEST.test(holder) || (holder === 'event' && name === 'body')) {
    if (name === 'body' || name === 'rawBody') return only('body');
    if (name === 'headers' || name === 'rawHeaders') return only('headers');
    if (name === 'cookies' || name === 'signedCookies') return only('cookies');
    if (name === 'user') return only('user');
  }
  if (holder === 'headers' && (name === 'authorization' || name === 'cookie')) return only('token');
  return undefined;
};

const ofCall = (here: Here, e: Extract<Expr, { k: 'call' }>, steps: number): Telling[] => {
  const name = nameOf(e.f);
  const [first, second] = e.a;
  if (e.f.k === 'mem') {
    const { o } = e.f;
    const holder = nameOf(o);
    if (o.k === 'id' && o.n === 'JSON') {
      if (
        name !== 'stringify' ||
        first === undefined ||
        (second !== undefined && !(second.k === 'lit' && second.v === null))
      )
        return [];
      return flat(toldBy(here, first, steps - 1));
    }
    if (o.k === 'id' && (o.n === 'Object' || o.n === 'util' || o.n === 'Array'))
      return /^(?:values|entries|fromEntries|assign|inspect|format|from)$/.test(name)
        ? e.a.flatMap((one) => toldBy(here, one, steps - 1))
        : [];
    const isRequest = REQUEST.test(holder) || (REQUEST_HOLDER.test(holder) && name === 'parseBody');
    if (isRequest && /^(?:json|text|formData|parseBody)$/.test(name)) return only('body');
    if (name === 'get' || name === 'header') {
      const asked = textOf(first) ?? '';
      return /headers?|req/i.test(holder) && /^(?:authorization|cookie|x-api-key)$/i.test(asked) ? only('token') : [];
    }
    if (PASSES.test(name)) return toldBy(here, o, steps - 1);
    if (name === 'map' && first?.k === 'fn') return ofMapped(here, first.id, steps);
  }
  if (name === 'String' || name === 'encodeURIComponent')
    return first === undefined ? [] : toldBy(here, first, steps - 1);
  if (name === 'readBody' || name === 'readRawBody') return only('body');
  return ofRow(here, e) ?? [];
};

const ofMapped = (here: Here, id: number, steps: number): Telling[] => {
  const fn = here.m.fns[id];
  const last = fn?.body.at(-1);
  return fn === undefined || last?.s !== 'return' || last.e === undefined
    ? []
    : toldBy({ ...here, fn }, last.e, steps - 1);
};

/** A row of a person, or the members of it that were asked for. Undefined for what reads no such row. */
const ofRow = ({ program, m, fn }: Here, value: Expr): Telling[] | undefined => {
  const call = value.k === 'await' ? value.e : value;
  if (call.k !== 'call') return undefined;
  if (/^(?:count|aggregate|groupBy|countDocuments|estimatedDocumentCount|exists|distinct)$/.test(nameOf(call.f)))
    return undefined;
  const touch = touchOf(program, m, fn, call);
  if (touch === undefined || touch.deed === 'delete' || !isPeople(touch.model)) return undefined;
  const asked = askedFor(call);
  return asked === undefined ? only('user') : asked.flatMap((name) => only(saysOf(name)));
};

/** The columns that a query asks for; undefined for all. */
const askedFor = (call: Extract<Expr, { k: 'call' }>): string[] | undefined => {
  for (let at: Expr = call, steps = 0; at.k === 'call' && steps < 30; steps++) {
    const select = nameOf(at.f) === 'select' ? at.a[0] : (propOf(at.a[0], 'select') ?? propOf(at.a[0], 'columns'));
    if (select?.k === 'obj') return select.props.flatMap(({ n }) => (typeof n === 'string' ? [n] : []));
    const text = textOf(select);
    if (text !== undefined) return text.includes('*') ? undefined : text.split(/[\s,]+/).filter((one) => one !== '');
    if (at.f.k !== 'mem') return undefined;
    at = at.f.o;
  }
  return undefined;
};
