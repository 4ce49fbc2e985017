import { expect, test } from 'vitest';
import { chooser, matchChecks } from './match-checks.ts';
import { checkOf } from './testing/literals.ts';

const checks = [
  checkOf({ id: 'secrets/git-history', bar: ['M2'] }),
  checkOf({ id: 'secrets/env/shared', bar: ['M7'] }),
  checkOf({ id: 'edge/tls', stage: 'edge', bar: ['M3', 'M2'] }),
];

const ids = (...only: readonly string[]): readonly string[] | string => {
  const matched = matchChecks(checks, only);
  return matched.ok ? matched.value.map((check) => check.id) : matched.error;
};

test('matches an id, a prefix, a bar item and a stage', () => {
  expect(ids('edge/tls')).toEqual(['edge/tls']);
  expect(ids('secrets/*')).toEqual(['secrets/git-history', 'secrets/env/shared']);
  expect(ids('secrets/env/*')).toEqual(['secrets/env/shared']);
  expect(ids('M2')).toEqual(['secrets/git-history', 'edge/tls']);
  expect(ids('m7')).toEqual(['secrets/env/shared']);
  expect(ids('edge')).toEqual(['edge/tls']);
  expect(ids('S4')).toEqual(['secrets/git-history', 'secrets/env/shared']);
});

test('joins several names, in the order of the checks and once each', () => {
  expect(ids('edge/tls', 'M2', 'edge')).toEqual(['secrets/git-history', 'edge/tls']);
});

test('knows stages and bar items that no check has yet', () => {
  expect(ids('monitor')).toEqual([]);
  expect(ids('M8')).toEqual([]);
});

test('names what it does not know and offers the nearest', () => {
  expect(ids('edge/tsl', 'M2', 'nothing-like-it/*')).toBe(
    'There is no check, stage or bar item named "edge/tsl". Did you mean edge/tls?\n' +
      'There is no check, stage or bar item named "nothing-like-it/*". See `npx launch-ready list`.',
  );
});

test('offers a folder for a mistyped folder', () => {
  expect(ids('sercets/*')).toContain('Did you mean secrets/*?');
});

test('a part of an id or a hostile name is not a match', () => {
  expect(ids('secrets/git')).toContain('no check');
  expect(ids('\u001b[31m\n')).not.toContain('\u001b');
});

test('the filter takes what both lists allow; empty lists allow all', () => {
  const chosen = (filter: Parameters<typeof chooser>[1]) =>
    checks.filter(chooser(checks, filter)).map((check) => check.id);
  expect(chosen({ only: ['M2'], stages: ['edge'] })).toEqual(['edge/tls']);
  expect(chosen({ only: [], stages: [] })).toHaveLength(3);
  expect(chosen({ only: ['no/such'] })).toEqual([]);
});
