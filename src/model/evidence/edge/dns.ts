import type { HostSource } from './hosts.ts';

/** What DNS says of the domains and their names. Plain facts. */
export interface EdgeDns {
  zones: readonly DnsZone[];
  names: readonly DnsName[];
}

export interface DnsZone {
  domain: string;
  servers: readonly DnsAuthority[];
  /** Servers that the zone above names; null where it could not be asked. */
  above: readonly string[] | null;
  security: DnsSecurity;
  /** The set of CAA records that counts (RFC 8659 3), and at which name it stands; null where there is none. `error`: it could not be asked for. */
  caa: { at: string; records: readonly CaaRecord[] } | null | 'error';
  /** Names that nobody set up have an answer too. */
  wildcard: boolean;
}

/** DNSSEC of a zone, as a validating resolver would judge it. `insecure`: the parent vouches for no keys. */
export interface DnsSecurity {
  state: 'secure' | 'insecure' | 'bogus' | 'unknown';
  /** Each thing that does not fit, or why nothing is known. */
  problems: readonly string[];
  /** The zone above at whose door it breaks, when it is not the zone itself. */
  brokenAt?: string;
  /** Whether a trust anchor vouches for it, and not the parent's word alone. */
  anchored: boolean;
  /** Names of algorithms of its keys that are no longer to be used. */
  weak: readonly string[];
  /** Bits of its smallest RSA key. */
  smallestRsa?: number;
  /** The signature that ends first, and when that was seen; milliseconds since 1970. */
  signed?: { from: number; until: number; at: number };
}

export interface CaaRecord {
  flags: number;
  tag: string;
  value: string;
}

/** `good`: it speaks for the zone. `lame`: it answers, and not for the zone. `silent`: it does not answer. `unresolved`: its name leads nowhere. */
export interface DnsAuthority {
  name: string;
  addresses: readonly string[];
  state: 'good' | 'lame' | 'silent' | 'unresolved';
  /** What a lame one says when asked for the zone; `other`: something, but not as one who speaks for it. */
  says?: DnsRefusal;
  serial?: number;
}

/** Why there is no answer. */
export type DnsRefusal = 'servfail' | 'refused' | 'nxdomain' | 'timeout' | 'unreachable' | 'garbled' | 'other';

export interface DnsName {
  host: string;
  from: readonly HostSource[];
  /** Aliases on the way, the first is what the name leads to. */
  aliases: readonly string[];
  end: 'found' | 'nxdomain' | 'nodata' | 'failed' | 'loop';
  /** Of `failed`. */
  failure?: DnsRefusal;
  addresses: readonly string[];
  /** Addresses that mean nothing on the public internet. */
  inside: readonly string[];
  /** A provider at which nobody holds the name that it leads to. */
  unclaimed?: {
    provider: string;
    target: string;
    sign: string;
    /** `open`: whoever adds the name there gets it. `guarded`: the provider asks for a record first. `unsure`: it depends on what it remembers. */
    claim: 'open' | 'unsure' | 'guarded';
  };
}
