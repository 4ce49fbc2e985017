import { describe, expect, test } from 'vitest';
import type { Check } from '../../../model/check.ts';
import type { EvidenceMap } from '../../../model/evidence/map.ts';
import type {
  Confidence,
  Exposure,
  PathRole,
  ScanCoverage,
  Sighting,
  Verdict3,
} from '../../../model/evidence/secrets.ts';
import { CHECKS } from '../../registry.generated.ts';
import { defectsIn } from '../../testing/judge.ts';
import { aPlace, aSighting } from '../../testing/sighting.ts';
import { ownedBy, ownerOf, worstPlace } from './owner.ts';

const EXPOSURES: readonly Exposure[] = [
  'client',
  'tracked',
  'history',
  'unreachable',
  'build',
  'log',
  'untracked',
  'local',
];
const ROLES: readonly PathRole[] = ['app', 'test', 'doc', 'example', 'vendored', 'env', 'ci', 'generated'];
const CONFIDENCES: readonly Confidence[] = ['certain', 'high', 'medium', 'low'];
const VERDICTS: readonly Verdict3[] = ['secret', 'public', 'placeholder'];
const LIVES = [undefined, 'live', 'dead', 'unknown'] as const;

const coverage: ScanCoverage = {
  tree: { files: 1, bytes: 1 },
  history: { blobs: 1, bytes: 1 },
  clientOutput: 'scanned',
  skipped: [],
};

const speakers = (sighting: Sighting): string[] => {
  const evidence = { 'secrets.sightings': [sighting], 'secrets.coverage': coverage } as unknown as EvidenceMap;
  const about = (check: Check): boolean =>
    check.needs.every((key) => key === 'secrets.sightings' || key === 'secrets.coverage');
  return CHECKS.filter(about).flatMap((check) => defectsIn(check.evaluate(evidence)).map(() => check.id));
};

const variants: Sighting[] = VERDICTS.flatMap((verdict) =>
  EXPOSURES.flatMap((exposure) =>
    ROLES.flatMap((role) =>
      CONFIDENCES.flatMap((confidence) =>
        LIVES.flatMap((state) =>
          [false, true].map((testMode) =>
            aSighting({
              verdict,
              confidence,
              testMode,
              places: [aPlace({ exposure, role }), aPlace({ path: '.env.local', exposure: 'local', role: 'env' })],
              ...(verdict === 'public' ? { facts: { publicIf: 'It is restricted.' } } : {}),
              ...(state === undefined ? {} : { live: { state, detail: 'asked' } }),
            }),
          ),
        ),
      ),
    ),
  ),
);

describe('one secret', () => {
  test('is told exactly once, by the check that owns it, or by none', () => {
    expect(variants).toHaveLength(6144);
    for (const sighting of variants) {
      const owner = ownerOf(sighting);
      expect(speakers(sighting)).toEqual(owner === null ? [] : [`secrets/${owner}`]);
    }
  });

  test('is silent only where nobody else can come by it, or where it is none', () => {
    for (const sighting of variants.filter((one) => ownerOf(one) === null)) {
      const { exposure, role } = sighting.places[0] ?? aPlace();
      const kept = exposure === 'local' || (exposure === 'untracked' && role === 'env');
      expect(kept || sighting.verdict === 'placeholder').toBe(true);
    }
  });
});

describe('the owner', () => {
  test('is decided by the most exposed place', () => {
    const places = [aPlace({ exposure: 'history' }), aPlace({ exposure: 'client', path: 'dist/a.js' }), aPlace()];
    expect(ownerOf(aSighting({ places }))).toBe('secret-in-client-bundle');
  });

  test('of a value in an env file that git does not ignore and in a stash is the stash', () => {
    const places = [aPlace({ exposure: 'untracked', role: 'env', path: '.env' }), aPlace({ exposure: 'unreachable' })];
    expect(ownerOf(aSighting({ places }))).toBe('secret-in-unreachable-commit');
  });

  test('of a source map alone is the source map, of a script beside it the bundle', () => {
    const map = aPlace({ exposure: 'client', path: 'dist/a.js.map!src/pay.ts' });
    expect(ownerOf(aSighting({ places: [map, aPlace()] }))).toBe('secret-in-source-map');
    expect(ownerOf(aSighting({ places: [map, aPlace({ exposure: 'client', path: 'dist/a.js' })] }))).toBe(
      'secret-in-client-bundle',
    );
  });

  test('of a working key in a test is no fixture', () => {
    const places = [aPlace({ role: 'test' })];
    const weaker = aSighting({ places, confidence: 'medium' });
    expect(ownerOf(weaker)).toBe('secret-shaped-fixture');
    expect(ownerOf({ ...weaker, live: { state: 'live', detail: '200' } })).toBe('secret-in-tracked-file');
  });

  test("of a provider's own format pasted into a test or a document is no fixture, of a made-up address it is", () => {
    const places = [aPlace({ role: 'test' }), aPlace({ role: 'doc', path: 'README.md' })];
    const pasted = aSighting({ places, confidence: 'high', provider: 'supabase', rule: 'supabase-service-role-key' });
    expect(ownerOf(pasted)).toBe('secret-in-tracked-file');
    expect(ownerOf({ ...pasted, rule: 'connection-string' })).toBe('secret-shaped-fixture');
    expect(ownerOf({ ...pasted, rule: 'database-url', provider: 'connection-string' })).toBe('secret-in-tracked-file');
    expect(ownerOf({ ...pasted, places: [aPlace({ role: 'vendored' })] })).toBe('secret-shaped-fixture');
  });

  test('of a sighting without places is nobody', () => {
    expect(ownerOf(aSighting({ places: [] }))).toBeNull();
  });
});

test('a place in the app speaks before a more exposed look-alike in a document', () => {
  const places = [aPlace({ role: 'doc', path: 'a.md' }), aPlace({ path: 'b.ts', exposure: 'history' })];
  expect(worstPlace(aSighting({ places }))?.path).toBe('b.ts');
});

test('of equally exposed places the app comes before tests', () => {
  const places = [aPlace({ role: 'test', path: 'a.test.ts' }), aPlace({ path: 'b.ts' })];
  expect(worstPlace(aSighting({ places }))?.path).toBe('b.ts');
});

test('working keys come first', () => {
  const sightings = [aSighting({ id: 'a' }), aSighting({ id: 'b', live: { state: 'live', detail: '200' } })];
  expect(ownedBy(sightings, 'secret-in-tracked-file').map((one) => one.id)).toEqual(['b', 'a']);
});
