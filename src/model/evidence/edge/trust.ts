import type { HostPurpose } from './hosts.ts';

/** What hosts believe of what anybody can write: an origin, a host in a header, a host in a path. Asked with GET and without a login. */
export interface EdgeTrust {
  hosts: readonly HostTrust[];
}

export interface HostTrust {
  host: string;
  purpose: HostPurpose;
  /** Questions that were answered, of each kind. */
  answered: { origins: number; forwarded: number; away: number };
  /** Foreign origins that got an answer which their scripts may read with the visitor's cookies (Fetch 3.2.5). */
  origins: readonly TrustedOrigin[];
  /** Made-up hosts of a header that came back where a browser goes or loads from. */
  forwarded: readonly ForwardedHost[];
  /** A path that begins with a foreign host leads there. */
  away: readonly { url: string; status: number; location: string }[];
}

export interface TrustedOrigin {
  /** `any`: a name that nobody can have listed. `null`: that of a sandboxed frame. `alike`: one that somebody else can register, and that begins or ends as an own one. */
  kind: 'any' | 'null' | 'alike';
  url: string;
  status: number;
  origin: string;
}

export interface ForwardedHost {
  url: string;
  /** `X-Forwarded-Host: lr-1a2b.example`. */
  header: string;
  status: number;
  /** The redirect, or the tag with its attribute: `location: …`, `link href=…`. */
  where: string;
}
