import type { Evaluation } from '../../model/check.ts';
import type { CloudflareEvidence, CloudflareZone } from '../../model/evidence/edge/cloudflare.ts';
import type { EdgeFronts } from '../../model/evidence/edge/front.ts';
import type { Defect } from '../../model/finding.ts';
import { printable } from '../secrets/leak/text.ts';

interface Given {
  'edge.front': EdgeFronts;
  'edge.cloudflare': CloudflareEvidence;
}

/** A part of a zone that could not be read. */
export interface Unread {
  unread: string;
}

const TOKEN =
  'Make a token that may read the zone (Zone Read, Zone Settings Read, Zone WAF Read, Cache Rules Read, Bot Management Read) at dash.cloudflare.com/profile/api-tokens, put it into CLOUDFLARE_API_TOKEN and look again.';

/**
 * Judges each zone that the token sees. Not applicable where the domain has no zone there, or nothing stands behind it; unproven where it does and its settings
 * could not be read.
 */
export const judgeZones = (
  { 'edge.front': { hosts }, 'edge.cloudflare': { problem, zones, unseen, delegated } }: Given,
  judge: (zone: CloudflareZone) => readonly (Defect | Unread)[],
): Evaluation => {
  const isBehind = delegated.length > 0 && hosts.some(({ front }) => front?.id === 'cloudflare');
  if (!isBehind && zones.length === 0) return 'not-applicable';
  if (zones.length === 0) {
    const why =
      problem === null
        ? `the token in CLOUDFLARE_API_TOKEN does not see ${unseen.map(printable).join(', ')}`
        : printable(problem.said);
    return { unproven: `The settings at Cloudflare could not be read: ${why}`, unlock: TOKEN };
  }
  const judged = zones.flatMap(judge);
  const defects = judged.filter((one): one is Defect => 'key' in one);
  const unread = judged.find((one): one is Unread => 'unread' in one);
  return unread === undefined ? defects : { unproven: unread.unread, unlock: TOKEN, defects };
};

/** A setting's value as text; undefined when it was not read. */
export const setting = ({ settings }: CloudflareZone, id: string): string | undefined => {
  const read = settings[id];
  return read?.ok === true && typeof read.value === 'string' ? read.value : undefined;
};

export const unread = (
  zone: CloudflareZone,
  what: string,
  read: { ok: boolean; said?: string } | undefined,
): Unread => ({
  unread: `${what} of the zone ${printable(zone.name)} could not be read: ${printable(read?.said ?? 'another form than is known')}`,
});

/** Where all of it is set right. */
export const APPLY =
  'Or let Launch Ready do it: `npx launch-ready edge plan` shows the change, `npx launch-ready edge apply` makes it.';

/** curl that reads one setting. */
export const readSetting = (id: string, path: string): string =>
  `curl -s -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" https://api.cloudflare.com/client/v4/zones/${id}/${path}`;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A rule's expression that every request meets, on one host at least. */
export const isEveryRequest = (expression: string): boolean =>
  /^\(?\s*(?:true|http\.host (?:eq|contains|wildcard) "[^"]*"|http\.request\.uri\.path (?:contains|wildcard) "\/\*?"|starts_with\(http\.request\.uri\.path, "\/"\))\s*\)?$/i.test(
    expression,
  );
