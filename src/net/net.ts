import { createHash, randomBytes } from 'node:crypto';
import { DnsClient, type Asker, type DnsServer } from './dns/client.ts';
import type { Place } from './dns/exchange.ts';
import { createHttpClient, NOBODY, type HttpClient } from './http/client.ts';
import type { HeaderList } from './http/wire.ts';
import { reachOf } from './addresses.ts';
import { tapedAsker } from './tape/taped-asker.ts';
import type { Tape } from './tape/tape.ts';
import { ROOT_ANCHORS, type TrustAnchor } from './dnssec/anchors.ts';

/** As curl's `--connect-to`: an empty host or no port means any; an empty address or no port there means the same one. */
export interface Detour {
  host: string;
  port?: number;
  address: string;
  toPort?: number;
}

export interface NetOptions {
  /** Resolvers, asked in this order. */
  servers: readonly DnsServer[];
  detours: readonly Detour[];
  /** Certificates of authorities to trust besides the system's, PEM. */
  ca: readonly string[];
  now: () => Date;
  /** Where DNSSEC begins; the root's keys when left out. */
  anchors?: readonly TrustAnchor[];
  /** Whether addresses of private networks may be contacted: what foreign DNS says must not lead our requests into the user's own network. */
  inside: boolean;
  runId: string;
  version: string;
  signal: AbortSignal;
  /** Requests at most in the whole run. Default 3,000. */
  requests?: number;
  /** Keeps what is asked, or gives what was kept. */
  tape?: Tape;
}

/** What a name leads to. `outcome` is that of the better family. */
export interface Addresses {
  v4: readonly string[];
  v6: readonly string[];
  outcome: 'found' | 'nodata' | 'nxdomain' | 'failed';
}

export interface NetRequest {
  url: string;
  method?: 'GET' | 'HEAD' | 'OPTIONS';
  headers?: Readonly<Record<string, string>>;
  /** Ask this address instead of the one that DNS names; the host stays in SNI and Host. */
  address?: string;
  /** Refuse certificates that browsers refuse. Default false: what a certificate is worth is judged elsewhere, and no credential is sent. */
  verified?: boolean;
  /** Milliseconds. Default 8,000. */
  timeout?: number;
  /** Bytes of the body that are kept. Default 512 KB. */
  maxBytes?: number;
}

export interface NetAnswer {
  ok: true;
  status: number;
  /** Names in lower case, in the order of the wire. */
  headers: HeaderList;
  body: Uint8Array;
  cut: boolean;
  ms: number;
}

/** `inside`: the address lies in a private network. `no-address`: DNS names none. `budget`: the run's requests are used up. */
export interface NetError {
  ok: false;
  kind: 'timeout' | 'connection' | 'protocol' | 'stopped' | 'inside' | 'no-address' | 'budget';
  said: string;
  ms: number;
}

/** The one way out for everything that looks at a public surface: DNS, HTTP and, through `places`, TLS. Looks only, and sends no credentials. */
export interface Net {
  dns: Asker;
  ca: readonly string[];
  now: () => Date;
  anchors: readonly TrustAnchor[];
  signal: AbortSignal;
  /** Headers by which a server's owner knows the run. */
  identity: Readonly<Record<string, string>>;
  /** Where a name's or an address's port is really reached. */
  dial(host: string, address: string, port: number): Place;
  /** Addresses of a host, asked for once. */
  addresses(host: string): Promise<Addresses>;
  /** Where a host's port is reached, best family first, one for each address; empty where there is none that may be contacted. */
  places(host: string, port: number): Promise<readonly Place[]>;
  /** One request; redirects are answers. Never rejects. */
  http(request: NetRequest): Promise<NetAnswer | NetError>;
  /** What else is asked of a place, such as a greeting of TLS: by way of the tape where there is one. `key` tells what is asked; `missing`: what is known where a recording does not hold it. */
  keep<T>(key: string, ask: () => Promise<T>, missing: () => T): Promise<T>;
  /** A label that nobody has, another one in each run and for each `what`; the same in a recording. */
  readonly made: (what: string) => string;
  /** Requests sent so far. */
  sent(): number;
  close(): Promise<void>;
}

