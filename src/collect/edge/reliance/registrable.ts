import { parse } from 'tldts';

/** Nobody can register there, or not everybody (RFC 2606, RFC 6761, RFC 7686, ICANN's sponsored ones, and what countries keep for their state and schools). */
const CLOSED =
  /^(?:arpa|test|example|invalid|localhost|local|internal|home|lan|corp|onion|alt|gov|mil|edu|int|post|museum|(?:gov|gob|gouv|govt|go|mil|edu|ac|sch)\.[a-z]{2})$/;

/** The name that somebody would register to own `host`, and the zone in which (Public Suffix List, its ICANN part); null where nobody can. */
export const registrableOf = (host: string): { domain: string; zone: string } | null => {
  const { domain, publicSuffix: zone, isIcann } = parse(host, { allowPrivateDomains: false, extractHostname: false });
  if (domain === null || zone === null || isIcann !== true || CLOSED.test(zone)) return null;
  // Registries keep these for documentation (RFC 2606 3); a label with an underscore is nothing that is sold.
  if (/^example\.(?:com|net|org)$/.test(domain) || domain.split('.')[0]?.includes('_') === true) return null;
  return { domain, zone };
};
