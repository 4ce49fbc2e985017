import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { exportWritten, written, type Written } from '../files/written.ts';
import type { Step } from '../raw.ts';

const SEQUENCE = '@sveltejs/kit/hooks:sequence';

/** What `hooks.server` puts in front of every request: `handle`, and in a sequence each of its parts. https://svelte.dev/docs/kit/hooks */
export const handleSteps = (program: Program, hooks: Module | undefined): Step[] => {
  const handle = hooks === undefined ? undefined : exportWritten(program, hooks, 'handle');
  return handle === undefined ? [] : partsOf(program, handle, 8);
};

const partsOf = (program: Program, place: Written, depth: number): Step[] => {
  const at = written(program, place);
  if (depth > 0 && at.e.k === 'call' && pathOf(program.resolve(at.m, at.fn, at.e.f)) === SEQUENCE)
    return at.e.a.flatMap((e) => partsOf(program, { ...at, e: e.k === 'spread' ? e.e : e }, depth - 1));
  if (depth > 0 && at.e.k === 'arr') return at.e.e.flatMap((e) => partsOf(program, { ...at, e }, depth - 1));
  return [{ ...at, by: 'middleware' }];
};
