import type { Evidence } from '../../../model/evidence/map.ts';
import { parseZoneFile } from '../../../net/dns/zone-file.ts';
import type { NamedHost } from './read-hosts.ts';

/** Hosts that the repository names as its own. */
export const hostsNamedIn = (evidence: Evidence): NamedHost[] => {
  const domains = evidence['hosting.domains'];
  if (domains?.ok !== true) return [];
  return domains.value
    .filter(({ environment }) => environment === 'production' || environment === 'unknown')
    .map(({ domain, at }) => ({ host: domain, from: { by: 'code', at } }));
};

/** Names with an address or an alias in a zone file of one of the domains; those that only hold texts are no hosts. */
export const hostsInZone = (text: string | null, path: string, domains: readonly string[]): NamedHost[] => {
  const [origin] = domains;
  if (text === null || origin === undefined) return [];
  return parseZoneFile(text, origin)
    .records.filter(({ type }) => type === 'A' || type === 'AAAA' || type === 'CNAME')
    .filter(({ name }) => !name.includes('_') && !name.startsWith('*.'))
    .map(({ name, line }) => ({ host: name, from: { by: 'zone', at: { path, line } } }));
};
