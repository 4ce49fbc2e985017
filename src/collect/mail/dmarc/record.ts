import type { DmarcPolicy } from '../../../model/evidence/mail.ts';

/** A policy record of RFC 9989 4.7, defaults filled in. */
export interface DmarcRecord {
  p: DmarcPolicy;
  /** For subdomains; `p` where it is not given. */
  sp: DmarcPolicy;
  /** For subdomains that do not exist; `sp` where it is not given. */
  np: DmarcPolicy;
  adkim: 'r' | 's';
  aspf: 'r' | 's';
  /** `y`: a public suffix. `n`: an organizational domain, whatever stands above. */
  psd: 'y' | 'n' | 'u';
  /** The policy is tried out: receivers apply the one below. */
  testing: boolean;
  rua: readonly DmarcUri[];
  ruf: readonly DmarcUri[];
  /** Receivers act on it. Without a policy that can be read they do so only where reports are wanted, and then as if it said `p=none` (4.10.1). */
  counts: boolean;
  /** As they stand there, lower-case names; the last of the same name does not count. */
  tags: ReadonlyMap<string, string>;
  /** What readers pass over, in words; nothing of it makes the record none. */
  remarks: readonly DmarcRemark[];
}

export interface DmarcRemark {
  tag: string;
  /** `removed`: RFC 9989 took it out. `value`: it is read as its default. `unknown`, `twice`, `not-a-tag`; `uri`: not a mailto address; `missing`: there is no `p`. */
  kind: 'removed' | 'value' | 'unknown' | 'twice' | 'not-a-tag' | 'uri' | 'missing';
}

export interface DmarcUri {
  uri: string;
  /** Lower case, of a mailto. */
  domain: string;
  /** A limit of size stands behind it, which nobody reads any more. */
  limited: boolean;
}

const VERSION = /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/;
const POLICIES: ReadonlySet<string> = new Set(['none', 'quarantine', 'reject']);
const KNOWN = new Set(['v', 'p', 'sp', 'np', 'adkim', 'aspf', 'psd', 't', 'rua', 'ruf', 'fo']);
const REMOVED = new Set(['pct', 'rf', 'ri']);
const MOST_URIS = 20;

/** Whether a TXT record is one of DMARC; the version is of one spelling. */
export const isDmarc = (text: string): boolean => VERSION.test(text);

/** Reads a record that `isDmarc`. Never fails: what cannot be read is passed over, as RFC 9989 4.8 wants it, and remarked upon. */
export const parseDmarc = (text: string): DmarcRecord => {
  const tags = new Map<string, string>();
  const remarks: DmarcRemark[] = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(equals, 0)).trim();
    const value = part.slice(equals + 1).trim();
    if (!/^[a-z][a-z\d_]*$/i.test(name)) {
      remarks.push({ tag: part.trim().slice(0, 40), kind: 'not-a-tag' });
      continue;
    }
    const tag = name.toLowerCase();
    if (tags.has(tag)) remarks.push({ tag, kind: 'twice' });
    else {
      tags.set(tag, value);
      if (REMOVED.has(tag)) remarks.push({ tag, kind: 'removed' });
      else if (!KNOWN.has(tag)) remarks.push({ tag, kind: 'unknown' });
    }
  }
  const oneOf = <T extends string>(tag: string, values: ReadonlySet<string>, otherwise: T): T => {
    const value = tags.get(tag)?.toLowerCase();
    if (value === undefined) return otherwise;
    if (values.has(value)) return value as T;
    remarks.push({ tag, kind: 'value' });
    return otherwise;
  };
  const uris = (tag: string): DmarcUri[] =>
    (tags.get(tag)?.split(',') ?? []).slice(0, MOST_URIS).flatMap((one) => {
      const [, uri = '', domain, limit] = /^\s*(mailto:[^\s!@]+@([^\s!@]+))(![\dkmgt]+)?\s*$/i.exec(one) ?? [];
      if (domain !== undefined)
        return [{ uri, domain: domain.toLowerCase().replace(/\?.*$/, ''), limited: limit !== undefined }];
      if (!remarks.some((remark) => remark.tag === tag)) remarks.push({ tag, kind: 'uri' });
      return [];
    });
  if (!tags.has('p')) remarks.push({ tag: 'p', kind: 'missing' });
  const p = oneOf<DmarcPolicy>('p', POLICIES, 'none');
  const sp = oneOf<DmarcPolicy>('sp', POLICIES, p);
  const np = oneOf<DmarcPolicy>('np', POLICIES, sp);
  const isWhole =
    tags.has('p') &&
    !remarks.some(({ tag, kind }) => kind === 'value' && (tag === 'p' || tag === 'sp' || tag === 'np'));
  return {
    ...(isWhole ? { p, sp, np } : { p: 'none', sp: 'none', np: 'none' }),
    counts: isWhole || (tags.get('rua')?.split(',') ?? []).some((uri) => /^\s*[a-z][a-z\d+.-]*:\S+\s*$/i.test(uri)),
    adkim: oneOf('adkim', new Set(['r', 's']), 'r'),
    aspf: oneOf('aspf', new Set(['r', 's']), 'r'),
    psd: oneOf('psd', new Set(['y', 'n', 'u']), 'u'),
    testing: oneOf<'y' | 'n'>('t', new Set(['y', 'n']), 'n') === 'y',
    rua: uris('rua'),
    ruf: uris('ruf'),
    tags,
    remarks,
  };
};
