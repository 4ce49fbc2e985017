import {
  compareExposure,
  type Exposure,
  type PathRole,
  type Place,
  type Sighting,
} from '../../../model/evidence/secrets.ts';

/** Folder names of the checks that speak about sightings. One sighting belongs to one of them, or to none. */
export type Owner =
  | 'secret-in-client-bundle'
  | 'secret-in-source-map'
  | 'secret-in-tracked-file'
  | 'secret-in-history'
  | 'secret-in-unreachable-commit'
  | 'secret-in-build-output'
  | 'secret-in-log-file'
  | 'secret-not-ignored'
  | 'test-mode-key'
  | 'secret-shaped-fixture'
  | 'possible-secret'
  | 'public-key-needs-restriction';

/** Where a real key is likeliest comes first. */
const ROLES: readonly PathRole[] = ['app', 'ci', 'generated', 'env', 'vendored', 'doc', 'example', 'test'];

const FIXTURE_ROLES: ReadonlySet<PathRole> = new Set(['test', 'doc', 'example', 'vendored']);

const BY_EXPOSURE: Readonly<Record<Exposure, Owner | null>> = {
  client: 'secret-in-client-bundle',
  tracked: 'secret-in-tracked-file',
  history: 'secret-in-history',
  unreachable: 'secret-in-unreachable-commit',
  build: 'secret-in-build-output',
  log: 'secret-in-log-file',
  untracked: 'secret-not-ignored',
  local: null,
};

/** Tests, docs, examples and vendored code hold look-alikes; what browsers get counts whatever its path. */
const isFixture = (place: Place): boolean => FIXTURE_ROLES.has(place.role) && place.exposure !== 'client';

const byWorst = (a: Place, b: Place): number =>
  Number(isFixture(a)) - Number(isFixture(b)) || compareExposure(a, b) || ROLES.indexOf(a.role) - ROLES.indexOf(b.role);

/** An ignored file is the right place; an env file that git neither tracks nor ignores is a finding of env-not-ignored. */
const isTold = (place: Place): boolean =>
  place.exposure !== 'local' && !(place.exposure === 'untracked' && place.role === 'env');

/**
 * The place that speaks for a sighting: one where a real key is likely before one among look-alikes, then the most exposed,
 * then by the kind of path. Public values are told wherever they stand. Undefined: there is none.
 */
export const worstPlace = (sighting: Sighting): Place | undefined =>
  sighting.places.filter((place) => sighting.verdict === 'public' || isTold(place)).toSorted(byWorst)[0];

/** True when browsers get it through source maps alone, and no script or page shows it. */
const onlyInSourceMaps = (places: readonly Place[]): boolean =>
  places.every((place) => place.exposure !== 'client' || /\.map(?:!|$)/i.test(place.path));

/** Formats that tests and documentation are full of, with made-up contents. */
const COMMON_IN_FIXTURES: ReadonlySet<string> = new Set(['connection-string', 'basic-auth-url', 'private-key']);

/** A provider's own format with random contents is a real key wherever it stands: people do not make one up, they paste it. */
const isPasted = (sighting: Sighting, worst: Place): boolean =>
  sighting.confidence === 'high' &&
  sighting.provider !== 'generic' &&
  worst.role !== 'vendored' &&
  !COMMON_IN_FIXTURES.has(sighting.rule);

const onlyInFixtures = (sighting: Sighting, worst: Place): boolean =>
  sighting.confidence !== 'certain' && isFixture(worst) && !isPasted(sighting, worst);

/**
 * Decides which check speaks about a sighting, so that one secret gives one finding: by its most exposed place, once
 * stand-ins, public values, test-mode keys and look-alikes are set aside. Null: nothing to say.
 */
export const ownerOf = (sighting: Sighting): Owner | null => {
  const worst = worstPlace(sighting);
  if (worst === undefined || sighting.verdict === 'placeholder') return null;
  if (sighting.verdict === 'public')
    return sighting.facts?.['publicIf'] === undefined ? null : 'public-key-needs-restriction';
  if (sighting.testMode) return 'test-mode-key';
  if (sighting.live?.state !== 'live') {
    if (onlyInFixtures(sighting, worst)) return 'secret-shaped-fixture';
    if (sighting.confidence === 'low') return 'possible-secret';
  }
  if (worst.exposure === 'client' && onlyInSourceMaps(sighting.places)) return 'secret-in-source-map';
  return BY_EXPOSURE[worst.exposure];
};

/** The sightings of one check, working keys first. */
export const ownedBy = (sightings: readonly Sighting[], owner: Owner): readonly Sighting[] =>
  sightings
    .filter((sighting) => ownerOf(sighting) === owner)
    .toSorted((a, b) => Number(b.live?.state === 'live') - Number(a.live?.state === 'live'));
