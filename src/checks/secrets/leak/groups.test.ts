import { expect, test } from 'vitest';
import { aSighting } from '../../testing/sighting.ts';
import { groups } from './groups.ts';

test('what secrets.allow accepts is left out of a group, and the others stay', () => {
  const members = (sightings: Parameters<typeof groups>[0]) =>
    groups(sightings, ({ place }) => place.path).flatMap((group) => group.members.map(({ sighting }) => sighting.id));
  const [one, two] = [aSighting({ id: 'a'.repeat(16) }), aSighting({ id: 'b'.repeat(16) })];
  expect(members([one, two])).toEqual([one.id, two.id]);
  expect(members([{ ...one, allowed: true }, two])).toEqual([two.id]);
  expect(members([{ ...one, allowed: true }])).toEqual([]);
});
