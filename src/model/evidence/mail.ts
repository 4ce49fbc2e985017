/** What DNS says of a domain's mail. Plain facts; what is wrong with them is the checks' business. */

export interface MailDomain {
  domain: string;
  /** Who sends for it, and what tells so: a package, a variable, an SPF include. */
  senders: readonly MailSender[];
  spf: SpfNode;
  dmarc: MailDmarc;
  dkim: readonly DkimFact[];
  mx: MxFacts;
  mtaSts: {
    state: 'none' | 'faulty' | 'good' | 'unknown';
    record?: string;
    mode?: 'enforce' | 'testing' | 'none';
    mx?: readonly string[];
    maxAge?: number;
    problem?: string;
  };
  tlsReporting: { state: 'none' | 'faulty' | 'good' | 'unknown'; record?: string };
  bimi: { state: 'none' | 'faulty' | 'good' | 'unknown'; record?: string };
}

export interface MailSender {
  provider: string;
  name: string;
  seenIn: readonly string[];
  /** DNS of this very domain, or the config, ties it to the provider; else only the code does, which may send from another domain. */
  ofDomain: boolean;
  /** Whether mail that it sends would prove itself for this domain, told from DNS before any is sent (RFC 9989 4.4). */
  aligned: { spf: Alignment; dkim: Alignment };
  /** Names that the provider includes into SPF. */
  includes: readonly string[];
  /** Bounces go to the domain itself, so that its own SPF record decides. */
  spfAtApex: boolean;
}

/** `unknown`: the provider makes names for each customer, which DNS does not list. */
export type Alignment = 'yes' | 'no' | 'unknown';

/** A domain's SPF record with all that it draws in. */
export interface SpfNode {
  domain: string;
  /** `several`: more than one record. `loop`: it stands above itself. `dynamic`: its name depends on who sends. `deep`: not followed any more. */
  state: 'read' | 'none' | 'several' | 'faulty' | 'error' | 'loop' | 'dynamic' | 'deep';
  /** The TXT record. */
  text?: string;
  /** What is wrong with it, and at which term. */
  problem?: string;
  terms: readonly SpfTerm[];
}

export interface SpfTerm {
  /** As it stands in the record. */
  text: string;
  qualifier: string;
  mechanism: string;
  /** Terms of ten that it uses: itself, and all below it. */
  lookups: number;
  /** What it asks for is not there: nothing of the allowance of two is left after three of these. */
  isVoid: boolean;
  /** Bits of the network, for `ip4` and `ip6`. */
  prefix?: number;
  /** Of `include` and `redirect`. */
  into?: SpfNode;
}

export interface MailDmarc {
  /** Each name that was asked for, from the domain up. */
  steps: readonly { domain: string; found: 'record' | 'none' | 'several' | 'error'; text?: string }[];
  organizational: string;
  /** What counts for the domain itself; undefined where there is none. */
  applied?: {
    from: string;
    by: 'p' | 'sp' | 'np';
    policy: DmarcPolicy;
    p: DmarcPolicy;
    sp: DmarcPolicy;
    np: DmarcPolicy;
    adkim: 'r' | 's';
    aspf: 'r' | 's';
    testing: boolean;
    rua: readonly DmarcReport[];
    remarks: readonly { tag: string; kind: string }[];
  };
  /** Records at the domain's own name, where they do nothing. */
  misplaced: boolean;
}

export type DmarcPolicy = 'none' | 'quarantine' | 'reject';

export interface DmarcReport {
  uri: string;
  domain: string;
  /** Whether a foreign domain takes reports about this one (RFC 9990 4). `own`: it is of the same organization. */
  accepted: 'own' | 'yes' | 'no' | 'unknown';
}

export interface DkimFact {
  selector: string;
  /** What names the selector: a provider that always uses it, or the config. */
  from: string;
  name: string;
  state: 'key' | 'revoked' | 'faulty' | 'none' | 'error';
  /** Any name answers with it: a wildcard, which proves nothing. */
  wildcard: boolean;
  alias?: string;
  algorithm?: 'rsa' | 'ed25519';
  bits?: number;
  testing?: boolean;
  hashes?: readonly string[];
  problem?: string;
}

export interface MxFacts {
  state: 'hosts' | 'null' | 'none' | 'error';
  hosts: readonly {
    name: string;
    preference: number;
    state: 'good' | 'address' | 'alias' | 'missing' | 'inside' | 'error';
  }[];
}
