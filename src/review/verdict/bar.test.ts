import { expect, test } from 'vitest';
import type { BarId } from '../../model/bar.ts';
import type { Check, Evaluation } from '../../model/check.ts';
import type { Waiver } from '../../model/target.ts';
import { runChecks, type CheckRun } from '../run-checks.ts';
import { checkOf, defectOf, evidenceOf, runsOf, waiverOf } from '../testing/literals.ts';
import { applyWaivers } from '../waivers.ts';
import { judgeBar } from './bar.ts';

const judged = (runs: readonly CheckRun[], waivers: readonly Waiver[] = [], restricted = false) => {
  const waived = applyWaivers(
    runs.flatMap((run) => run.findings),
    waivers,
    '2026-06-01',
  );
  const bar = judgeBar(runs, waived.findings, waived, restricted);
  return (id: BarId) => ({
    state: bar.states[id],
    reason: bar.reasons[id],
    entry: bar.unproven.find((item) => item.check === id),
  });
};

let serial = 0;
const proves = (evaluation: Evaluation, over: Partial<Check> = {}): Check => {
  serial += 1;
  return checkOf({ id: `secrets/number-${serial}`, ...over }, evaluation);
};

const silent = { unproven: 'The clone is shallow.', unlock: 'Fetch it.' };
const mild = [defectOf('mild', { severity: 'medium' })];

test('held by a pass, even beside checks that do not apply and findings that can wait', () => {
  expect(judged(runsOf(proves([])))('M2')).toEqual({ state: 'held', reason: '1 check passed.', entry: undefined });
  const beside = judged(runsOf(proves([]), proves('not-applicable'), proves(mild)))('M2');
  expect(beside).toMatchObject({ state: 'held', reason: '1 check passed; 1 finding can wait.' });
});

test('broken by an open must-fix finding, whatever else passed or is waived', () => {
  const runs = runsOf(proves([]), proves([defectOf('a'), defectOf('b')], { bar: ['M2', 'M7'] }));
  const item = judged(runs, [waiverOf('M2')])('M2');
  expect(item.state).toBe('broken');
  expect(item.reason).toBe('Broken by: A key is tracked (src/a.ts:3), and 1 more finding.');
});

test('unproven when a check could not tell, crashed, or only failed on what can wait', () => {
  const one = judged(runsOf(proves([]), proves(silent)))('M2');
  expect(one).toEqual({
    state: 'unproven',
    reason: '1 of 2 checks could not tell: The clone is shallow.',
    entry: undefined,
  });

  const crash = () => {
    throw new Error('bug');
  };
  const two = judged(runsOf(proves([]), checkOf({ id: 'secrets/crashes', evaluate: crash })))('M2');
  expect(two.state).toBe('unproven');
  expect(two.reason).toContain('secrets/crashes crashed, which is a fault of this program');

  const three = judged(runsOf(proves({ ...silent, defects: mild }), proves([])))('M2');
  expect(three.state).toBe('unproven');

  const four = judged(runsOf(proves(mild)))('M2');
  expect(four).toMatchObject({
    state: 'unproven',
    reason: 'No check that proves it passed: 1 finding that can wait is open.',
  });
  expect(four.entry?.unlock).toContain('Fix what is open');
});

test('nothing to look at is not a pass', () => {
  const item = judged(runsOf(proves('not-applicable')))('M2');
  expect(item.state).toBe('unproven');
  expect(item.entry?.reason).toBe('Nothing was found that its checks could look at.');
});

test('an item without a check says so and how to attest it', () => {
  const item = judged(runsOf(proves([])))('M8');
  expect(item).toMatchObject({
    state: 'unproven',
    reason: 'Launch Ready has no check for it yet: make sure of it yourself.',
    entry: { bar: ['M8'] },
  });
  expect(item.entry?.unlock).toContain('add a waiver for M8 with an owner and an end date');
});

test('a waiver attests an item, and one that ended is named', () => {
  expect(judged([], [waiverOf('M8')])('M8')).toEqual({
    state: 'waived',
    reason: 'Waived by Ann until 2026-06-30: Known and watched.',
    entry: undefined,
  });
  const ended = judged([], [waiverOf('M8', { until: '2026-05-31' })])('M8');
  expect(ended.state).toBe('unproven');
  expect(ended.entry?.reason).toBe(
    'Launch Ready has no check for it yet: make sure of it yourself. The waiver of Ann ended on 2026-05-31.',
  );
});

test('a proven item is held although it was waived', () => {
  expect(judged(runsOf(proves([])), [waiverOf('M2')])('M2').state).toBe('held');
});

test('waived when the only must-fix findings are waived', () => {
  const runs = runsOf(proves([]), checkOf({ id: 'secrets/known' }, [defectOf('a'), defectOf('b')]));
  const item = judged(runs, [waiverOf('secrets/known')])('M2');
  expect(item.state).toBe('waived');
  expect(item.reason).toBe('Waived by Ann until 2026-06-30: Known and watched; 2 findings are waived in all.');
});

test('a waived finding does not answer for a check that could not tell', () => {
  const runs = runsOf(proves(silent), checkOf({ id: 'secrets/known' }, [defectOf('a')]));
  expect(judged(runs, [waiverOf('secrets/known')])('M2').state).toBe('unproven');
  expect(judged(runs, [waiverOf('secrets/known'), waiverOf('M2')])('M2').state).toBe('waived');
});

test('an item whose only finding can wait and is waived is waived', () => {
  expect(judged(runsOf(checkOf({ id: 'secrets/known' }, mild)), [waiverOf('secrets/known')])('M2').state).toBe(
    'waived',
  );
});

test('what a filter left out is unproven, in whole or in part', () => {
  const checks = [proves([], { id: 'a/one' }), proves([], { id: 'a/two' }), proves([], { id: 'b/three', bar: ['M7'] })];
  const bar = judged(runChecks(checks, evidenceOf(), { only: ['a/one'] }), [], true);
  expect(bar('M2')).toMatchObject({ state: 'unproven', reason: 'Not looked at in full: 1 of 2 checks did not run.' });
  expect(bar('M7')).toMatchObject({ state: 'unproven', reason: 'Not looked at in this run.' });
  expect(bar('M7').entry?.unlock).toContain('without --only and --stage');
  expect(bar('M8').reason).toBe('Launch Ready has no check for it yet: make sure of it yourself.');
});

test('a restricted run that hands over its own checks only cannot tell that there is no check', () => {
  expect(judged(runsOf(proves([])), [], true)('M8').reason).toBe('Not looked at in this run.');
});
