import { expect, it } from 'vitest';
import { groupUnlocks } from './unlocks.ts';

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
