import type { CodePlace } from '../code.ts';

/** What the repository names of the public surface, held against DNS and the edge. Empty where no code was read. */
export interface EdgeCode {
  /** Hosts of the site that code or settings name at all. */
  named: number;
  /** Own addresses in the settings that send people to another host. */
  moved: readonly { host: string; at: CodePlace; status: number; to: string }[];
  /** Cookies for a whole domain, and hosts below it that somebody else's service answers. */
  cookies: readonly {
    domain: string;
    at: CodePlace;
    tenants: readonly { host: string; target: string; service: string }[];
  }[];
  /** Origins that may call the API, at a platform where nobody holds the name. */
  gone: readonly { name: string; at: CodePlace; provider: string; sign: string }[];
}
