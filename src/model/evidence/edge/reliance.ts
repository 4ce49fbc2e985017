import type { CodePlace } from '../code.ts';

/** Domains of others that records, pages and code of the site rely on, and whether anybody holds them. */
export interface EdgeReliance {
  domains: readonly ReliedDomain[];
}

export interface ReliedDomain {
  /** What would be registered, in A-labels. */
  domain: string;
  /**
   * `free`: the registry of the zone above says that there is no such domain. `held`: it is there, or nobody can register below that zone.
   * `unknown`: a name does not exist, and the registry could not be asked.
   */
  state: 'held' | 'free' | 'unknown';
  /** Who says so: `a.gtld-servers.net`. */
  told?: string;
  uses: readonly Reliance[];
}

/**
 * `ns`, `mx`, `alias`, `spf`: a record. `script`, `style`, `frame`: the page loads it. `policy`: a content security policy lets it in.
 * `origin`: the code lets it call the API. `address`: the code's settings name it.
 */
export type RelianceKind =
  | 'ns'
  | 'mx'
  | 'alias'
  | 'spf'
  | 'script'
  | 'style'
  | 'frame'
  | 'policy'
  | 'origin'
  | 'address';

export interface Reliance {
  as: RelianceKind;
  /** The name as it is used: `cdn.gone.example`. */
  name: string;
  /** Host or domain of the site whose record or page it is; empty for code. */
  by: string;
  at?: CodePlace;
}
