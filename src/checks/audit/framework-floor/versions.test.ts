import { expect, test } from 'vitest';
import { FLOORS } from './floors.ts';
import { compareVersions, isExact, rangeOf } from './versions.ts';

test('versions are ordered as semver has it', () => {
  const ordered = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0',
    '1.2.0',
    '1.10.0',
    '10.0.0',
  ];
  expect(ordered.toReversed().toSorted(compareVersions)).toEqual(ordered);
  expect(compareVersions('15.2.3', 'v15.2.3+build.5')).toBe(0);
  expect(compareVersions('link:../ui', '0.0.1')).toBeLessThan(0);
});

test.each([
  ['^15.0.0', ['15.0.0', '16.0.0']],
  ['~4.16.0', ['4.16.0', '4.17.0']],
  ['^0.6.1', ['0.6.1', '0.7.0']],
  ['^0.0.3', ['0.0.3', '0.0.4']],
  ['5.3.0', ['5.3.0', '5.3.1']],
  ['>=4 <6', undefined],
  ['latest', undefined],
  ['workspace:*', undefined],
])('what %s lets in', (declared, range) => expect(rangeOf(declared)).toEqual(range));

test('one version is asked for, or several', () => {
  expect(['5.3.0', '=5.3.0', '5.0.0-beta.3'].map(isExact)).toEqual([true, true, true]);
  expect(['^5.3.0', '5', '5.x', '*', 'npm:express@4.0.0'].map(isExact)).toEqual([false, false, false, false, false]);
});

test('every interval of the table has versions in it', () => {
  for (const { affected } of FLOORS)
    for (const [from, below] of affected) expect(compareVersions(from, below)).toBeLessThan(0);
});
