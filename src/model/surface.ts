import type { HostPurpose } from './evidence/edge/hosts.ts';
import type { SeenRecord } from './evidence/edge/records.ts';
import type { FrontKind } from './evidence/edge/front.ts';

/** The public surface as the reports draw it: the map of DNS, and what each host speaks. Every list is bounded. */
export interface ReviewSurface {
  domains: readonly SurfaceDomain[];
  hosts: readonly SurfaceHost[];
  /** Hosts that are left out because there are too many. */
  left: number;
}

export interface SurfaceDomain {
  domain: string;
  servers: readonly string[];
  dnssec: 'secure' | 'insecure' | 'bogus' | 'unknown';
  /** Where mail to it goes; empty where it takes none. */
  mail: readonly string[];
  /** Who sends for it, by name. */
  senders: readonly string[];
  /** What receivers are told to do with mail that fails; absent where there is no DMARC record. */
  dmarc?: 'none' | 'quarantine' | 'reject';
  records: readonly SurfaceRecord[];
  /** Fingerprints of what is wrong with its zone or its mail. */
  findings: readonly string[];
}

export interface SurfaceRecord {
  name: string;
  type: SeenRecord['type'];
  ttl: number;
  /** As in a zone file, names absolute. */
  value: string;
  /** What it is for, in a few words. */
  purpose: string;
  /**
   * `seen`: it stands there. `hidden`: what stands there is a CDN's, and its owner's dashboard alone shows what it leads to. `wanted`: a finding
   * asks for it. `replaced`: a wanted one takes its place.
   */
  state: 'seen' | 'hidden' | 'wanted' | 'replaced';
  /** Fingerprint of the finding that asks for it. */
  because?: string;
}

export interface SurfaceHost {
  host: string;
  domain: string;
  purpose: HostPurpose;
  /** Aliases on the way, the first is what the name leads to. */
  aliases: readonly string[];
  addresses: readonly string[];
  /** Who stands in front; null where nobody that is known does. */
  front: { name: string; kind: FrontKind } | null;
  /** Addresses of the server behind it that answer past the front. */
  past: readonly string[];
  /** Where a visitor of `http://host/` ends. */
  ends?: string;
  tls: TlsGrade | null;
  /** Fingerprints of its findings. */
  findings: readonly string[];
}

/** How well a host speaks TLS, by Mozilla's guideline 6.0. The sum is printed, so that nobody has to believe a number. */
export interface TlsGrade {
  /** `modern` and `intermediate` are Mozilla's; `below` misses something of them; `broken`: browsers do not get in, or not without a warning. */
  level: 'modern' | 'intermediate' | 'below' | 'broken';
  /** 100 less what the steps take, 0 at least. */
  points: number;
  steps: readonly { takes: number; why: string }[];
  /** `TLS 1.2 and 1.3`. */
  versions: string;
  /** Last day of the certificate, ISO. */
  until?: string;
}