export const createNet = (options: NetOptions): Net => {
  const { detours, ca, now, anchors = ROOT_ANCHORS, signal, inside, runId, version, requests = 3_000 } = options;
  const resolver = new DnsClient({
    servers: options.servers,
    dial: ({ address, port }) => dial('', address, port),
    // What foreign DNS says must not lead questions into the user's own network either.
    mayAsk: ({ address, port }) => isAllowed(address, dial('', address, port)),
  });
  const { tape } = options;
  const seed = tape?.seed ?? randomBytes(16).toString('hex');
  const keep: Net['keep'] = (key, ask, missing) => (tape === undefined ? ask() : tape.play(key, ask, missing));
  const dns = tape === undefined ? resolver : tapedAsker(resolver, tape);
  const identity = { 'user-agent': `launch-ready/${version}`, 'x-launch-ready-run': runId };
  const known = new Map<string, Promise<Addresses>>();
  const clients = new Map<string, { client: HttpClient; pins: Map<string, Place> }>();
  let sent = 0;

  const dial = (host: string, address: string, port: number): Place => {
    const detour = detours.find(
      (one) =>
        (one.host === '' || one.host === host || one.host === address) && (one.port === undefined || one.port === port),
    );
    if (detour === undefined) return { address, port };
    return { address: detour.address === '' ? address : detour.address, port: detour.toPort ?? port };
  };
  const addresses = (host: string): Promise<Addresses> => {
    const name = host.toLowerCase();
    let asked = known.get(name);
    if (asked === undefined) known.set(name, (asked = addressesOf(dns, name)));
    return asked;
  };
  /** A detour that the user gave may lead anywhere. */
  const isAllowed = (address: string, place: Place): boolean =>
    inside || place.address !== address || reachOf(address) === 'public';

  const clientFor = (address: string, verified: boolean) => {
    const key = `${address} ${verified}`;
    const made = clients.get(key);
    if (made !== undefined) return made;
    const pins = new Map<string, Place>();
    const client = createHttpClient({ pins, connections: 4, ...(ca.length === 0 ? {} : { ca }), verified });
    clients.set(key, { client, pins });
    return { client, pins };
  };

  const http = async (request: NetRequest): Promise<NetAnswer | NetError> => {
    const { hostname } = new URL(request.url);
    const { v4, v6 } =
      request.address === undefined
        ? await addresses(hostname.replaceAll(/[[\]]/g, ''))
        : { v4: [request.address], v6: [] };
    let answer: NetAnswer | NetError = { ok: false, kind: 'no-address', said: 'no address in DNS', ms: 0 };
    // As browsers do: an address where nobody is leaves the next one.
    for (const address of [...v4, ...v6].slice(0, MOST_TRIED)) {
      answer = await askAt(address, request);
      if (answer.ok || !NOBODY.has(answer.said)) return answer;
    }
    return answer;
  };

  const askAt = async (
    first: string,
    { url, method = 'GET', headers = {}, verified = false, timeout = 8_000, maxBytes = 512 * 1024 }: NetRequest,
  ): Promise<NetAnswer | NetError> => {
    const target = new URL(url);
    const host = target.hostname.replaceAll(/[[\]]/g, '');
    const place = dial(host, first, Number(target.port) || (target.protocol === 'https:' ? 443 : 80));
    if (!isAllowed(first, place))
      return { ok: false, kind: 'inside', said: `${first} is an address of a private network`, ms: 0 };
    if (sent >= requests) return { ok: false, kind: 'budget', said: `more than ${requests} requests`, ms: 0 };
    sent++;
    const { client, pins } = clientFor(first, verified);
    pins.set(target.origin, place);
    return client.exchange({
      origin: target.origin,
      path: `${target.pathname}${target.search}`,
      method,
      headers: {
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        ...identity,
        ...headers,
      },
      timeout,
      maxBytes,
      signal,
    });
  };

  return {
    dns,
    ca,
    now,
    anchors,
    signal,
    identity,
    dial,
    addresses,
    places: (host, port) =>
      keep(
        `places ${host} ${port}`,
        async () => {
          const { v4, v6 } = await addresses(host);
          return [...v4, ...v6].flatMap((address) => {
            const place = dial(host, address, port);
            return isAllowed(address, place) ? [place] : [];
          });
        },
        () => [],
      ),
    keep,
    made: (what) => `lr${createHash('sha256').update(`${seed} ${what}`).digest('hex').slice(0, 12)}`,
    http: (request) => {
      const { timeout: _, ...asked } = request;
      return keep(
        `http ${JSON.stringify(asked)}`,
        () => http(request),
        () => NOT_RECORDED,
      );
    },
    sent: () => sent,
    close: async () => {
      await Promise.all([...clients.values()].map(({ client: one }) => one.close()));
    },
  };
};

/** Addresses of one host that are tried. */
const MOST_TRIED = 3;

const NOT_RECORDED: NetError = { ok: false, kind: 'connection', said: 'it is not in the recording', ms: 0 };

/** Of one family: a host with more is an answer made to be large. */
const MOST_ADDRESSES = 64;

const addressesOf = async (dns: Asker, host: string): Promise<Addresses> => {
  const [four, six] = await Promise.all([dns.ask(host, 'A'), dns.ask(host, 'AAAA')]);
  const v4 = four.records.flatMap((record) => (record.type === 'A' ? [record.data] : [])).slice(0, MOST_ADDRESSES);
  const v6 = six.records.flatMap((record) => (record.type === 'AAAA' ? [record.data] : [])).slice(0, MOST_ADDRESSES);
  const outcomes = [four.outcome, six.outcome];
  return {
    v4,
    v6,
    outcome:
      v4.length + v6.length > 0
        ? 'found'
        : outcomes.includes('nxdomain')
          ? 'nxdomain'
          : outcomes.every((one) => one === 'nodata' || one === 'answer')
            ? 'nodata'
            : 'failed',
  };
};
