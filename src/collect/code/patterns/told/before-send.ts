import type { Expr } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { expressionsIn, expressionsOf, textOf } from '../../visit.ts';
import type { Told } from './names.ts';

/** What a hook takes out of everything that is sent: names, or all that a function of its kind is known for. */
interface Hook {
  words: ReadonlySet<string>;
  isThorough: boolean;
}

const HOOKS =
  /^(?:beforeSend|before_send|sanitize_properties|onError|beforeSendTransaction|property_denylist|property_blacklist)$/;
const THOROUGH = /redact|scrub|mask|saniti|anonym|strip|omit|clean|filter/i;

const known = new WeakMap<Program, Hook>();

const hookOf = (program: Program): Hook => {
  const found = known.get(program);
  if (found !== undefined) return found;
  const words = new Set<string>();
  let isThorough = false;
  for (const m of program.modules.values()) {
    if (
      !m.imports.some(({ from }) => /sentry|bugsnag|rollbar|honeybadger|datadog|posthog|mixpanel|amplitude/.test(from))
    )
      continue;
    for (const { e, fn } of expressionsOf(m)) {
      if (e.k !== 'obj') continue;
      for (const { n, v } of e.props) {
        if (typeof n !== 'string' || !HOOKS.test(n)) continue;
        const ref = program.resolve(m, fn, v);
        const body: Iterable<Expr> = ref.r === 'fn' ? expressionsIn(ref.fn.body) : v.k === 'arr' ? v.e : [];
        for (const one of body) {
          const word = removed(one) ?? (v.k === 'arr' ? textOf(one) : undefined);
          if (word !== undefined) words.add(word.toLowerCase());
          if (one.k === 'call' && THOROUGH.test(nameOf(one.f))) isThorough = true;
        }
      }
    }
  }
  const hook = { words, isThorough };
  known.set(program, hook);
  return hook;
};

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');

/** `email` of `delete event.user.email` and of `event.user.email = undefined`. */
const removed = (e: Expr): string | undefined => {
  const target = e.k === 'un' && e.op === 'delete' ? e.e : e.k === 'assign' && 'k' in e.l ? e.l : undefined;
  return target?.k === 'mem' && typeof target.p === 'string' ? target.p : undefined;
};

const NAMES: Readonly<Partial<Record<Told, string>>> = { body: 'data', headers: 'headers', user: 'user' };

/** A hook of the set-up takes it out before it is sent. */
export const isTakenOut = (program: Program, told: Told): boolean => {
  const { words, isThorough } = hookOf(program);
  return isThorough || words.has(NAMES[told] ?? told) || (told === 'email' && words.has('user'));
};
