import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { textOf } from '../visit.ts';

const MAX_STEPS = 8;

/** A text that may be put together of constants: `` `${BASE}/orders` ``, `PREFIX + '/x'`. Undefined when a part of it is only known at run time. */
export const constantText = (
  program: Program,
  m: Module,
  fn: Fn | undefined,
  e: Expr | undefined,
  steps = MAX_STEPS,
): string | undefined => {
  if (e === undefined || steps <= 0) return undefined;
  const own = textOf(e);
  if (own !== undefined) return own;
  if (e.k === 'tpl' && e.tag === undefined) {
    let text = e.texts[0] ?? '';
    for (const [index, part] of e.e.entries()) {
      const inner = constantText(program, m, fn, part, steps - 1);
      if (inner === undefined) return undefined;
      text += inner + (e.texts[index + 1] ?? '');
    }
    return text;
  }
  if (e.k === 'bin' && e.op === '+') {
    const [left, right] = [e.l, e.r].map((one) => constantText(program, m, fn, one, steps - 1));
    return left === undefined || right === undefined ? undefined : left + right;
  }
  if (e.k !== 'id' && e.k !== 'mem' && e.k !== 'call') return undefined;
  const ref = program.resolve(m, fn, e);
  if (ref.r === 'value' && ref.e !== e) return constantText(program, ref.m, ref.fn, ref.e, steps - 1);
  return undefined;
};

/** One or several, as `app.get(['/a', '/b'], …)` has them. */
export const constantTexts = (
  program: Program,
  m: Module,
  fn: Fn | undefined,
  e: Expr | undefined,
): string[] | undefined => {
  if (e?.k === 'arr') {
    const all = e.e.map((one) => constantText(program, m, fn, one));
    return all.every((one) => one !== undefined) ? all : undefined;
  }
  const one = constantText(program, m, fn, e);
  return one === undefined ? undefined : [one];
};

/** Two parts of a path as one: a slash between them, none at the end. */
export const joinPath = (...parts: readonly string[]): string => {
  const joined = `/${parts.join('/')}`.replaceAll(/\/{2,}/g, '/');
  return joined.length > 1 ? joined.replace(/\/$/, '') : joined;
};

/** Parameters as `:id`, `:id(\\d+)`, `:id?`, `*name`, `{/:id}` and `*` in braces. */
export const inBraces = (path: string): string => {
  let rest = 0;
  return path
    .replaceAll(/\{(\/?:[^{}]*)\}/g, '$1')
    .replaceAll(/:(\w+)(?:\((?:[^()]|\([^()]*\))*\))?(?:\{(?:[^{}]|\{[^{}]*\})*\})?[?*+]?/g, '{$1}')
    .replaceAll(/\*(\w+)/g, '{$1}')
    .replaceAll(/\(\.\*\)|\*/g, () => `{rest${rest++ === 0 ? '' : rest}}`);
};
