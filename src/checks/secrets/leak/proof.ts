import type { Place, Sighting } from '../../../model/evidence/secrets.ts';
import type { Proof } from '../../../model/finding.ts';
import { plural, printable, shortCommit, spot, spotWithCommit } from './text.ts';

const MOST_FACTS = 6;
/** Said elsewhere, in words of their own. */
const SPOKEN_FACTS: ReadonlySet<string> = new Set(['publicIf']);

const liveLine = (sighting: Sighting): string[] => {
  if (sighting.live === undefined) return [];
  const detail = printable(sighting.live.detail).replace(/\.$/, '');
  if (sighting.live.state === 'live') return [`It works right now: ${detail}.`];
  return sighting.live.state === 'dead'
    ? [`It no longer works: ${detail}.`]
    : [`Whether it works is not known: ${detail}.`];
};

const placeLine = (sighting: Sighting, place: Place): string => {
  const name = sighting.name === undefined ? '' : `, under the name ${printable(sighting.name)}`;
  const via =
    sighting.via === undefined || sighting.via.length === 0 ? '' : `, found through: ${sighting.via.join(', ')}`;
  return `${printable(sighting.masked)} (${sighting.ruleName}) stands in ${spot(place)}${name}${via}.`;
};

const commitLine = (place: Place): string[] => {
  if (place.commit === undefined) return [];
  const when = place.date === undefined ? '' : ` on ${place.date.slice(0, 10)}`;
  const who = place.author === undefined ? '' : ` by ${printable(place.author)}`;
  return [`It came in with commit ${shortCommit(place.commit)}${when}${who}.`];
};

const factsLine = (sighting: Sighting): string[] => {
  const facts = Object.entries(sighting.facts ?? {}).filter(([name]) => !SPOKEN_FACTS.has(name));
  if (facts.length === 0) return [];
  const said = facts.slice(0, MOST_FACTS).map(([name, value]) => `${printable(name)} ${printable(value)}`);
  return [`Decoded, it says: ${said.join(', ')}.`];
};

const togetherLine = (sighting: Sighting): string[] => {
  const others = sighting.together ?? [];
  return others.length === 0
    ? []
    : [`What it needs to be used stands near it: ${others.slice(0, MOST_FACTS).map(printable).join(', ')}.`];
};

const countLine = (sighting: Sighting): string[] =>
  sighting.count > 1 ? [`It stands in ${plural(sighting.count, 'place')} in all.`] : [];

const kindOf = (place: Place): Proof['kind'] => {
  if (place.exposure === 'history' || place.exposure === 'unreachable') return 'git';
  return place.frame === undefined ? 'file' : 'code';
};

const idLine = (sighting: Sighting): string => `Its id for \`secrets.allow\`, once it is settled: ${sighting.id}.`;

/** What shows one sighting: whether it works, where it stands, since when, and who can see it (`seenBy`, a sentence). */
export const leakProof = (sighting: Sighting, place: Place, seenBy: string): Proof => {
  const others = sighting.places.filter((other) => other !== place);
  return {
    kind: kindOf(place),
    text: [
      ...liveLine(sighting),
      placeLine(sighting, place),
      ...commitLine(place),
      `Who can see it: ${seenBy}`,
      ...factsLine(sighting),
      ...togetherLine(sighting),
      ...countLine(sighting),
      idLine(sighting),
    ].join('\n'),
    ...(place.frame === undefined ? {} : { frame: place.frame }),
    ...(others.length === 0 ? {} : { more: others.map(spotWithCommit) }),
  };
};
