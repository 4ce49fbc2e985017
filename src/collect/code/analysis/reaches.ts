import type { CodeFlow } from '../../../model/evidence/code.ts';
import type { Expr, Fn, Module } from '../ir.ts';
import { bindingOf } from '../program/scope.ts';
import { conditionsAround } from '../patterns/conditions.ts';
import { partsOf, textOf, within } from '../visit.ts';
import type { Happening } from './events.ts';

type Call = Extract<Happening, { h: 'call' }>;

/** Calls that run their first argument: as JavaScript, or as a line for the shell. */
const RUNS =
  /^(?:eval|globalThis\.eval|window\.eval|Function|child_process:(?:exec|execSync)|vm:(?:runInNewContext|runInThisContext|runInContext|compileFunction|Script)|(?:execa|execa:execaCommand(?:Sync)?|shelljs:exec|zx:\$))$/;
/** `promisify(exec)` has lost its name. */
const PROMISED = /^util:promisify\(\)$/;

/** Calls whose first argument is a file, and those of a framework that send one. */
const FILES =
  /^fs(?:\/promises)?:(?:promises\.)?(?:readFile|readFileSync|createReadStream|createWriteStream|writeFile|writeFileSync|appendFile|unlink|unlinkSync|rm|rmSync|rmdir|readdir|readdirSync|copyFile)$|^fs-extra:(?:readFile|createReadStream|writeFile|remove|unlink|readJson)$/;
const SENDS = /(?:^|\.)(?:sendFile|download)$/;

/** Calls whose result holds no path and no command any more, or only what a list lets through. */
const CLEANS =
  /^(?:basename|replace|replaceAll|parseInt|parseFloat|Number|Boolean|encodeURIComponent|slugify|sanitize\w*|clean\w*|safe\w*|escape\w*|quote|hash|digest|digestHash|createHash|toFixed|parse|safeParse|validate\w*|assert\w*|randomUUID|nanoid|uuid\w*|isValid\w*|find|has|get|resolve\w+)$/i;

/**
 * What the caller chose that is run, or that names a file; undefined for other calls, and for what was cleaned or looked at on the way. `isLookedAt`:
 * something that was sent was, where it cannot be told whether it was this.
 */
export const reachOf = (call: Call, isLookedAt: boolean): Pick<CodeFlow, 'to' | 'what'> | undefined => {
  const { path, m, e, at } = call;
  const isShell =
    PROMISED.test(path) &&
    m.imports.some(({ from, name }) => /^(?:node:)?child_process$/.test(from) && name === 'exec');
  const to =
    RUNS.test(path) || isShell
      ? 'code'
      : FILES.test(path) || (SENDS.test(path) && isWhole(m, fnAt(m, at), e))
        ? 'path'
        : undefined;
  if (to === undefined || e === undefined) return undefined;
  const fn = fnAt(m, at);
  const parts = partsBehind(m, fn, e);
  if (parts.some(cleans) || isTested(m, fn, e, parts)) return undefined;
  // What a function is handed may have been looked at by whoever calls it.
  if (
    isLookedAt &&
    !parts.some(
      (one) => one.k === 'mem' && one.o.k === 'mem' && one.o.o.k === 'id' && /^(?:req|request)$/.test(one.o.o.n),
    )
  )
    return undefined;
  return { to, what: isShell ? 'exec' : path.replace(/^.*:/, '') };
};

/** With a root of its own beside it, a name that leads out is refused: `sendFile(name, { root })`. A path that was put together has none. */
const isWhole = (m: Module, fn: Fn | undefined, e: Expr | undefined): boolean => {
  if (e?.k !== 'id') return e?.k === 'call' || e?.k === 'tpl' || e?.k === 'bin';
  const binding = bindingOf(m, fn, e.n);
  return (
    binding?.b === 'value' && binding.e?.k !== 'id' && binding.path.length === 0 && isWhole(m, binding.fn, binding.e)
  );
};

/** The innermost function around a line. */
const fnAt = (m: Module, line: number): Fn | undefined =>
  m.fns.filter(({ at, end }) => at <= line && line <= end).toSorted((a, b) => a.end - a.at - (b.end - b.at))[0];

/** An expression with all inside it, and with what the names in it stand for. */
const partsBehind = (m: Module, fn: Fn | undefined, e: Expr, steps = 6): Expr[] => {
  if (steps <= 0) return [e];
  const binding = e.k === 'id' ? bindingOf(m, fn, e.n) : undefined;
  const behind =
    binding?.b === 'value' && binding.e !== undefined ? partsBehind(m, binding.fn, binding.e, steps - 1) : [];
  return [e, ...behind, ...partsOf(e).flatMap((one) => partsBehind(m, fn, one, steps))];
};

const cleans = (e: Expr): boolean =>
  e.k === 'call' && CLEANS.test(e.f.k === 'id' ? e.f.n : e.f.k === 'mem' && typeof e.f.p === 'string' ? e.f.p : '');

const textual = (e: Expr): string =>
  e.k === 'id' ? e.n : e.k === 'mem' ? `${textual(e.o)}.${typeof e.p === 'string' ? e.p : (textOf(e.p) ?? '[]')}` : '';

/** A condition around it asks more of a part of it than whether it is there and a text: `LIST.includes(name)`, `file.startsWith(root)`. */
const isTested = (m: Module, fn: Fn | undefined, e: Expr, parts: readonly Expr[]): boolean => {
  const names = new Set(parts.map(textual).filter((one) => one !== ''));
  const holds = (one: Expr): boolean => names.has(textual(one));
  return conditionsAround(m, fn, e).some(({ test }) =>
    [...within(test)].some(
      (one) =>
        (one.k === 'call' && (one.a.some(holds) || (one.f.k === 'mem' && holds(one.f.o)))) ||
        (one.k === 'bin' && /^[!=]==?$/.test(one.op) && holds(one.l) && textOf(one.r) !== undefined),
    ),
  );
};
