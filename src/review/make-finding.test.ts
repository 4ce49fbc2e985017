import { expect, test } from 'vitest';
import { makeFinding } from './make-finding.ts';
import { checkOf, defectOf } from './testing/literals.ts';

const long = 'y'.repeat(300_000);

test('bounds every text that an attacker could have written', () => {
  const defect = defectOf('k', {
    title: long,
    why: long,
    where: { path: long, line: 7 },
    proof: {
      kind: 'code',
      text: long,
      frame: { startLine: 1, lines: Array.from({ length: 90 }, () => long), mark: 1 },
      more: Array.from({ length: 90 }, () => long),
    },
  });
  const check = checkOf({
    fix: () => ({
      steps: Array.from({ length: 90 }, () => long),
      verify: long,
      snippet: { path: '.env.example', language: 'dotenv', content: long },
    }),
  });
  const { finding } = makeFinding(check, defect);
  expect(finding.title).toHaveLength(200);
  expect(finding.why).toHaveLength(2_000);
  expect(finding.where).toEqual({ path: `${'y'.repeat(4_095)}…`, line: 7 });
  expect(finding.proof.text).toHaveLength(4_000);
  expect(finding.proof.frame?.lines).toHaveLength(40);
  expect(finding.proof.frame?.lines[0]).toHaveLength(400);
  expect(finding.proof.more).toHaveLength(20);
  expect(finding.fix.steps).toHaveLength(50);
  expect(finding.fix.verify).toHaveLength(2_000);
  expect(finding.fix.snippet?.content).toHaveLength(200_000);
});

test('names further places only, not the place itself once more', () => {
  const seen = (more: readonly string[]) =>
    makeFinding(checkOf(), defectOf('k', { proof: { kind: 'file', text: 'seen', more } })).finding.proof;
  expect(seen(['src/k.ts:3', 'src/l.ts:3']).more).toEqual(['src/l.ts:3']);
  expect(seen(['src/k.ts:3'])).toEqual({ kind: 'file', text: 'seen' });
  const inCommit = defectOf('k', { where: { path: '.env', line: 1, commit: 'ab' } });
  const proof = { kind: 'file', text: 'seen', more: ['.env:1'] } as const;
  expect(makeFinding(checkOf(), { ...inCommit, proof }).finding.proof.more).toEqual(['.env:1']);
});

test('adds no member that the defect and the fix do not have', () => {
  const { finding } = makeFinding(checkOf(), defectOf('k', { where: {} }));
  expect(finding.where).toEqual({});
  expect(Object.keys(finding.proof)).toEqual(['kind', 'text']);
  expect(Object.keys(finding.fix)).toEqual(['steps']);
  expect('waiver' in finding).toBe(false);
});
