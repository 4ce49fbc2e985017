import type { DnsAuthority, DnsName } from './dns.ts';

/** How the zones are set up, beyond whether their names lead somewhere. Plain facts. */
export interface EdgeSetup {
  zones: readonly ZoneSetup[];
  /** Aliases with other records at the same name, which cannot be (RFC 1034 3.6.2). */
  mixed: readonly { host: string; target: string; types: readonly string[] }[];
  /** Names that a server of the zone hands on to servers of their own, of which none speaks for them. */
  delegations: readonly { host: string; at: string; servers: readonly DnsAuthority[] }[];
  families: readonly HostFamilies[];
  /** Only where the config names a day on which the names are pointed elsewhere, and that day has not passed. */
  cutover?: { on: string; records: readonly { host: string; type: 'A' | 'AAAA' | 'CNAME'; ttl: number }[] };
}

export interface ZoneSetup {
  domain: string;
  /** Seconds, as the first server that speaks for the zone has it; `ttl` is that of the record itself. */
  soa?: { server: string; refresh: number; retry: number; expire: number; minimum: number; ttl: number };
  /** Networks of its servers: the first three bytes of IPv4, the first six of IPv6. */
  networks: readonly string[];
  /** Servers that hand the whole zone to anybody, and how many names their first message holds. */
  transfers: readonly { server: string; names: number }[];
  /** Where a name leads that nobody set up; undefined where it leads nowhere. */
  wild?: { aliases: readonly string[]; showsSite: boolean; unclaimed?: NonNullable<DnsName['unclaimed']> };
}

/** What a host with IPv6 answers over each family; null where it has no address of that. */
export interface HostFamilies {
  host: string;
  v4: FamilyAnswer | null;
  v6: FamilyAnswer | null;
}

/**
 * `page`: an answer below 400. `error`: one above. `refused`: nobody listens, or no certificate that browsers take. `silent`: nothing came, though
 * this machine reaches others of that family. `unseen`: this machine does not reach that family.
 */
export interface FamilyAnswer {
  address: string;
  outcome: 'page' | 'error' | 'refused' | 'silent' | 'unseen';
  /** In words: `200, “Shop”`, `connection refused`. */
  said: string;
}
