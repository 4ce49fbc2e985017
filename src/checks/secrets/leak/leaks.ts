import type { Effort } from '../../../model/effort.ts';
import type { Place, Sighting } from '../../../model/evidence/secrets.ts';
import type { Defect, Where } from '../../../model/finding.ts';
import type { Severity } from '../../../model/severity.ts';
import { leakProof } from './proof.ts';
import { ownedBy, worstPlace, type Owner } from './owner.ts';

/** What differs between the checks that give one finding a secret. */
export interface Leak {
  owner: Owner;
  /** Ends the title: `in a tracked file`. */
  in: string;
  /** A sentence or clause after `Who can see it: `. */
  seenBy: string;
  /** One sentence after the impact: what this exposure means. */
  why: string;
  severity(sighting: Sighting): Severity;
}

/** What a defect carries to the fix of its check. */
export interface LeakData {
  sighting: Sighting;
  place: Place;
}

const STATE = { live: 'Working ', dead: 'Revoked ', unknown: '' } as const;

/**
 * Rotating is the work: a quarter of an hour for a key with a page where it is replaced, an hour where nobody knows at first what
 * accepts it, more for one that drags others along or whose code must move to a server.
 */
const effortOf = (sighting: Sighting, owner: Owner): Effort => {
  if (sighting.live?.state === 'dead') return 'minutes';
  if (owner === 'secret-not-ignored') return 'minutes';
  if (sighting.rotation.kind === 'cascade' || owner === 'secret-in-client-bundle') return 'hours';
  return sighting.provider === 'generic' || sighting.rotation.kind === 'instant' ? 'hour' : 'minutes';
};

/** Only the members that are known, as reports expect it. */
export const whereOf = (place: Place): Where => ({
  path: place.path,
  ...(place.line === undefined ? {} : { line: place.line }),
  ...(place.column === undefined ? {} : { column: place.column }),
  ...(place.commit === undefined ? {} : { commit: place.commit }),
});

/** `Charge cards.` inside a sentence; `SQL …` keeps its capitals. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;

const defectOf = (sighting: Sighting, leak: Leak): Defect[] => {
  const place = worstPlace(sighting);
  if (place === undefined) return [];
  const data: LeakData = { sighting, place };
  return [
    {
      key: sighting.id,
      title: `${STATE[sighting.live?.state ?? 'unknown']}${sighting.ruleName} ${leak.in}`,
      where: whereOf(place),
      proof: leakProof(sighting, place, leak.seenBy),
      why: `What somebody can do with it: ${lowerFirst(sighting.impact)} ${leak.why}`,
      severity: leak.severity(sighting),
      effort: effortOf(sighting, leak.owner),
      data,
    },
  ];
};

/** One defect for each secret that `leak.owner` owns, working ones first. */
export const leaks = (sightings: readonly Sighting[], leak: Leak): readonly Defect[] =>
  ownedBy(sightings, leak.owner).flatMap((sighting) => defectOf(sighting, leak));

/** What `leaks` put into the defect. */
export const leakData = (defect: Defect): LeakData => defect.data as LeakData;
