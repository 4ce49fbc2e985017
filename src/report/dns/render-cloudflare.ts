import type { Review } from '../../model/review.ts';
import { fileRecords, preamble, zoneName, type FileRecord } from './records.ts';

const PROXIED = new Set(['A', 'AAAA', 'CNAME']);

/** What Cloudflare's import reads: a zone without SOA and NS, and in a comment whether a name is proxied. */
export const renderCloudflare = (review: Review): string => {
  const { surface } = review;
  const behind = new Set(
    (surface?.hosts ?? []).flatMap(({ host, front }) => (front?.name === 'Cloudflare' ? [host] : [])),
  );
  const line = ({ name, type, ttl, value, note, open }: FileRecord): string => {
    const tags = PROXIED.has(type) ? ` cf_tags=cf-proxied:${behind.has(name)}` : '';
    return `${note === '' ? '' : `;; ${note}\n`}${open ? ';; ' : ''}${zoneName(name)}. ${behind.has(name) && PROXIED.has(type) ? 1 : ttl} IN ${type} ${value}${tags === '' ? '' : ` ;${tags}`}`;
  };
  return (surface?.domains ?? [])
    .map((domain) =>
      [...preamble(domain, review).map((text) => `;; ${text}`), ...fileRecords(domain, review).map(line), ''].join(
        '\n',
      ),
    )
    .join('\n');
};
