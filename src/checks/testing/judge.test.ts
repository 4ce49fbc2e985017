import { describe, expect, test } from 'vitest';
import { defineCheck } from '../../model/check.ts';
import type { Defect, Fix } from '../../model/finding.ts';
import type { Fixture } from './fixture.ts';
import { judgeFixture } from './judge.ts';

const defect: Defect = { key: 'a', where: { path: 'a.ts', line: 3 }, proof: { kind: 'file', text: 'It is there.' } };

const aCheck = (
  found: () => readonly Defect[] | 'not-applicable',
  fix: Fix = { steps: ['Mend it.'], verify: 'true' },
) =>
  defineCheck({
    id: 'audit/sample',
    stage: 'audit',
    bar: [],
    severity: 'high',
    effort: 'hour',
    title: { pass: 'All is well', fail: 'Something is wrong' },
    why: 'It matters.',
    references: [],
    needs: ['repo.summary'],
    evaluate: found,
    fix: () => fix,
  });

const bad = (changes: Partial<Fixture> = {}): Fixture => ({
  file: 'bad/a.json',
  note: 'A case',
  evidence: { 'repo.summary': {} },
  expect: [{ title: 'Something is wrong', severity: 'high', where: { path: 'a.ts' } }],
  ...changes,
});

test('a stated defect is right, and members of `where` that are not stated are free', () => {
  expect(
    judgeFixture(
      aCheck(() => [defect]),
      bad(),
      'bad',
    ),
  ).toEqual([]);
});

describe('complains about', () => {
  const failing = aCheck(() => [defect]);
  const where = { path: 'a.ts' };

  test.each<[string, Fixture]>([
    ['another title', bad({ expect: [{ title: 'Other', severity: 'high', where }] })],
    ['another severity', bad({ expect: [{ title: 'Something is wrong', severity: 'low', where }] })],
    ['another place', bad({ expect: [{ title: 'Something is wrong', severity: 'high', where: { path: 'b.ts' } }] })],
    [
      'a member that is not there',
      bad({ expect: [{ title: 'Something is wrong', severity: 'high', where: { commit: 'c' } }] }),
    ],
    [
      'a defect too few',
      bad({ expect: [...(bad().expect ?? []), { title: 'Something is wrong', severity: 'high', where }] }),
    ],
    ['nothing stated', bad({ expect: [] })],
    ['an outcome that is not unproven', bad({ unproven: 'not read' })],
    ['missing evidence', bad({ evidence: {} })],
    ['evidence that it does not need', bad({ evidence: { 'repo.summary': {}, 'env.files': {} } })],
    ['an empty note', bad({ note: ' ' })],
  ])('%s', (_, fixture) => {
    expect(judgeFixture(failing, fixture, 'bad')).toHaveLength(1);
  });

  test('a good one that fails, and one that does not apply without saying so', () => {
    const { expect: _, ...good } = bad();
    expect(judgeFixture(failing, good, 'good')).toHaveLength(1);
    expect(
      judgeFixture(
        aCheck(() => 'not-applicable'),
        good,
        'good',
      ),
    ).toHaveLength(1);
    expect(
      judgeFixture(
        aCheck(() => 'not-applicable'),
        { ...good, outcome: 'not-applicable' },
        'good',
      ),
    ).toEqual([]);
  });

  test('two defects of one key', () => {
    const expected = bad().expect ?? [];
    expect(
      judgeFixture(
        aCheck(() => [defect, defect]),
        bad({ expect: [...expected, ...expected] }),
        'bad',
      ),
    ).toEqual(['two defects have the key "a"']);
  });

  test('a fix without steps or without a command', () => {
    expect(
      judgeFixture(
        aCheck(() => [defect], { steps: [], verify: 'true' }),
        bad(),
        'bad',
      ),
    ).toEqual(['the fix has no step']);
    expect(
      judgeFixture(
        aCheck(() => [defect], { steps: ['Mend it.'] }),
        bad(),
        'bad',
      ),
    ).toEqual(['the fix has no command that verifies it']);
  });
});

test('a check that answers differently the second time is found out', () => {
  let turn = 0;
  expect(() =>
    judgeFixture(
      aCheck(() => (turn++ === 0 ? [defect] : [])),
      bad(),
      'bad',
    ),
  ).toThrow('two answers');
});
