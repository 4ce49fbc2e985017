import type { RawEndpoint, Step } from '../endpoints/raw.ts';
import type { Expr } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { Evaluator } from './evaluator.ts';
import type { Happening } from './events.ts';
import type { Frame } from './frame.ts';
import { KIND, val, type Kinds, type Val } from './kinds.ts';

/** What was seen of a step when it was followed. */
export interface Followed {
  value: Val;
  /** How many functions it came to, which were run. */
  runs: number;
  /** What each of them gave back. */
  given: readonly Kinds[];
  happened: readonly Happening[];
  /** How much of that happened when it was made, before it was run. */
  made: number;
  /** Something on the way depended on who asks. */
  asked: boolean;
  spent: boolean;
}

const followed = new WeakMap<Program, Map<Expr, Map<string, Followed>>>();

/** Runs a step with what its framework calls it with. Steps that many endpoints share are followed once. */
export const follow = (program: Program, raw: RawEndpoint, step: Step): Followed => {
  // What a handler is given depends on its path as well.
  if (step.by === 'handler') return run(program, raw, step);
  const all = followed.get(program) ?? new Map<Expr, Map<string, Followed>>();
  const byCaller = all.get(step.e) ?? new Map<string, Followed>();
  const caller = `${raw.framework} ${raw.kind} ${raw.method} ${step.fn?.id ?? ''}`;
  const found = byCaller.get(caller) ?? run(program, raw, step);
  byCaller.set(caller, found);
  all.set(step.e, byCaller);
  followed.set(program, all);
  return found;
};

const run = (program: Program, raw: RawEndpoint, step: Step): Followed => {
  const evaluator = new Evaluator(program, raw.method);
  const frame: Frame = { m: step.m, fn: step.fn, args: [], locals: new Map(), around: undefined, depth: 0, maybe: 0 };
  const value = evaluator.eval(step.e, frame);
  const made = evaluator.happened.length;
  const runs = [value, ...(value.items ?? [])].flatMap(({ call }) => call ?? []);
  const given = runs.map((one) => evaluator.run(one, argumentsOf(raw, step), 0, 0).value.kinds);
  const { happened, asked, spent } = evaluator;
  return { value, runs: runs.length, given, happened, made, asked, spent };
};

const INPUT = val(KIND.INPUT);
const PRINCIPAL = val(KIND.PRINCIPAL);
const REQUEST = val(KIND.REQUEST);
const SECOND: Val = { kinds: 0, props: { locals: PRINCIPAL, params: INPUT, request: REQUEST, context: REQUEST } };

/** Actions are called with what is sent; those of a builder with its context beside it, those of forms with the request. */
const argumentsOfAction = ({ framework, path, steps }: RawEndpoint): Val[] => {
  if (framework === 'react-router' || (framework === 'sveltekit' && !path.includes('#'))) return [REQUEST, SECOND];
  if (framework === 'astro') return [INPUT, REQUEST];
  return steps.some(({ by }) => by === 'base')
    ? [{ kinds: 0, props: { ctx: REQUEST, parsedInput: INPUT, input: INPUT, clientInput: INPUT } }]
    : Array.from({ length: 8 }, () => INPUT);
};

/** What a step is called with, by the way in which the framework calls it. */
const argumentsOf = (raw: RawEndpoint, { by, e, m }: Step): Val[] => {
  const { kind, framework } = raw;
  const fn = e.k === 'fn' ? m.fns[e.id] : undefined;
  // NestJS tells by decorators what each parameter is, of controllers and of resolvers.
  if (framework === 'nestjs' || fn?.params.some(({ decorators }) => decorators !== undefined) === true)
    return (fn?.params ?? []).map(({ decorators = [] }) => {
      const names = decorators.map(({ e: one }) =>
        one.k === 'call' && one.f.k === 'id' ? one.f.n : one.k === 'id' ? one.n : '',
      );
      if (names.some((name) => /user|principal|session|auth|account|jwt|claims/i.test(name))) return PRINCIPAL;
      if (names.some((name) => /^(?:Req|Request|Context|Ctx)$/.test(name))) return REQUEST;
      if (names.some((name) => /^(?:Parent|Root)$/.test(name))) return val(KIND.ROW);
      return names.length > 0 ? INPUT : REQUEST;
    });
  if (kind === 'action' && by === 'handler') return argumentsOfAction(raw);
  if (kind === 'procedure')
    return [{ kinds: 0, props: { ctx: REQUEST, input: INPUT, rawInput: INPUT, getRawInput: INPUT } }];
  if (kind === 'resolver') return fn?.name === 'canActivate' ? [REQUEST] : [val(KIND.ROW), INPUT, REQUEST];
  return [REQUEST, SECOND];
};
