/** Records of a domain that could be seen from outside, as its DNS map shows them. Names that nobody could know are not among them. */
export interface EdgeRecords {
  domain: string;
  records: readonly SeenRecord[];
}

export interface SeenRecord {
  /** Lower case, without the last dot. */
  name: string;
  type: 'A' | 'AAAA' | 'CAA' | 'CNAME' | 'DS' | 'MX' | 'NS' | 'SRV' | 'TXT';
  /** Seconds, as the server that was asked told them: what is left of them where it was a cache. */
  ttl: number;
  /** As it stands in a zone file (RFC 1035 5.1); names in it are absolute. */
  value: string;
}
