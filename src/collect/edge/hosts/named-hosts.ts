import type { Evidence } from '../../../model/evidence/map.ts';
import type { NamedHost } from './read-hosts.ts';

/** Hosts that the repository names as its own. */
export const hostsNamedIn = (evidence: Evidence): NamedHost[] => {
  const domains = evidence['hosting.domains'];
  if (domains?.ok !== true) return [];
  return domains.value
    .filter(({ environment }) => environment === 'production' || environment === 'unknown')
    .map(({ domain, at }) => ({ host: domain, from: { by: 'code', at } }));
};
