import { expect, it } from 'vitest';
import { byReason, groupUnlocks } from './unlocks.ts';

const item = (check: string, unlock: string) => ({ check, unlock, reason: 'No answer.', bar: [] });

it('groups items that the same thing settles', () => {
  const items = [item('x/a', 'Give a URL.'), item('x/b', 'Sign in.'), item('x/c', 'Give a URL.')];
  expect(groupUnlocks(items)).toEqual([
    { unlock: 'Give a URL.', items: [items[0], items[2]] },
    { unlock: 'Sign in.', items: [items[1]] },
  ]);
});

it('groups unlocks that differ only in the name of their item', () => {
  const items = [item('M1', 'Waive M1 in the config.'), item('M10', 'Waive M10 in the config.')];
  expect(groupUnlocks(items).map((group) => group.unlock)).toEqual(['Waive M1 and M10 in the config.']);
});

it('makes one command of many checks of one stage', () => {
  const items = Array.from({ length: 7 }, (_, index) =>
    item(`boundary/c${index}`, `Run \`npx launch-ready --only boundary/c${index}\`.`),
  );
  expect(groupUnlocks(items).map((group) => group.unlock)).toEqual(['Run `npx launch-ready --only boundary`.']);
  expect(groupUnlocks(items.slice(5)).map((group) => group.unlock)).toEqual([
    'Run `npx launch-ready --only boundary/c5,boundary/c6`.',
  ]);
});

it('keeps items of one reason together', () => {
  const items = [item('x/a', ''), { ...item('x/b', ''), reason: 'Other.' }, item('x/c', '')];
  expect(byReason(items)).toEqual([
    ['No answer.', ['x/a', 'x/c']],
    ['Other.', ['x/b']],
  ]);
});
