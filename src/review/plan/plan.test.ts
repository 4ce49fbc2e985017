import { expect, test } from 'vitest';
import type { Finding } from '../../model/finding.ts';
import { configOf, findingOf } from '../testing/literals.ts';
import { planSprint } from './plan.ts';

const settings = configOf().plan;
const fixes = (effort: Finding['effort'], ...fingerprints: readonly string[]) =>
  fingerprints.map((fingerprint) => findingOf({ fingerprint, effort, where: { path: fingerprint } }));
const layout = (plan: ReturnType<typeof planSprint>) =>
  plan.blocks.map((block) => `${block.from}-${block.to} ${block.title}`);

test('nothing to fix: deploy, and say what is unproven', () => {
  const plan = planSprint([findingOf({ mustFix: false }), findingOf({ state: 'waived' })], settings, 2);
  expect(plan).toMatchObject({ sprint: 'deploy-only', mustFixHours: 0, canWaitHours: 1, capacityHours: 16 });
  expect(plan.cost).toEqual({ mustFix: 0, all: 120, currency: 'USD', ratePerHour: 120 });
  expect(plan.answer).toBe(
    'Not decided: nothing must be fixed first so far, but 2 bar items are unproven and may need more than a deploy-only sprint.',
  );
  expect(layout(plan)).toEqual(['0-1 Settle what is unproven and run the review again', '1-3 Deploy and watch']);
  expect(planSprint([], settings, 0).answer).toBe(
    'Yes: nothing found has to be fixed first, so a deploy-only sprint is enough.',
  );
});

test('what fits is a hardening sprint: rotate, fix, check, deploy', () => {
  const other = findingOf({ fingerprint: 'c', bar: ['M7'], effort: 'hours', where: { path: 'c' } });
  const plan = planSprint([other, ...fixes('hours', 'a', 'b')], settings, 0);
  expect(plan).toMatchObject({ sprint: 'launch-hardening', mustFixHours: 9, capacityHours: 16 });
  expect(plan.answer).toBe(
    'Yes: 3 must-fix findings take about 9 hours ($1,080 at $120 an hour), which together with 3 hours to check and deploy ' +
      'fits the 16 working hours of 1 engineer in 48 hours.',
  );
  expect(layout(plan)).toEqual([
    '0-6 Rotate exposed secrets and close the leaks',
    '6-8 Fix what must be fixed',
    '24-25 Fix what must be fixed (continued)',
    '25-26 Run the review again',
    '26-28 Deploy and watch',
  ]);
  expect(plan.blocks.map((block) => block.fingerprints)).toEqual([['a', 'b'], ['c'], ['c'], [], []]);
});

test('what is unproven comes on top of what was counted', () => {
  expect(planSprint(fixes('hour', 'a'), settings, 11).answer).toMatch(
    /in 48 hours\. 11 bar items are unproven; whatever is found behind comes on top\.$/,
  );
});

test('what does not fit is a rescue with its length and cost', () => {
  const plan = planSprint(fixes('day', 'a', 'b', 'c'), settings, 0);
  expect(plan.sprint).toBe('rescue');
  expect(plan.answer).toBe(
    'No: 3 must-fix findings take about 24 hours ($2,880 at $120 an hour), which together with 3 hours to check and deploy ' +
      'does not fit the 16 working hours of 1 engineer in 48 hours; plan a rescue sprint of about 4 working days.',
  );
  expect(layout(plan)).toEqual([
    '0-8 Rotate exposed secrets and close the leaks',
    '24-32 Rotate exposed secrets and close the leaks (continued)',
  ]);
});

test('the hours to check and deploy count: 13 fit in 16, more do not', () => {
  const thirteen = [...fixes('day', 'a'), ...fixes('hours', 'b'), ...fixes('hour', 'c', 'd')];
  expect(planSprint(thirteen, settings, 0).sprint).toBe('launch-hardening');
  expect(planSprint(thirteen, settings, 0).blocks.at(-1)?.to).toBe(32);
  expect(planSprint([...thirteen, ...fixes('minutes', 'e')], settings, 0).sprint).toBe('rescue');
});

test('more engineers work side by side', () => {
  const plan = planSprint(fixes('day', 'a', 'b'), { ...settings, engineers: 2 }, 0);
  expect(plan).toMatchObject({ sprint: 'launch-hardening', mustFixHours: 16, capacityHours: 32 });
  expect(plan.blocks[0]?.to).toBe(8);
});

test.each([0, -1, Number.NaN])('without hands (%s engineers) nothing fits and nothing is laid out', (engineers) => {
  const plan = planSprint(fixes('minutes', 'a'), { ...settings, engineers }, 0);
  expect(plan).toMatchObject({ sprint: 'rescue', capacityHours: 0, blocks: [] });
});
