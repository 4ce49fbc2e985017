import { compareExposure, type Exposure, type Place, type Sighting } from '../../model/evidence/secrets.ts';
import type { Origin } from '../history/attribute.ts';
import type { Found } from './detect/hit.ts';
import type { KeyedHash } from './keyed-hash.ts';
import { mask } from './mask.ts';
import { pathRole } from './path-role.ts';
import { rotationSteps } from './rotation.ts';
import { countsAt, type Seen } from './seen.ts';

/** One value with all the places it was seen in. Holds the value: stays in the process. */
export interface Gathered {
  hit: Found;
  /** How it was hidden, by path. */
  ways: Map<string, Set<string>>;
  /** The name it was given, by path. */
  names: Map<string, string>;
  /** One a path. */
  places: Map<string, Place>;
}

const ROLES = ['app', 'env', 'ci', 'generated', 'example', 'doc', 'vendored', 'test'];
const MAX_PLACES = 20;
const MAX_PATHS = 5000;

/** Joins what was seen, value by value: the same secret in a hundred versions of a file is one sighting. */
export class Gathering {
  readonly #byValue = new Map<string, Gathered>();

  addFile(path: string, exposure: Exposure, seen: readonly Seen[]): void {
    for (const one of seen) {
      const full = one.inner === undefined ? path : `${path}!${one.inner}`;
      const via = /\.map$/.test(full) ? ['source map'] : [];
      this.#add(one, full, { exposure }, via);
    }
  }

  /** `otherwise`: who can see a blob of which no commit is known. */
  addBlob(oid: string, origin: Origin | undefined, prefix: string, seen: readonly Seen[], otherwise: Exposure): void {
    const at = origin?.path ?? '';
    if (origin !== undefined && !at.startsWith(prefix)) return;
    for (const one of seen) {
      const path = at.slice(prefix.length);
      const full = one.inner === undefined ? path : `${path}!${one.inner}`;
      const exposure = origin === undefined ? otherwise : origin.reach === 'branch' ? 'history' : 'unreachable';
      const from = origin === undefined ? {} : { commit: origin.commit, date: origin.date, author: origin.author };
      this.#add(one, full, { exposure, blob: oid, ...from }, []);
    }
  }

  #add(seen: Seen, path: string, facts: Pick<Place, 'exposure'> & Partial<Place>, via: readonly string[]): void {
    if (!countsAt(seen.hit, path)) return;
    const hit = asItStands(seen.hit, path);
    const known = this.#byValue.get(hit.value);
    const gathered = known ?? {
      hit,
      ways: new Map<string, Set<string>>(),
      names: new Map<string, string>(),
      places: new Map<string, Place>(),
    };
    if (known === undefined) this.#byValue.set(hit.value, gathered);
    else if (isBetter(hit, known.hit)) gathered.hit = hit;
    if (hit.name !== undefined) gathered.names.set(path, hit.name);
    const ways = [...via, ...(hit.via ?? [])];
    if (ways.length > 0) gathered.ways.set(path, new Set([...(gathered.ways.get(path) ?? []), ...ways]));
    const place: Place = {
      path,
      line: seen.line,
      column: seen.column,
      frame: seen.frame,
      role: pathRole(path),
      ...facts,
    };
    const earlier = gathered.places.get(path);
    if (earlier !== undefined) gathered.places.set(path, join(earlier, place));
    else if (gathered.places.size < MAX_PATHS) gathered.places.set(path, place);
  }

  values(): readonly Gathered[] {
    return [...this.#byValue.values()];
  }
}

const CONFIDENCE = ['certain', 'high', 'medium', 'low'];

const isBetter = (a: Found, b: Found): boolean =>
  a.rank > b.rank || (a.rank === b.rank && CONFIDENCE.indexOf(a.confidence) < CONFIDENCE.indexOf(b.confidence));

/** In an env file a value is no surer for being found in an env file. */
const asItStands = (hit: Found, path: string): Found =>
  hit.without === undefined || pathRole(path) !== 'env'
    ? hit
    : { ...hit, confidence: hit.without, rank: 2, via: (hit.via ?? []).filter((way) => way !== 'exact value') };

/** The evidence form: masked, hashed, bounded, most exposed place first. */
export const toSighting = (gathered: Gathered, hash: KeyedHash): Sighting => {
  const { hit } = gathered;
  const places = [...gathered.places.values()].sort(byExposure);
  const ways = gathered.ways.get(places[0]?.path ?? '');
  const name = gathered.names.get(places[0]?.path ?? '') ?? hit.name;
  return {
    rule: hit.rule,
    ruleName: hit.ruleName,
    provider: hit.provider,
    providerName: hit.providerName,
    verdict: hit.verdict,
    confidence: hit.confidence,
    power: hit.power,
    testMode: hit.testMode,
    masked: hit.verdict === 'public' ? hit.value.slice(0, 60) : mask(hit.value),
    id: hash.id(hit.rule, hit.value),
    impact: hit.impact,
    ...(name === undefined ? {} : { name }),
    ...(ways === undefined ? {} : { via: [...ways].sort() }),
    places: places.slice(0, MAX_PLACES),
    count: places.length,
    rotation: { kind: hit.rotation.kind, at: hit.rotation.at, steps: rotationSteps(hit) },
    ...(hit.facts === undefined ? {} : { facts: hit.facts }),
  };
};

const byExposure = (a: Place, b: Place): number =>
  compareExposure(a, b) ||
  ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
  (a.date ?? '9').localeCompare(b.date ?? '9') ||
  a.path.localeCompare(b.path);

const IN_HISTORY: readonly Exposure[] = ['history', 'unreachable'];

/**
 * Two sights of one path: the working tree's stays, with the earliest commit that history knows of it. Blobs are added newest
 * first, so of two that carry the same second the one added later is the earlier.
 */
const join = (a: Place, b: Place): Place => {
  const [current, other] = IN_HISTORY.includes(a.exposure) ? [b, a] : [a, b];
  if (IN_HISTORY.includes(current.exposure)) return (a.date ?? '9') < (b.date ?? '9') ? a : b;
  if (!IN_HISTORY.includes(other.exposure))
    return current.line !== undefined && (other.line ?? 0) < current.line ? other : current;
  // Ignored today, committed once: what history shows is worse than what the working tree does.
  if (compareExposure(other, current) < 0) return other;
  const earlier = current.date === undefined || (other.date ?? '9') <= current.date ? other : current;
  const { commit, date, author } = earlier;
  return {
    ...current,
    ...(commit === undefined ? {} : { commit }),
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { author }),
  };
};
