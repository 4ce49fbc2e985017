import type { Place, Sighting } from '../../../model/evidence/secrets.ts';
import type { Defect } from '../../../model/finding.ts';
import { plural, printable, spotWithCommit } from './text.ts';
import { worstPlace } from './owner.ts';

/** Sightings that are told as one finding, each with its most exposed place. Never empty. */
export interface Group {
  key: string;
  first: Member;
  members: readonly Member[];
}

export interface Member {
  sighting: Sighting;
  place: Place;
}

/** Groups in the order of their first member. Sightings without a place, and those that `secrets.allow` accepts, are left out. */
export const groups = (sightings: readonly Sighting[], keyOf: (member: Member) => string): readonly Group[] => {
  const members = sightings.flatMap((sighting) => {
    const place = worstPlace(sighting);
    return place === undefined || sighting.allowed === true ? [] : [{ sighting, place }];
  });
  return [...Map.groupBy(members, keyOf)].flatMap(([key, same]) => {
    const [first] = same;
    return first === undefined ? [] : [{ key, first, members: same }];
  });
};

const MOST_NAMED = 5;

/** `sk_test_**** (Stripe test key), …`: each value once, the first few. */
export const named = (group: Group): string => {
  const names = [
    ...new Set(group.members.map(({ sighting }) => `${printable(sighting.masked)} (${sighting.ruleName})`)),
  ];
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` and ${plural(rest, 'more', 'more')}` : ''}`;
};

/** The places of a group for `Proof.more`, the first one left out: it stands in `where`. */
export const morePlaces = (group: Group): { more?: readonly string[] } => {
  const places = group.members.flatMap(({ sighting }) => sighting.places.map(spotWithCommit));
  const more = [...new Set(places)].filter((place) => place !== spotWithCommit(group.first.place));
  return more.length === 0 ? {} : { more };
};

/** What a grouped defect carries to the fix of its check. */
export const groupData = (defect: Defect): Group => defect.data as Group;

/** The sightings of a group. */
export const sightingsOf = (group: Group): readonly Sighting[] => group.members.map(({ sighting }) => sighting);
