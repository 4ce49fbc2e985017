import type { CodePlace } from './code.ts';

/** What DNS says of a domain's mail, and what code says of who sends it. Plain facts; what is wrong with them is the checks' business. */

/** Mail as the repository shows it. */
export interface CodeMail {
  /** Addresses that mail is sent from, each place once. */
  senders: readonly CodeSender[];
  /** Mail servers that it hands mail to. */
  hosts: readonly { host: string; at: CodePlace }[];
}

export interface CodeSender {
  /** Domain in lower case. */
  address: string;
  domain: string;
  /** What holds it: `from`, `EMAIL_FROM`. */
  name: string;
  at: CodePlace;
  /**
   * `fixed`: as it stands. `fallback`: where a variable is not set. `default`: of an argument, or one of several cases. `setting`: in an env file
   * that production may read.
   */
  as: 'fixed' | 'fallback' | 'default' | 'setting';
}

/** A sender of the code, held against DNS. */
export interface MailFrom extends CodeSender {
  /**
   * `own`: of the domains under review. `free`: anybody has a mailbox there. `reserved`: no mail is ever sent from there (RFC 2606, RFC 6761).
   * `trial`: lent by a provider for a first try. `foreign`: any other.
   */
  kind: 'own' | 'free' | 'reserved' | 'trial' | 'foreign';
  /** Whether DNS knows the domain. */
  exists: 'yes' | 'no' | 'unknown';
  /** What receivers do with its mail that proves nothing; absent where there is no policy, or it was not looked at. */
  policy?: DmarcPolicy;
  /** Whether mail that the code's providers send would prove itself for it. */
  proven: Alignment;
  /** The code's providers, by name. */
  by: readonly string[];
}

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
  /** Lookups of ten that its include costs, itself counted; only where the domain's record lacks it. */
  includeCosts?: number;
  /** What the provider asks to publish, and whether it stands there. */
  records?: readonly MailRecord[];
  /** Page of its dashboard that shows the values in `<…>`. */
  shownAt?: string;
}

/** A record that a provider documents, filled in for a domain. What stands in `<…>` only the provider's page shows. */
export interface MailRecord {
  /** `bounces`: the name that takes them, where SPF belongs. `inbox`: where mail to the domain goes. `proof`: that the account owns the domain. */
  for: 'dkim' | 'bounces' | 'inbox' | 'proof';
  /** Whole name, without a dot at its end. */
  name: string;
  type: 'TXT' | 'CNAME' | 'MX';
  value: string;
  /** Mail proves itself without it too. */
  optional: boolean;
  /** `other`: something else stands there. `unknown`: its name is made for each customer, or no name server answered. */
  state: 'there' | 'missing' | 'other' | 'unknown';
  /** What stands there. */
  found?: string;
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
  /** Of `several`: all but the first. */
  others?: readonly string[];
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
