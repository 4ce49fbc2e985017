import type { Evidence } from '../model/evidence/map.ts';
import type { Finding } from '../model/finding.ts';
import type { SecretAllowance, Waiver } from '../model/target.ts';
import { bound } from './bound.ts';
import { fingerprint } from './fingerprint.ts';
import { counted } from './words.ts';

const MOST_NAMED = 5;

/** `until` is inclusive; a date that cannot be read has passed. */
const holds = (entry: SecretAllowance, today: string): boolean =>
  /^\d{4}-\d{2}-\d{2}/.test(entry.until) && entry.until.slice(0, 10) >= today.slice(0, 10);

/** The evidence with the secrets marked that `secrets.allow` accepts today. Checks that tell several as one finding leave them out. */
export const withAllowances = (evidence: Evidence, allow: readonly SecretAllowance[], today: string): Evidence => {
  const sightings = evidence['secrets.sightings'];
  const accepted = new Set(allow.filter((entry) => holds(entry, today)).map((entry) => entry.id));
  if (sightings?.ok !== true || accepted.size === 0) return evidence;
  const value = sightings.value.map((one) => (accepted.has(one.id) ? { ...one, allowed: true as const } : one));
  return { ...evidence, 'secrets.sightings': { ok: true, value } };
};

/** The findings about one secret each that `secrets.allow` names, as waivers: they stay in the report and fail again when the date has passed. */
export const allowanceWaivers = (findings: readonly Finding[], allow: readonly SecretAllowance[]): readonly Waiver[] =>
  allow.flatMap(({ id, reason, until }) =>
    findings
      .filter((finding) => finding.fingerprint === fingerprint(finding.check, id))
      .map((finding) => ({ finding: finding.fingerprint, reason, owner: 'secrets.allow', until })),
  );

const entry = ({ id, reason, until }: SecretAllowance): string =>
  `${bound(id, 16)} until ${bound(until, 10)}, ${bound(reason, 100)}`;

/** Sentences on what `secrets.allow` accepts, what has ended and what it names in vain. */
export const allowanceNotes = (
  evidence: Evidence,
  allow: readonly SecretAllowance[],
  today: string,
): readonly string[] => {
  const sightings = evidence['secrets.sightings'];
  if (sightings?.ok !== true || allow.length === 0) return [];
  const seen = new Set(sightings.value.map((one) => one.id));
  const say = (some: readonly SecretAllowance[], words: string): readonly string[] =>
    some.length === 0
      ? []
      : [
          `secrets.allow: ${counted(some.length, 'entry', 'entries')} ${words}: ${some.slice(0, MOST_NAMED).map(entry).join('; ')}${
            some.length > MOST_NAMED ? '; …' : ''
          }.`,
        ];
  const met = allow.filter((one) => seen.has(one.id));
  return [
    ...say(
      met.filter((one) => holds(one, today)),
      'for what was found, which does not count as open',
    ),
    ...say(
      met.filter((one) => !holds(one, today)),
      'out of date, so that what was found counts again',
    ),
    ...say(
      allow.filter((one) => !seen.has(one.id)),
      'for nothing that was found in this run',
    ),
  ];
};
