import type { Answer } from 'dns-packet';

/** Types that are asked for; dns-packet knows how to read all of them. */
export type RecordType =
  | 'A'
  | 'AAAA'
  | 'AXFR'
  | 'CAA'
  | 'CNAME'
  | 'DNSKEY'
  | 'DS'
  | 'HTTPS'
  | 'MX'
  | 'NS'
  | 'NSEC'
  | 'NSEC3'
  | 'PTR'
  | 'RRSIG'
  | 'SOA'
  | 'SRV'
  | 'SVCB'
  | 'TLSA'
  | 'TXT';

/** A record as dns-packet reads it: `data` depends on `type`. */
export type DnsRecord = Exclude<Answer, { type: 'OPT' }>;

/**
 * `answer`: there are records of that type. `nodata`: the name exists and has none. `nxdomain`: there is no such name (RFC 2308). `servfail`,
 * `refused`, `other`: the server said so. `timeout`: nothing came. `unreachable`: the server's address does not take packets. `garbled`: what
 * came is no DNS message, or none to this question. `bad-name`: no such name can be asked for (RFC 1035 2.3.4).
 */
export type DnsOutcome =
  | 'answer'
  | 'nodata'
  | 'nxdomain'
  | 'servfail'
  | 'refused'
  | 'other'
  | 'timeout'
  | 'unreachable'
  | 'garbled'
  | 'bad-name';

export interface DnsAnswer {
  name: string;
  type: RecordType;
  outcome: DnsOutcome;
  /** What was asked: `127.0.0.1:53`, or the address of a DoH server. */
  server: string;
  via: 'udp' | 'tcp' | 'https';
  /** Answer section, with the aliases on the way. */
  records: readonly DnsRecord[];
  authority: readonly DnsRecord[];
  additional: readonly DnsRecord[];
  /** The server speaks for the zone (AA). */
  authoritative: boolean;
  /** A resolver has validated it (AD); to be believed of one's own resolver only. */
  authenticated: boolean;
  recursive: boolean;
  /** Milliseconds. */
  took: number;
}
