import type { Power, Rotation } from '../../model/evidence/secrets.ts';

export type Category =
  | 'payments'
  | 'data'
  | 'auth'
  | 'mail'
  | 'ai'
  | 'cloud'
  | 'hosting'
  | 'chat'
  | 'analytics'
  | 'code'
  | 'commerce'
  | 'other';

export interface Provider {
  /** Lower-case, hyphenated; equals the file name. */
  id: string;
  name: string;
  category: Category;
  rules: readonly Rule[];
  /** How a key of this provider is replaced. */
  rotation: RotationFacts;
}

export interface RotationFacts {
  kind: Rotation['kind'];
  /** https address of the page where keys are made and revoked. */
  at: string;
  /** Only what is special to this provider, said before the steps that `kind` brings along. */
  notes?: readonly string[];
}

export interface Rule {
  /** Starts with the provider's id. */
  id: string;
  /** As the provider calls it: `Stripe secret key`. */
  name: string;
  /**
   * Literal texts (compared without case, at least 3 characters, as long and as rare as possible). A match of
   * `pattern` must contain one of them: the pattern is tried only around a hit.
   */
  anchors: readonly string[];
  /**
   * Group 1 is the secret. Must be linear: no nested or adjacent unbounded quantifiers, every repeat bounded.
   * Tried (flag `g` is added) on a window that starts `reach[0]` bytes before the anchor and ends `reach[1]` after it.
   */
  pattern: RegExp;
  /** Bytes before and after the anchor's start that a match may need. Default [48, 320]. */
  reach?: readonly [number, number];
  /**
   * `format` (default): the value's own shape identifies the provider. `context`: a bare value (hex, alnum, UUID) that
   * counts only because the provider's name stands in the assignment; such values must also look random.
   */
  identifiedBy?: 'format' | 'context';
  /** `public`: made to be seen (publishable keys, DSNs). Default `secret`. */
  verdict?: 'secret' | 'public';
  /** Said with a public value that is safe only under a condition, e.g. referrer restrictions. */
  publicIf?: string;
  power: Power;
  /** Sandbox or test mode: an exposure costs little. */
  testMode?: boolean;
  /** One sentence: what somebody who has it can do, in a marketplace founder's words. */
  impact: string;
  /** Where this kind of key is replaced, when that is not the provider's `rotation`. */
  rotation?: RotationFacts;
  /** Names a checksum in detect/checksum.ts that the value carries. */
  checksum?: 'github' | 'npm';
  /** Other rules (of any provider) that make it usable; shown together when found near by. */
  pairsWith?: readonly string[];
  /** How liveness is asked, read-only; used by `--verify` alone. */
  verify?: Verify;
  /**
   * Templates expanded by samples.ts into deterministic values, so that no real-looking key stands in this repository:
   * `{alnum:24}`, `{lower:8}`, `{upper:16}`, `{digit:10}`, `{hex:32}`, `{HEX:32}`, `{base64:40}`, `{base64url:43}`, `{base32:16}`, `{uuid}`,
   * `{jwt:{"role":"anon"}}` (payload as JSON). Each of `yes` must be found as this rule, none of `no` as a secret of this rule.
   */
  samples: { yes: readonly string[]; no: readonly string[] };
}

/** One read-only request that tells whether a key is live. `{secret}` is replaced in url, headers and body. */
export interface Verify {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  /** HTTP basic credentials, `{secret}:` or `user:{secret}`. */
  basic?: string;
  body?: string;
  /** Status codes that prove it works. */
  live: readonly number[];
  /** Status codes that prove it does not. Everything else is unknown. */
  dead: readonly number[];
  /** A text that a 200 must contain to count as live (some providers answer errors with 200). */
  liveText?: string;
}

/** A rule as the scan needs it: without its samples, which only tests read. */
export type LoadedRule = Omit<Rule, 'samples'>;

export interface LoadedProvider extends Omit<Provider, 'rules'> {
  rules: readonly LoadedRule[];
}

export const defineProvider = (provider: Provider): Provider => provider;
