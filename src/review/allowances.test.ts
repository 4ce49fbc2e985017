import { describe, expect, test } from 'vitest';
import type { Evidence } from '../model/evidence/map.ts';
import type { Sighting } from '../model/evidence/secrets.ts';
import { allowanceNotes, allowanceWaivers, withAllowances } from './allowances.ts';
import { fingerprint } from './fingerprint.ts';
import { checkOf, defectOf } from './testing/literals.ts';
import { makeFinding } from './make-finding.ts';

const ID = '0123456789abcdef';
const OTHER = 'fedcba9876543210';
const entry = (id: string, until: string) => ({ id, reason: 'revoked', until });

const evidence: Evidence = {
  'secrets.sightings': { ok: true, value: [{ id: ID }, { id: OTHER }] as unknown as readonly Sighting[] },
};
const allowed = (until: string, today: string): readonly unknown[] => {
  const fact = withAllowances(evidence, [entry(ID, until)], today)['secrets.sightings'];
  return fact?.ok === true ? fact.value : [];
};

describe('secrets.allow', () => {
  test('accepts the secret of that id up to and with its last day', () => {
    expect(allowed('2026-12-31', '2026-12-31')).toEqual([{ id: ID, allowed: true }, { id: OTHER }]);
    expect(allowed('2026-12-31', '2027-01-01')).toEqual([{ id: ID }, { id: OTHER }]);
    expect(allowed('some day', '2026-12-31')).toEqual([{ id: ID }, { id: OTHER }]);
  });

  test('waives the findings about that secret alone, whichever check tells them', () => {
    const findings = ['secrets/a', 'secrets/b'].flatMap((id) =>
      [ID, OTHER].map((key) => makeFinding(checkOf({ id }), defectOf(key)).finding),
    );
    expect(allowanceWaivers(findings, [entry(ID, '2026-12-31')])).toEqual(
      ['secrets/a', 'secrets/b'].map((check) => ({
        finding: fingerprint(check, ID),
        reason: 'revoked',
        owner: 'secrets.allow',
        until: '2026-12-31',
      })),
    );
  });

  test('says what it accepts, what has ended and what it names in vain', () => {
    const notes = allowanceNotes(
      evidence,
      [entry(ID, '2026-12-31'), entry(OTHER, '2026-01-01'), entry('00000000000000aa', '2026-12-31')],
      '2026-06-01',
    );
    expect(notes).toEqual([
      `secrets.allow: 1 entry for what was found, which does not count as open: ${ID} until 2026-12-31, revoked.`,
      `secrets.allow: 1 entry out of date, so that what was found counts again: ${OTHER} until 2026-01-01, revoked.`,
      'secrets.allow: 1 entry for nothing that was found in this run: 00000000000000aa until 2026-12-31, revoked.',
    ]);
  });
});
