import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { propOf } from '../../visit.ts';
import { constantText } from '../path-text.ts';
import { exportWritten, written, type Written } from '../files/written.ts';
import type { Step, Unresolved } from '../raw.ts';
import { matcherPattern, matches } from './matcher-pattern.ts';

/** The one middleware of an app and which paths it stands in front of. */
export interface Middleware {
  step: Step;
  /** Without a matcher: nothing is left out. */
  always: boolean;
  covers: (path: string) => 'all' | 'none' | { open: string };
  unresolved: readonly Unresolved[];
}

interface Pattern {
  pattern: string;
  /** Runs only for requests that have some header, cookie or query, or lack it: whoever asks chooses. */
  conditional: boolean;
  /** Took too long once. */
  isSlow?: true;
}

/** Reads `middleware.ts`, called `proxy.ts` since Next.js 16. https://nextjs.org/docs/app/api-reference/file-conventions/proxy */
export const readMiddleware = (program: Program, m: Module): Middleware | undefined => {
  const found = ['proxy', 'middleware', 'default']
    .map((name) => exportWritten(program, m, name))
    .find((one) => one !== undefined);
  if (found === undefined) return undefined;
  const step: Step = { ...found, by: 'matcher' };
  const config = exportWritten(program, m, 'config');
  const matcher = config === undefined ? undefined : propOf(config.e, 'matcher');
  if (config !== undefined && config.e.k !== 'obj')
    return openTo(step, m, config.e.at, 'the paths that the middleware runs for are put together at run time');
  if (config === undefined || matcher === undefined) return { step, always: true, covers: () => 'all', unresolved: [] };
  const patterns = patternsOf(program, { ...config, e: matcher });
  if (patterns === undefined)
    return openTo(step, m, matcher.at, 'the paths that the middleware runs for are put together at run time');
  return { step, always: false, covers: (path) => coverage(patterns, path), unresolved: [] };
};

const openTo = (step: Step, m: Module, at: number, what: string): Middleware => ({
  step,
  always: false,
  covers: () => ({ open: what }),
  unresolved: [{ what, m, at }],
});

const patternsOf = (program: Program, place: Written): Pattern[] | undefined => {
  const at = written(program, place);
  if (at.e.k === 'arr') {
    const all = at.e.e.map((e) => patternsOf(program, { ...at, e: e.k === 'spread' ? e.e : e }));
    return all.every((one) => one !== undefined) ? all.flat() : undefined;
  }
  const source = at.e.k === 'obj' ? propOf(at.e, 'source') : at.e;
  const text = constantText(program, at.m, at.fn, source);
  const pattern = text === undefined ? undefined : matcherPattern(text);
  if (pattern === undefined) return undefined;
  const conditional = at.e.k === 'obj' && (propOf(at.e, 'has') ?? propOf(at.e, 'missing')) !== undefined;
  return [{ pattern, conditional }];
};

/** Values for the parameters of a path: a word and a number. One that only some of them match is not said to be covered. */
const SAMPLES = ['a1b2', '42'];

const fits = (known: Pattern, path: string): boolean | undefined => {
  const answer = known.isSlow === true ? undefined : matches(known.pattern, path);
  if (answer === undefined) known.isSlow = true;
  return answer;
};

const coverage = (patterns: readonly Pattern[], path: string): ReturnType<Middleware['covers']> => {
  const asked = SAMPLES.map((sample) => path.replaceAll(/\{[^{}]*\}/g, sample));
  const answers = asked.map((one) => {
    const found = patterns.map((known) => ({ conditional: known.conditional, answer: fits(known, one) }));
    if (found.some(({ answer, conditional }) => answer === true && !conditional)) return 'all';
    if (found.some(({ answer }) => answer === undefined)) return 'slow';
    return found.some(({ answer }) => answer === true) ? 'some' : 'none';
  });
  if (answers.every((one) => one === 'all')) return 'all';
  if (answers.every((one) => one === 'none')) return 'none';
  if (answers.includes('slow')) return { open: 'a pattern of the middleware’s matcher takes too long' };
  return {
    open: answers.includes('some')
      ? 'the middleware runs for requests with certain headers, cookies or queries only'
      : 'the middleware runs for some values of the parameters only',
  };
};
