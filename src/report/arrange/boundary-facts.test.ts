import { expect, it } from 'vitest';
import { sampleBoundary } from '../testing/sample-boundary.ts';
import { boundaryFacts } from './boundary-facts.ts';

const sample = sampleBoundary();
const textOf = (name: string, over: Partial<typeof sample.run>): string | undefined =>
  boundaryFacts({ ...sample, run: { ...sample.run, ...over } }).find((fact) => fact.name === name)?.text;

it('says who took part, and when nobody did', () => {
  expect(textOf('Actors', { actors: [] })).toBe('nobody was logged in, so only what a visitor sees was tried');
  const actor = { name: 'a', role: 'seller', tenant: 'a', via: 'header' } as const;
  expect(textOf('Actors', { actors: [{ ...actor, state: 'never' }] })).toBe(
    '1 account (seller) and nobody; a never got in',
  );
});

it('says what is left in the app', () => {
  expect(textOf('Made', { made: 0, removed: 0, left: [] })).toBe('nothing was made in the app');
  expect(textOf('Made', { made: 3, removed: 3, left: [] })).toBe('3 objects made, all removed again');
});

it('says that it was stopped', () => {
  expect(textOf('Stopped', {})).toBeUndefined();
  expect(textOf('Stopped', { stopped: 'the budget was spent' })).toBe(
    'before it was through: the budget was spent. What was not reached is unproven.',
  );
});
