import type { FrontKind, HostFront, OriginAnswer, OriginSource } from '../../model/evidence/edge/front.ts';
import { printable } from '../secrets/leak/text.ts';

/** Hosts of other people's services (help desks, status pages) and of mail are no public web of the app. */
const APART = new Set(['mail', 'docs', 'status']);

/** Hosts of the app that answer with a page of their own, not by sending people to a host that is judged itself. */
export const publicWeb = (hosts: readonly HostFront[]): HostFront[] => {
  const known = new Set(hosts.map(({ host }) => host));
  return hosts.filter(({ host, purpose, page }) => {
    if (page === null || APART.has(purpose)) return false;
    const to = page.location === undefined ? null : hostOf(page.location);
    const isMoved = page.status >= 300 && page.status < 400 && to !== null && to !== host;
    return !(isMoved && known.has(to));
  });
};

export const hostOf = (url: string): string | null => /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? null;

export const KINDS: Readonly<Record<FrontKind, string>> = {
  cdn: 'CDN with a filter',
  platform: 'platform with an edge of its own',
  proxy: 'load balancer of a platform',
};

/** Servers that gave the same page past the edge, by whether a name of public DNS shows their address. */
export const bypasses = (origins: readonly OriginAnswer[], inDns: boolean): OriginAnswer[] =>
  origins.filter(({ outcome, from }) => outcome === 'same-site' && from.some(isName) === inDns);

export const isName = ({ by }: OriginSource): boolean => by === 'name' || by === 'mx';

const SOURCES: Readonly<Record<OriginSource['by'], (name: string) => string>> = {
  config: () => 'edge.originAddresses in the config',
  cloudflare: (name) => `the record of ${name} at Cloudflare`,
  name: (name) => `the DNS name ${name}`,
  mx: (name) => `the mail server ${name}`,
  spf: (name) => `the SPF record of ${name}`,
};

export const sourceWords = (from: readonly OriginSource[]): string =>
  from.map(({ by, name = '' }) => SOURCES[by](printable(name))).join(', ');

/** What came both ways, in lines. */
export const bothWays = ({ address, host, url, edge, direct }: OriginAnswer, front: string): string =>
  `${printable(url)} by ${printable(front)}: ${printable(edge)}\nthe same asked at ${printable(address)} with the name ${printable(host)}: ${printable(direct)}`;

export const portOf = (url: string): number => (url.startsWith('http:') ? 80 : 443);

export const CLOSE_STEPS = [
  'Let the server’s firewall take ports 80 and 443 from the edge alone: at Cloudflare from https://www.cloudflare.com/ips/, or close both ports and connect with a tunnel (cloudflared).',
  'Make the edge prove itself too: Authenticated Origin Pulls at Cloudflare, an origin secret header or OAC at CloudFront and others, checked by the server.',
  'Then give the server a new address: the old one is known.',
];
