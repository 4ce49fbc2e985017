import { expect, it } from 'vitest';
import { counted, joined } from './count.ts';
import { effortText } from './effort.ts';
import { money } from './money.ts';
import { placeText } from './place.ts';
import { dateText, durationText, timingsOf } from './time.ts';

it('counts and joins as one writes', () => {
  expect([counted(1, 'finding'), counted(1200, 'finding'), counted(2, 'entry', 'entries')]).toEqual([
    '1 finding',
    '1,200 findings',
    '2 entries',
  ]);
  expect([joined([]), joined(['a']), joined(['a', 'b']), joined(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

it('says how long a fix takes', () => {
  expect([effortText('minutes'), effortText('hour'), effortText('days')]).toEqual([
    'about 15 min',
    'about 1 h',
    'about 20 h',
  ]);
});

it('prints money of unknown currencies too', () => {
  expect([money(1200, 'USD'), money(1200, 'moons')]).toEqual(['$1,200', '1,200 moons']);
});

it('names a place by all that is known of it', () => {
  expect(placeText({ path: '.env', line: 3, column: 7, commit: '1a2b3c4d5e6f7a8b9c' })).toBe(
    '.env:3:7, commit 1a2b3c4d5e6f',
  );
  expect(placeText({ method: 'GET', url: 'https://a.test/x' })).toBe('GET https://a.test/x');
  expect(placeText({ host: 'a.test', record: 'TXT' })).toBe('a.test TXT');
  expect(placeText({})).toBe('');
});

it('prints durations and dates', () => {
  expect([0.4, 840, 3210, 125_000].map(durationText)).toEqual(['0 ms', '840 ms', '3.2 s', '2 min 05 s']);
  expect([dateText('2026-11-24T03:12:44.120Z'), dateText('yesterday')]).toEqual(['2026-11-24 03:12 UTC', 'yesterday']);
});

it('takes the total as given, or adds it up', () => {
  expect(timingsOf({ a: 2, b: 5, total: 6 })).toEqual({
    steps: [
      { name: 'a', milliseconds: 2 },
      { name: 'b', milliseconds: 5 },
    ],
    total: 6,
    slowest: { name: 'b', milliseconds: 5 },
  });
  expect(timingsOf({ a: 2, b: 5 }).total).toBe(7);
});

it('names the steps of a run in words', () => {
  const { steps } = timingsOf({ 'repo.summary': 900, 'env.files': 30, 'pipeline.files': 2, checks: 1 });
  expect(steps.map((step) => step.name)).toEqual(['secrets scan', 'environment files', 'CI and hooks', 'checks']);
});
