import type { HostPurpose } from './hosts.ts';

/** How a host speaks TLS, and with which certificate. Plain facts. */
export interface EdgeTls {
  host: string;
  purpose: HostPurpose;
  /** Where it was asked: `192.0.2.1:443`. */
  at: string;
  /** `silent`: nobody answers at the port. `refused`: a server answers, and no handshake comes about. `hanging`: it falls silent on the way. */
  outcome: 'spoken' | 'silent' | 'refused' | 'hanging' | 'inside';
  /** Something answers plain HTTP there. */
  plain: boolean;
  versions: readonly TlsVersion[];
  /** Versions that could not be settled. */
  unsettled: readonly string[];
  /** Of TLS 1.3, as `X25519MLKEM768`. */
  groups: readonly string[];
  alpn: readonly string[];
  /** Bits of the smallest prime of Diffie-Hellman. */
  dhBits?: number;
  compression: boolean;
  /** RFC 5746; undefined where only TLS 1.3 is spoken. */
  secureRenegotiation?: boolean;
  /** Bytes that a resumed connection of TLS 1.3 may send before the handshake ends (RFC 8446 4.2.10); 0 when none. Undefined where TLS 1.3 was not spoken. */
  earlyData?: number;
  /** OCSP answers are stapled. */
  stapled: boolean;
  certificate?: TlsCertificate;
  /** Certificates that were sent, the leaf among them. */
  sent: number;
  /** Its further addresses, where it has some; each was greeted once as a browser would. */
  beside?: readonly TlsBeside[];
  /** Why browsers would refuse it, apart from its dates and names: as node:tls calls it. */
  problem?: string;
  /** Strict-Transport-Security as it stands in the answer over HTTPS, once for each time; null where no answer came. */
  hsts: readonly string[] | null;
  /** The same over plain HTTP, where it means nothing. */
  plainHsts: readonly string[];
}

/** What a further address of a host says. */
export interface TlsBeside {
  at: string;
  /** `silent`: nobody answers at the port, twice. `refused`: a server answers, and no handshake comes about, twice. */
  outcome: 'spoken' | 'silent' | 'refused';
  certificate?: TlsCertificate;
  problem?: string;
}

export interface TlsVersion {
  /** `TLS 1.2`. */
  version: string;
  /** Registered names, in the order of preference. */
  suites: readonly { name: string; flaws: readonly string[] }[];
}

export interface TlsCertificate {
  subject: string;
  issuer: string;
  /** DNS names that it is for. */
  names: readonly string[];
  /** Whether it is for the host (RFC 9525). */
  matches: boolean;
  /** ISO 8601. */
  notBefore: string;
  notAfter: string;
  /** Share of its life that is left at the time of the run, from 0 to 1; below 0 when it has ended. */
  left: number;
  daysLeft: number;
  /** False before its first day. */
  begun: boolean;
  key: { type: string; bits: number };
  /** `ecdsa-with-SHA256`, where it is known. */
  signature?: string;
  /** It must come with a stapled OCSP answer (RFC 7633). */
  mustStaple: boolean;
  /** SHA-256, hex. */
  fingerprint: string;
}
