import type { Review } from '../../model/review.ts';
import type { SurfaceDomain } from '../../model/surface.ts';
import { fileRecords, labelOf, preamble, zoneName, type FileRecord } from './records.ts';

const line = ({ name, type, ttl, value, note, open }: FileRecord, domain: string): string =>
  `${note === '' ? '' : `; ${note}\n`}${open ? '; ' : ''}${zoneName(labelOf(name, domain))} ${ttl} IN ${type} ${value}`;

const zoneOf = (domain: SurfaceDomain, review: Review): string => {
  const [first] = domain.servers;
  const server = first ?? `ns1.${domain.domain}`;
  return [
    ...preamble(domain, review).map((text) => `; ${text}`),
    `$ORIGIN ${domain.domain}.`,
    '$TTL 300',
    '; your DNS host writes its own SOA and NS records; these make the file whole',
    `@ IN SOA ${server}. hostmaster.${domain.domain}. ( 1 7200 3600 1209600 300 )`,
    ...(domain.servers.length === 0 ? [server] : domain.servers).map((name) => `@ IN NS ${name}.`),
    '',
    ...fileRecords(domain, review).map((record) => line(record, domain.domain)),
    '',
  ].join('\n');
};

/** A zone file (RFC 1035 5) for each domain, one after the other. */
export const renderZone = (review: Review): string =>
  (review.surface?.domains ?? []).map((domain) => zoneOf(domain, review)).join('\n');
