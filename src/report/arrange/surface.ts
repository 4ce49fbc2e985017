import type { Review } from '../../model/review.ts';
import type { ReviewSurface, SurfaceDomain, SurfaceHost } from '../../model/surface.ts';
import { joined } from '../words/count.ts';

/** `stop`: something there must be fixed now. `warn`: something else was found. */
export type HostTone = 'stop' | 'warn' | 'good';

/** One box at the left of the map: a host, or several that are alike and well. */
export interface HostGroup {
  hosts: readonly SurfaceHost[];
  tone: HostTone;
  /** Who stands in front; null where nobody does, undefined where there is no address. */
  front: SurfaceHost['front'] | undefined;
  /** What it leads to: an alias of others, addresses, or the server behind a CDN. */
  target: { text: string; tone: 'stop' | 'plain' };
}

const ALONE = new Set(['apex', 'www', 'app', 'api', 'admin']);
/** Up to this many, each host has its box. */
const FEW = 12;

export const hostTone = (host: SurfaceHost, { findings }: Review): HostTone => {
  const own = findings.filter(({ fingerprint, state }) => host.findings.includes(fingerprint) && state !== 'waived');
  if (own.some(({ mustFix }) => mustFix)) return 'stop';
  return own.length > 0 ? 'warn' : 'good';
};

/** Boxes in the order of the hosts. */
export const hostGroups = (surface: ReviewSurface, review: Review, domain: string): readonly HostGroup[] => {
  const hosts = surface.hosts.filter((one) => one.domain === domain);
  const single = hosts.map((host): HostGroup => {
    const tone = hostTone(host, review);
    return {
      hosts: [host],
      tone,
      front: host.addresses.length === 0 ? undefined : host.front,
      target: targetOf(host, surface),
    };
  });
  if (hosts.length <= FEW) return single;
  const groups = Map.groupBy(single, ({ hosts: [host], tone, front, target }) =>
    tone !== 'good' || ALONE.has(host?.purpose ?? '')
      ? (host?.host ?? '')
      : `${front?.name} ${target.text} ${host?.tls?.level} ${host?.tls?.points}`,
  );
  return [...groups.values()].map((same) => ({ ...same[0]!, hosts: same.flatMap((one) => one.hosts) }));
};

const targetOf = (host: SurfaceHost, { domains }: ReviewSurface): HostGroup['target'] => {
  const { aliases, addresses, front, past } = host;
  if (past.length > 0) return { text: `${joined(past)}: answers past it`, tone: 'stop' };
  const foreign = aliases.findLast(
    (one) => !domains.some(({ domain }) => one === domain || one.endsWith(`.${domain}`)),
  );
  if (addresses.length === 0)
    return {
      text: foreign === undefined ? 'no address' : `${foreign}: no address`,
      tone: host.findings.length > 0 ? 'stop' : 'plain',
    };
  if (foreign !== undefined) return { text: foreign, tone: 'plain' };
  if (front !== null) return { text: 'its server, not seen from here', tone: 'plain' };
  return {
    text:
      addresses.length > 2
        ? `${addresses.slice(0, 2).join(', ')} and ${addresses.length - 2} more`
        : addresses.join(', '),
    tone: 'plain',
  };
};

const DNSSEC: Readonly<Record<SurfaceDomain['dnssec'], string>> = {
  secure: 'signed, and sound',
  insecure: 'not signed',
  bogus: 'broken',
  unknown: 'not known',
};

const DMARC = { none: 'nothing, only reported', quarantine: 'to the spam folder', reject: 'refused' } as const;

/** What the zone says besides its hosts, one line a fact. */
export const domainFacts = ({
  servers,
  dnssec,
  mail,
  senders,
  dmarc,
}: SurfaceDomain): readonly { name: string; text: string }[] => [
  { name: 'Name servers', text: servers.length === 0 ? '–' : servers.join(', ') },
  { name: 'DNSSEC', text: DNSSEC[dnssec] },
  { name: 'Mail to it', text: mail.length === 0 ? 'none is taken' : mail.join(', ') },
  { name: 'Sent by', text: senders.length === 0 ? 'nobody that DNS or the code names' : senders.join(', ') },
  { name: 'Forged mail', text: dmarc === undefined ? 'receivers are told nothing (no DMARC)' : DMARC[dmarc] },
];
