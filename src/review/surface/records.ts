import type { HostFront } from '../../model/evidence/edge/front.ts';
import type { HostPurpose } from '../../model/evidence/edge/hosts.ts';
import type { SeenRecord } from '../../model/evidence/edge/records.ts';
import type { Finding } from '../../model/finding.ts';
import type { SurfaceRecord } from '../../model/surface.ts';
import { purposeOf } from './purposes.ts';

type Bare = Pick<SeenRecord, 'name' | 'type' | 'value'>;

/** For what is added: short enough to be taken back within the hour. */
const TTL = 300;
const TYPES: readonly string[] = ['A', 'AAAA', 'CAA', 'CNAME', 'MX', 'SRV', 'TXT'];

/** What stands in a zone, and what findings ask for: each with its purpose, those of one name together. */
export const recordsOf = (
  domain: string,
  seen: readonly SeenRecord[],
  findings: readonly Finding[],
  fronts: readonly HostFront[],
  purposes: ReadonlyMap<string, HostPurpose>,
): readonly SurfaceRecord[] => {
  const wanted = findings.flatMap((finding) =>
    wantedBy(finding)
      .filter(({ name }) => name === domain || name.endsWith(`.${domain}`))
      .map((one) => ({ ...one, because: finding.fingerprint })),
  );
  const hidden = new Set(fronts.flatMap(({ host, front }) => (front?.id === 'cloudflare' ? [host] : [])));
  const all: SurfaceRecord[] = [
    ...seen.map((one): SurfaceRecord => {
      const successor = wanted.find((other) => replaces(other, one));
      const isHidden = hidden.has(one.name) && (one.type === 'A' || one.type === 'AAAA');
      return {
        ...one,
        purpose: purposeOf(one, purposes),
        state: successor !== undefined ? 'replaced' : isHidden ? 'hidden' : 'seen',
        ...(successor === undefined ? {} : { because: successor.because }),
      };
    }),
    ...wanted.map((one): SurfaceRecord => ({ ...one, ttl: TTL, purpose: purposeOf(one, purposes), state: 'wanted' })),
  ];
  return all.toSorted((a, b) => depth(a, domain) - depth(b, domain) || order(a.name, b.name));
};

/** Lines of a fix that are records: `name TYPE value`. Those with a gap to fill in, as `<your mailbox>`, stay as they are. */
const wantedBy = ({ fix }: Finding): Bare[] => {
  if (fix.snippet?.language !== 'dns') return [];
  return fix.snippet.content.split('\n').flatMap((line) => {
    const [, name = '', type = '', value = ''] = /^(\S+)\s+(?:\d+\s+)?(?:IN\s+)?([A-Z]+)\s+(.+)$/.exec(line) ?? [];
    const plain = name.replace(/\.$/, '').toLowerCase();
    return TYPES.includes(type) ? [{ name: plain, type: type as Bare['type'], value: value.trim() }] : [];
  });
};

const tag = (value: string): string => /^"v=(\w+)/i.exec(value)?.[1]?.toLowerCase() ?? '';

/** One policy of a kind may stand at a name: SPF, DMARC; of the rest nothing is known to be in the way. */
const replaces = (wanted: Bare, seen: Bare): boolean =>
  wanted.name === seen.name &&
  wanted.type === seen.type &&
  wanted.type === 'TXT' &&
  tag(wanted.value) !== '' &&
  tag(wanted.value) === tag(seen.value);

const depth = ({ name }: Bare, domain: string): number =>
  name === domain ? 0 : name.startsWith('_') || name.includes('._') ? 2 : 1;
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
