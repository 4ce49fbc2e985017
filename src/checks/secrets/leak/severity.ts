import type { Power, Sighting } from '../../../model/evidence/secrets.ts';
import type { Severity } from '../../../model/severity.ts';

const HEAVY: ReadonlySet<Power> = new Set(['money', 'data', 'infrastructure', 'identity']);

/** Money, records, servers or accounts hang on it, as against messages, a bill or little. */
const isHeavy = (sighting: Sighting): boolean => HEAVY.has(sighting.power);

const isSure = (sighting: Sighting): boolean => sighting.confidence === 'certain' || sighting.confidence === 'high';

/** What `--verify` learned outweighs everything else: a working key blocks, a revoked one only wants tidying. */
const weighed = (sighting: Sighting, otherwise: Severity): Severity => {
  if (sighting.live?.state === 'live') return 'blocker';
  return sighting.live?.state === 'dead' ? 'low' : otherwise;
};

/** Served to every visitor. */
export const servedSeverity = (sighting: Sighting): Severity =>
  weighed(sighting, isSure(sighting) && sighting.power !== 'limited' ? 'blocker' : 'high');

/** In git, for everyone who can clone. */
export const committedSeverity = (sighting: Sighting): Severity => {
  if (sighting.power === 'limited') return weighed(sighting, 'medium');
  return weighed(sighting, isSure(sighting) && isHeavy(sighting) ? 'blocker' : 'high');
};

/** In the object store of this clone alone. */
export const unreachableSeverity = (sighting: Sighting): Severity => weighed(sighting, 'medium');

/** In server-side build output. */
export const builtSeverity = (sighting: Sighting): Severity =>
  weighed(sighting, sighting.power === 'money' || sighting.power === 'data' ? 'high' : 'medium');

/** In a log file. */
export const loggedSeverity = (sighting: Sighting): Severity =>
  weighed(sighting, isSure(sighting) && sighting.power !== 'limited' ? 'high' : 'medium');

/** On this machine only: nobody has seen it yet, so a key that works is no news. */
export const unignoredSeverity = (sighting: Sighting): Severity => (sighting.live?.state === 'dead' ? 'low' : 'medium');
