import type { CodePlace } from '../code.ts';
import type { HostPurpose } from './hosts.ts';

/** Who stands in front of each host, and whether what stands behind it can be reached past it. */
export interface EdgeFronts {
  /** ISO date on which the built-in table of published ranges was taken. */
  rangesOf: string;
  hosts: readonly HostFront[];
  origins: readonly OriginAnswer[];
  platforms: readonly PlatformAnswer[];
}

/**
 * `cdn`: a CDN that also filters (WAF, DDoS). `platform`: a hosting platform whose own edge does both for the apps on it. `proxy`: a
 * platform's load balancer, which hides the servers but neither caches nor filters.
 */
export type FrontKind = 'cdn' | 'platform' | 'proxy';

export interface Front {
  /** `cloudflare`, `vercel` … */
  id: string;
  name: string;
  kind: FrontKind;
  /** `address`: it lies in a published range. `headers`: only what the answer says, which anybody can write. */
  by: 'address' | 'headers';
}

export interface HostFront {
  host: string;
  purpose: HostPurpose;
  addresses: readonly string[];
  /** Null: nobody that is known. */
  front: Front | null;
  /** What tells it: `104.16.1.1 is in 104.16.0.0/13`, `cf-ray: 8a…`. */
  signs: readonly string[];
  /** Addresses outside the front's ranges while others lie in them. */
  beside: readonly string[];
  /** How its first page answers; null when nothing speaks HTTP there. */
  page: FrontPage | null;
  /** Why there is no page. */
  silent?: string;
}

export interface FrontPage {
  url: string;
  status: number;
  title: string;
  server?: string;
  /** Where it sends people. */
  location?: string;
}

export interface OriginSource {
  /** `cloudflare`: the zone's own record, which only its owner sees. */
  by: 'config' | 'cloudflare' | 'name' | 'mx' | 'spf';
  /** The DNS name that shows the address, or has it. */
  name?: string;
}

/** A server asked by its address, with the SNI and the Host of a host that stands behind a front. */
export interface OriginAnswer {
  address: string;
  from: readonly OriginSource[];
  host: string;
  url: string;
  /** `refused`: it answers, but not with a page. `closed`: nothing answers. `unclear`: something answers, and it cannot be told what it is. */
  outcome: 'same-site' | 'other-site' | 'refused' | 'closed' | 'unclear';
  /** In words, for both ways: `200, “Shop”, 5,120 bytes`. */
  edge: string;
  direct: string;
}

/** A name that the hosting platform gives to every app. */
export interface PlatformAnswer {
  host: string;
  platform: string;
  from: { by: 'code' | 'dns' | 'cloudflare'; at?: CodePlace; name?: string };
  /** The host whose page it was compared with. */
  like: string;
  /** `redirects`: it sends people to the own domain. `absent`: nothing there. */
  outcome: 'same-site' | 'redirects' | 'other-site' | 'absent' | 'unclear';
  said: string;
}
