import { canonical } from '../dns/message.ts';
import { parseZoneFile } from '../dns/zone-file.ts';
import type { DnsKey } from './keys.ts';

export interface Ds {
  keyTag: number;
  algorithm: number;
  digestType: number;
  digest: Buffer;
}

/** A key that is trusted without being told so by a parent: as its DS, or as the key itself. `zone`: without the last dot; the root is the empty text. */
export type TrustAnchor = { zone: string; ds: Ds } | { zone: string; key: DnsKey };

/** The root's keys of 2017 and 2024: https://data.iana.org/root-anchors/root-anchors.xml. */
export const ROOT_ANCHORS: readonly TrustAnchor[] = [
  [20_326, 'e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d'],
  [38_696, '683d2d0acb8c9b712a1948b27f741219298d0a450d612c483af444a4c0fb2b16'],
].map(([tag, digest]) => ({
  zone: '',
  ds: { keyTag: Number(tag), algorithm: 8, digestType: 2, digest: Buffer.from(String(digest), 'hex') },
}));

/** DS and DNSKEY lines of a file, as unbound's and BIND's anchor files have them. The problem names the line. */
export const parseAnchors = (text: string): { anchors: TrustAnchor[] } | { problem: string } => {
  const { records, problems } = parseZoneFile(text, '.');
  const [first] = problems;
  if (first !== undefined) return { problem: `line ${first.line}: ${first.said}` };
  const anchors = records.flatMap(({ name, type, data }): TrustAnchor[] => {
    const zone = canonical(name);
    if (type === 'DS') return [{ zone, ds: data as Ds }];
    return type === 'DNSKEY' ? [{ zone, key: data as DnsKey }] : [];
  });
  return anchors.length === 0 ? { problem: 'no DS and no DNSKEY stands in it' } : { anchors };
};
