import { expect, test } from 'vitest';
import { barOf, findingOf } from '../testing/literals.ts';
import { verdict } from './verdict.ts';

test('NO-GO names the worst finding and counts the others', () => {
  expect(verdict([findingOf()], barOf('held'))).toEqual({
    decision: 'NO-GO',
    reason: 'A key is tracked (src/a.ts:3) must be fixed before launch.',
  });
  const findings = [
    findingOf({ title: 'Worst' }),
    findingOf(),
    findingOf({ mustFix: false }),
    findingOf({ state: 'waived' }),
  ];
  expect(verdict(findings, barOf('unproven')).reason).toBe(
    'Worst (src/a.ts:3), and 1 more must be fixed before launch.',
  );
});

test('UNDECIDED names what weighs most and counts it', () => {
  const bar = barOf('held', { M8: 'unproven', M10: 'unproven', M13: 'unproven' });
  expect(verdict([], bar)).toEqual({
    decision: 'UNDECIDED',
    reason:
      'Nothing found that must stop the launch, but 3 of 13 bar items are not proven: M10 User isolation between sellers, ' +
      'M8 Uptime monitoring, so outages are seen before customers complain and 1 more.',
  });
  expect(verdict([], barOf('held', { M1: 'unproven' })).reason).toContain('1 of 13 bar items is not proven: M1');
});

test('UNDECIDED says why the weightiest item is open, cut behind a case', () => {
  const bar = barOf('held', { M1: 'unproven', M8: 'unproven' });
  const reason = `2 of 9 checks could not tell: 3 operations were not tested: ${'POST /api/orders/{id}/refund (no order was paid); '.repeat(9)}`;
  const said = verdict([], bar, { M1: reason, M8: 'No check.' }).reason;
  expect(said).toContain(
    ' M1: 2 of 9 checks could not tell: 3 operations were not tested: POST /api/orders/{id}/refund',
  );
  expect(said).toMatch(/\(no order was paid\) …$/);
  expect(said).not.toContain('No check.');
});

test('UNDECIDED of a part says what of it is open, and counts what was left out', () => {
  const bar = barOf('unproven', { M3: 'held', M4: 'held' });
  const others = Object.keys(bar).filter((id) => !['M3', 'M4', 'M5'].includes(id)) as (keyof typeof bar)[];
  expect(verdict([], bar, { M1: 'Not looked at.', M5: 'Nobody told who fronts it.' }, others).reason).toBe(
    'Nothing found that must stop the launch, but 1 of 13 bar items is not proven: M5 Cloudflare or an equivalent in front of public traffic. ' +
      'M5: Nobody told who fronts it. 10 bar items were left out of this run.',
  );
  expect(verdict([], { ...bar, M5: 'held' }, {}, others).reason).toBe(
    'Nothing found that must stop the launch in the part that was looked at: 3 bar items are held. 10 bar items were left out of this run.',
  );
});

test('GO says what is held and what is waived', () => {
  expect(verdict([], barOf('held'))).toEqual({
    decision: 'GO',
    reason: 'All 13 bar items are held and nothing open must be fixed first.',
  });
  const bar = barOf('held', { M8: 'waived', M5: 'waived' });
  expect(verdict([], bar).reason).toBe(
    'Nothing open must be fixed first: 11 of 13 bar items are held, M8 and M5 are waived.',
  );
});
