import { expect, test } from 'vitest';
import type { BarId } from '../model/bar.ts';
import { nextCommand } from './next.ts';
import { barOf, findingOf } from './testing/literals.ts';

const item = (check: string, unlock: string, ...bar: readonly BarId[]) => ({ check, reason: '', unlock, bar });
const undecided = (...items: readonly ReturnType<typeof item>[]) =>
  nextCommand('UNDECIDED', [], items, barOf('unproven', { M3: 'held' }));

test('NO-GO explains the worst finding, GO keeps what is known', () => {
  expect(nextCommand('NO-GO', [findingOf(), findingOf({ check: 'a/b' })], [], barOf('broken'))).toBe(
    'npx launch-ready explain secrets/tracked-key',
  );
  expect(nextCommand('GO', [], [], barOf('held'))).toBe('npx launch-ready --save-baseline');
});

test('UNDECIDED runs what settles most points', () => {
  const few = item('secrets/history', 'Run `git fetch --unshallow` first.', 'M7');
  expect(undecided(few)).toBe('git fetch --unshallow');
  expect(undecided(few, item('secrets/other', 'Ask.', 'M2'))).toBe('npx launch-ready explain secrets/other');
  const again = [item('a/b', '`git fetch --unshallow`', 'M8'), item('a/c', '`git fetch --unshallow`', 'M7')];
  expect(undecided(few, item('secrets/other', 'Ask.', 'M2'), ...again)).toBe('git fetch --unshallow');
  expect(undecided(item('M1', 'Run `npx launch-ready review` without --only and --stage.', 'M1'))).toBe(
    'npx launch-ready review',
  );
});

test('items without a check lead to the config, where they can be attested', () => {
  expect(undecided(item('M8', 'Add a waiver.', 'M8'))).toBe('npx launch-ready init');
});

test('what is not unproven any more does not count', () => {
  expect(undecided(item('edge/tls', 'Ask.', 'M3'), item('M8', '', 'M8'))).toBe('npx launch-ready init');
});

test.each([
  '`git fetch --upload-pack=evil`',
  '`npx launch-ready; rm -rf /`',
  '`npx launch-ready $(id)`',
  '`curl x.test`',
  'git fetch --unshallow',
])('never hands on a command that is not plainly ours: %s', (unlock) => {
  expect(undecided(item('a/b', unlock, 'M2'))).toBe('npx launch-ready explain a/b');
});

test('an id that is none is not put into a command', () => {
  expect(nextCommand('NO-GO', [findingOf({ check: 'x; rm -rf /' })], [], barOf('broken'))).toBe(
    'npx launch-ready list',
  );
});

test('an app that was named and not looked at to the end is looked at again', () => {
  const again = 'npx launch-ready --target http://localhost:4000';
  const items = [item('boundary/a', 'Agree.', 'M1'), item('boundary/b', 'Let it finish.', 'M10'), item('M8', '', 'M8')];
  expect(nextCommand('UNDECIDED', [], items, barOf('unproven'), again)).toBe(again);
  expect(nextCommand('UNDECIDED', [], items, barOf('unproven'))).toBe('npx launch-ready explain boundary/a');
});
