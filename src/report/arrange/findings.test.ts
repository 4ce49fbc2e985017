import { expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { arrangeFindings } from './findings.ts';

it('groups what one check found in one file, under the best ranked', () => {
  const [a, b, c, d] = [
    sampleFinding({ fingerprint: 'a', where: { path: '.env', line: 9 } }),
    sampleFinding({ fingerprint: 'b', where: { path: 'x.ts' } }),
    sampleFinding({ fingerprint: 'c', where: { path: '.env', line: 1 } }),
    sampleFinding({ fingerprint: 'd', where: { path: '.env' }, check: 'other' }),
  ];
  expect(arrangeFindings([a, b, c, d]).mustFix).toEqual([
    { first: a, others: [c] },
    { first: b, others: [] },
    { first: d, others: [] },
  ]);
});

it('never groups findings that have no file', () => {
  const findings = [sampleFinding({ fingerprint: 'a', where: {} }), sampleFinding({ fingerprint: 'b', where: {} })];
  expect(arrangeFindings(findings).mustFix).toHaveLength(2);
});

it('puts waived findings apart, must-fix ones too', () => {
  const waived = sampleFinding({ fingerprint: 'a', state: 'waived' });
  const later = sampleFinding({ fingerprint: 'b', mustFix: false });
  const { mustFix, canWait, waived: apart } = arrangeFindings([waived, later]);
  expect([mustFix.length, canWait[0]?.first, apart]).toEqual([0, later, [waived]]);
});
