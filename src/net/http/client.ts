import type { LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Pool, type Dispatcher } from 'undici';
import { Deadline } from './deadline.ts';
import { decodeBody } from './decode-body.ts';
import type { HeaderList, WireAnswer, WireError, WireRequest } from './wire.ts';

export interface HttpClient {
  /** Sends one request. Redirects are answers. Never rejects. */
  exchange(request: WireRequest): Promise<WireAnswer | WireError>;
  close(): Promise<void>;
}

export interface HttpClientOptions {
  /** Where an origin is really reached: an address that was looked up once and stays, so that DNS cannot move the target under us. */
  pins: ReadonlyMap<string, { address: string; port?: number }>;
  /** Connections to one origin. */
  connections: number;
  /** Certificates to trust besides the system's, PEM. */
  ca?: readonly string[];
  /** Refuse certificates that browsers refuse. Default true. */
  verified?: boolean;
}

/** One client for all probes. Only origins with a pin can be reached. */
export const createHttpClient = ({ pins, connections, ca, verified = true }: HttpClientOptions): HttpClient => {
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string): Pool => {
    const known = pools.get(origin);
    if (known !== undefined) return known;
    const pin = pins.get(origin);
    if (pin === undefined) throw new Error(`${origin} is not an origin that may be reached`);
    const url = new URL(origin);
    const pool = new Pool(dialled(url, pin.port), {
      connections,
      pipelining: 1,
      // Each request has a deadline of its own.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: 64 * 1024,
      connect: {
        lookup: pinned(pin.address),
        timeout: 5_000,
        ...(ca === undefined ? {} : { ca: [...rootCertificates, ...ca] }),
        // What is only looked at is seen also where the server speaks what nobody should: how it speaks is judged elsewhere.
        ...(verified ? {} : { rejectUnauthorized: false, minVersion: 'TLSv1' as const, ciphers: 'DEFAULT@SECLEVEL=0' }),
        ...(url.protocol === 'https:' ? { servername: url.hostname } : {}),
      },
    });
    pools.set(origin, pool);
    return pool;
  };
  return {
    exchange: (request) => exchange(poolOf, request),
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
};

const dialled = (url: URL, port: number | undefined): string => {
  const target = new URL(url.origin);
  if (port !== undefined) target.port = String(port);
  return target.origin;
};

export const pinned =
  (address: string): LookupFunction =>
  (_host, options, callback) => {
    const family = address.includes(':') ? 6 : 4;
    if (options.all === true) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };

const exchange = async (poolOf: (origin: string) => Pool, request: WireRequest): Promise<WireAnswer | WireError> => {
  const begun = performance.now();
  const deadline = new Deadline(request.signal, request.timeout);
  try {
    const answer = await poolOf(request.origin).request({
      path: request.path,
      method: request.method,
      headers: { host: new URL(request.origin).host, ...request.headers },
      body: request.body ?? null,
      signal: deadline.signal,
      responseHeaders: 'raw',
    });
    const headers = headerList(answer.headers as unknown as readonly (string | Buffer)[]);
    const { bytes, cut, broken } = await readSome(answer.body, request, deadline);
    const coding = headers.find(([name]) => name === 'content-encoding')?.[1] ?? '';
    const decoded = await decodeBody(bytes, coding, request.maxBytes);
    const ms = performance.now() - begun;
    if (decoded.bomb) return { ok: false, kind: 'protocol', said: `a body packed to burst (${coding})`, ms };
    return {
      ok: true,
      status: answer.statusCode,
      headers,
      body: decoded.body,
      cut: cut || decoded.cut,
      ...(broken === undefined ? {} : { broken }),
      ms,
    };
  } catch (error) {
    return { ok: false, ...reasonOf(error, request.signal, deadline), ms: performance.now() - begun };
  } finally {
    deadline.release();
  }
};

/** The wire's own order and repetitions; undici gives names and values in turn. */
const headerList = (raw: readonly (string | Buffer)[]): HeaderList => {
  const list: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) list.push([latin1(raw[i]!).toLowerCase(), latin1(raw[i + 1]!)]);
  return list;
};

const latin1 = (value: string | Buffer): string => (typeof value === 'string' ? value : value.toString('latin1'));

/** So much is read before an answer is taken for one that never ends. */
const ENDLESS = 12 * 1024 * 1024;

const readSome = async (
  body: Dispatcher.ResponseData['body'],
  { maxBytes, until }: WireRequest,
  deadline: Deadline,
): Promise<{ bytes: Buffer; cut: boolean; broken?: string }> => {
  const chunks: Buffer[] = [];
  let size = 0;
  let seen = '';
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (size <= maxBytes) chunks.push(chunk);
      size += chunk.length;
      // A long answer and one without an end begin alike.
      if (size > ENDLESS || (size > maxBytes && (maxBytes === 0 || until !== undefined))) break;
      if (until === undefined) continue;
      seen += chunk.toString('utf8');
      if (until(seen)) return { bytes: Buffer.concat(chunks), cut: true };
    }
  } catch (error) {
    // A stream that is watched until the deadline has not failed, and what came before a break was seen.
    const isWatched = until !== undefined && deadline.expired;
    if (!isWatched && size === 0) throw error;
    const broken = isWatched
      ? {}
      : { broken: deadline.expired ? 'no complete answer in time' : 'the answer broke off' };
    return { bytes: Buffer.concat(chunks), cut: true, ...broken };
  }
  const broken = size > ENDLESS ? { broken: `an answer without an end (more than ${ENDLESS / 2 ** 20} MiB)` } : {};
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), cut: size > maxBytes, ...broken };
};

const CONNECTION: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection closed while sending',
  ENOTFOUND: 'no such host',
  EHOSTUNREACH: 'host not reachable',
  ENETUNREACH: 'network not reachable',
  UND_ERR_SOCKET: 'connection closed before the answer was complete',
  UND_ERR_CONNECT_TIMEOUT: 'no connection within 5 s',
};

/** Of those, what says that no server was reached. */
export const NOBODY: ReadonlySet<string> = new Set(
  ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].map((code) => CONNECTION[code] ?? code),
);

const reasonOf = (error: unknown, signal: AbortSignal, deadline: Deadline): Pick<WireError, 'kind' | 'said'> => {
  if (signal.aborted) return { kind: 'stopped', said: 'stopped' };
  if (deadline.expired) return { kind: 'timeout', said: 'no complete answer in time' };
  const {
    code = '',
    message = 'unknown error',
    cause,
  } = error as { code?: string; message?: string; cause?: { code?: string } };
  const known = CONNECTION[code] ?? CONNECTION[cause?.code ?? ''];
  if (known !== undefined) return { kind: 'connection', said: known };
  if (/CERT|TLS|SSL|SELF_SIGNED|ALTNAME/.test(code)) return { kind: 'connection', said: `TLS: ${message}` };
  return {
    kind: 'protocol',
    said: code.startsWith('HPE_') || /HTTP\/1\.1 protocol/.test(message) ? 'not HTTP' : message,
  };
};
