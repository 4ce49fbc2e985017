import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { ProbeMode } from '../../model/evidence/boundary.ts';
import { reachOf, type Reach } from '../../net/addresses.ts';

export interface Allowed {
  /** Exact scheme, host and port. */
  origin: string;
  /** Looked up once; every request goes there. */
  address: string;
  port?: number;
  reach: Reach;
  /** Where the run may do less than elsewhere. What begins with none of them is not asked. */
  bounds?: readonly Bound[];
}

/** How far one may go at a part of an origin. */
export interface Bound {
  /** The beginning of its paths: `/v1/projects/shop/`, or `/` for all. */
  below: string;
  most: ProbeMode;
  /** Only what a visitor does: no login goes there, and of what comes back values are not written down. */
  visitor: boolean;
}

/** What holds for a request; undefined where nothing is bounded, null where nothing is allowed. */
export const boundOf = ({ bounds }: Allowed, path: string): Bound | undefined | null =>
  bounds === undefined ? undefined : (bounds.find(({ below }) => path.startsWith(below)) ?? null);

/** The origins that may be asked, each with the address that it had when the run began. */
export interface Scope {
  first: string;
  allowed: Map<string, Allowed>;
  /** Nothing of it leaves this machine. */
  loopback: boolean;
}

export type ScopeResult = { ok: true; scope: Scope } | { ok: false; reason: string; unlock: string };

/** `host:port` → `address:port`, as curl's --connect-to has it. */
export type ConnectTo = ReadonlyMap<string, { address: string; port: number }>;

/** Reads and looks up the origins that the user named. An internal address is refused, unless the user wrote that very address. */
export const openScope = async (origins: readonly string[], connectTo: ConnectTo = new Map()): Promise<ScopeResult> => {
  const allowed = new Map<string, Allowed>();
  for (const text of origins) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !['http:', 'https:'].includes(url.protocol)) {
      return refuse(`${text} is not an http or https address.`, 'Name it as https://app.example.com.');
    }
    if (url.username !== '' || url.password !== '') {
      return refuse(
        `${url.origin} was given with a password in it.`,
        'Name the origin alone; credentials belong to actors.',
      );
    }
    const found = await pin(url, connectTo);
    if (found === null) return refuse(`${url.hostname} has no address.`, 'Start the app, or mend the name.');
    if (found.reach === 'internal' && isIP(bare(url.hostname)) === 0 && !found.chosen) {
      return refuse(
        `${url.hostname} leads to the internal address ${found.address}.`,
        'If that machine is meant, name it by its address.',
      );
    }
    allowed.set(url.origin, {
      origin: url.origin,
      address: found.address,
      reach: found.reach,
      ...(found.port === undefined ? {} : { port: found.port }),
    });
  }
  const [first] = allowed.keys();
  if (first === undefined)
    return refuse('No address of the app was given.', 'Name it with --target http://localhost:3000.');
  return {
    ok: true,
    scope: { first, allowed, loopback: [...allowed.values()].every(({ reach }) => reach === 'loopback') },
  };
};

const refuse = (reason: string, unlock: string): ScopeResult => ({ ok: false, reason, unlock });

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

interface Pin {
  address: string;
  port?: number;
  reach: Reach;
  /** By --connect-to. */
  chosen: boolean;
}

const pin = async (url: URL, connectTo: ConnectTo): Promise<Pin | null> => {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const host = bare(url.hostname);
  const chosen = connectTo.get(`${host}:${port}`);
  if (chosen !== undefined) return { ...chosen, reach: reachOf(chosen.address), chosen: true };
  if (isIP(host) !== 0) return { address: host, reach: reachOf(host), chosen: false };
  // RFC 6761 6.3: names below localhost are loopback, also where the resolver does not know.
  if (host === 'localhost' || host.endsWith('.localhost'))
    return { address: '127.0.0.1', reach: 'loopback', chosen: false };
  try {
    const { address } = await lookup(host, { order: 'ipv4first' });
    return { address, reach: reachOf(address), chosen: false };
  } catch {
    return null;
  }
};
