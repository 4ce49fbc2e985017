import type { CodePlace } from '../code.ts';

/** The hosts of the public surface: what stage 2 looks at. Names are in lower case, in the form that DNS has (A-labels). */
export interface EdgeHosts {
  /** The domains under review, each at its registrable name or below it. */
  domains: readonly string[];
  hosts: readonly EdgeHost[];
}

export type HostPurpose =
  | 'apex'
  | 'www'
  | 'app'
  | 'api'
  | 'admin'
  | 'staging'
  | 'assets'
  | 'mail'
  | 'docs'
  | 'status'
  | 'other';

export interface EdgeHost {
  host: string;
  /** The domain under review that it belongs to. */
  domain: string;
  purpose: HostPurpose;
  from: readonly HostSource[];
  addresses: { v4: readonly string[]; v6: readonly string[] };
  outcome: 'found' | 'nodata' | 'nxdomain' | 'failed';
}

/** What names a host. `usual`: a name that many have; such a host is listed only where it answers and no wildcard makes it up. */
export interface HostSource {
  by: 'asked' | 'config' | 'code' | 'zone' | 'usual';
  at?: CodePlace;
}
