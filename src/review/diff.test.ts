import { expect, test } from 'vitest';
import { compare } from './diff.ts';
import { checkOf, defectOf, findingOf, runsOf } from './testing/literals.ts';

const before = (check: string, fingerprint: string) => ({ fingerprint, check, title: `old ${fingerprint}` });
const since = '2026-05-01T00:00:00.000Z';

test('a first run has no diff and all is new', () => {
  const findings = [findingOf()];
  expect(compare(findings, [], null)).toEqual({ findings, diff: null });
});

test('tells new from open, and leaves waived ones out', () => {
  const findings = [
    findingOf({ fingerprint: 'a' }),
    findingOf({ fingerprint: 'b' }),
    findingOf({ fingerprint: 'c', state: 'waived' }),
  ];
  const { findings: stated, diff } = compare(findings, [], {
    startedAt: since,
    findings: [before('x/y', 'a'), before('x/y', 'c')],
  });
  expect(stated.map((finding) => finding.state)).toEqual(['open', 'new', 'waived']);
  expect(diff).toEqual({ since, new: ['b'], open: ['a'], fixed: [], unknown: [] });
});

test('only a check that came to an answer can have its finding fixed', () => {
  const silent = { unproven: 'shallow', unlock: 'Fetch.' };
  const crash = () => {
    throw new Error('bug');
  };
  const runs = [
    ...runsOf(
      checkOf({ id: 'a/pass' }),
      checkOf({ id: 'a/fail' }, [defectOf('other')]),
      checkOf({ id: 'a/gone' }, 'not-applicable'),
      checkOf({ id: 'a/silent' }, silent),
      checkOf({ id: 'a/partly' }, { ...silent, defects: [defectOf('other')] }),
      checkOf({ id: 'a/crash', evaluate: crash }),
    ),
    ...runsOf(checkOf({ id: 'a/left' })).map((run) => ({ ...run, outcome: 'not-run' as const })),
  ];
  const ids = ['a/pass', 'a/fail', 'a/gone', 'a/silent', 'a/partly', 'a/crash', 'a/left', 'a/removed'];
  const { diff } = compare([], runs, { startedAt: since, findings: ids.map((id) => before(id, id)) });
  expect(diff?.fixed.map((one) => one.check)).toEqual(['a/pass', 'a/fail', 'a/gone']);
  expect(diff?.unknown.map((one) => one.check)).toEqual(['a/silent', 'a/partly', 'a/crash', 'a/left', 'a/removed']);
  expect(diff?.fixed[0]).toEqual({ fingerprint: 'a/pass', check: 'a/pass', title: 'old a/pass' });
});

test('an old title is bounded', () => {
  const { diff } = compare([], [], { startedAt: since, findings: [{ ...before('a/b', 'x'), title: 't'.repeat(900) }] });
  expect(diff?.unknown[0]?.title).toHaveLength(200);
});
