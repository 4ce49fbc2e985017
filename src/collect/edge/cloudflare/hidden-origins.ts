import { CloudflareApi } from '../../../net/cloudflare/api.ts';
import type { CloudflareAccess } from './collector.ts';
import { findZone, isObject, textOf } from './read-zone.ts';

/** What proxied records of a zone really lead to; DNS shows the edge's addresses instead. */
export interface HiddenOrigins {
  addresses: readonly { name: string; address: string }[];
  /** Targets of aliases. */
  targets: readonly { name: string; target: string }[];
}

const NONE: HiddenOrigins = { addresses: [], targets: [] };

/** Reads them with the owner's token; nothing where it sees no zone or may not read records. */
export const hiddenOrigins = async (
  access: CloudflareAccess,
  domains: readonly string[],
  signal: AbortSignal,
): Promise<HiddenOrigins> => {
  const api = new CloudflareApi({ ...access, signal: AbortSignal.any([signal, AbortSignal.timeout(8_000)]) });
  const all = await Promise.all(domains.slice(0, 5).map((domain) => inZoneOf(api, domain)));
  return {
    addresses: all.flatMap(({ addresses }) => addresses),
    targets: all.flatMap(({ targets }) => targets),
  };
};

const inZoneOf = async (api: CloudflareApi, domain: string): Promise<HiddenOrigins> => {
  const found = await findZone(api, domain);
  if (!found.ok || found.head === null) return NONE;
  const records = await api.list(`/zones/${found.head.id}/dns_records`);
  if (!records.ok) return NONE;
  const proxied = records.result.filter(isObject).flatMap((record) => {
    const [type, name, content] = [record['type'], record['name'], record['content']].map((part) => textOf(part));
    return record['proxied'] === true && name !== undefined && content !== undefined ? [{ type, name, content }] : [];
  });
  return {
    addresses: proxied.flatMap(({ type, name, content }) =>
      type === 'A' || type === 'AAAA' ? [{ name, address: content }] : [],
    ),
    targets: proxied.flatMap(({ type, name, content }) => (type === 'CNAME' ? [{ name, target: content }] : [])),
  };
};
