import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createPlain, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { createSecureContext, type SecureContext, type SecureVersion } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { type Authority, type CertificateSpec } from '../../../src/net/testing/authority.ts';
import type { HostKind, SiteAnswer } from './site.ts';

/** `edge.json`. */
export interface EdgeFile {
  ranges: Record<string, string[]>;
  /** What its answers say about who gives them. Default: as Cloudflare. */
  says?: Record<string, string>;
  origin: { address: string; onlyFromTheEdge: boolean };
  tls: { min: SecureVersion; max: SecureVersion; ciphers?: string };
  certificates: readonly CertificateSpec[];
  /** Further addresses of the CDN, each with a certificate of its own. */
  beside?: Record<string, CertificateSpec>;
  /** Servers of old that speak HTTP alone, by address. */
  plain?: Record<string, HostKind>;
  alwaysHttps: boolean;
  /** Status of that redirect. Default 301. */
  alwaysHttpsStatus?: number;
  redirects: readonly { from: string; to: string; status: number; keepsPath?: boolean }[];
  cache: { extensions: readonly string[]; everything: readonly string[] };
  hosts: Record<string, HostKind>;
}

export type Site = (kind: HostKind, request: IncomingMessage) => SiteAnswer;

/** Mozilla's guideline 6.0. */
const INTERMEDIATE = ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305']
  .flatMap((cipher) => [`ECDHE-ECDSA-${cipher}`, `ECDHE-RSA-${cipher}`])
  .join(':');

export const EDGE = '127.30.0.10';

export interface EdgeServers {
  https: number;
  http: number;
  close(): Promise<void>;
}

const isNamed = (names: readonly string[], host: string): boolean =>
  names.some((name) => name === host || (name.startsWith('*.') && host.slice(host.indexOf('.') + 1) === name.slice(2)));

const hostOf = (request: IncomingMessage): string => (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();

const send = (response: ServerResponse, { status, headers, body }: SiteAnswer): void => {
  response.writeHead(status, headers);
  response.end(body);
};

/** A CDN in front of the shop, and the server of the shop behind it at an address of its own. */
export const openEdge = async (
  edge: EdgeFile,
  site: Site,
  authority: Authority,
  always: Readonly<Record<string, string>>,
): Promise<EdgeServers> => {
  const own = edge.tls.ciphers ?? (edge.tls.min.startsWith('TLSv1.2') ? INTERMEDIATE : undefined);
  const ciphers = own === undefined ? {} : { ciphers: own };
  const issued = await Promise.all(
    edge.certificates.map(async (spec) => {
      const { cert, key } = await authority.issue(spec);
      return {
        spec,
        context: createSecureContext({
          cert,
          key,
          minVersion: edge.tls.min,
          maxVersion: edge.tls.max,
          ...ciphers,
        }),
        cert,
        key,
      };
    }),
  );
  const [first] = issued;
  if (first === undefined) throw new Error('edge.json names no certificate');
  const contextOf = (host: string): SecureContext =>
    (
      issued.find(({ spec }) => spec.names.includes(host)) ??
      issued.find(({ spec }) => isNamed(spec.names, host)) ??
      first
    ).context;
  const options = {
    cert: first.cert,
    key: first.key,
    minVersion: edge.tls.min,
    maxVersion: edge.tls.max,
    ...ciphers,
    SNICallback: (host: string, done: (error: null, context: SecureContext) => void) => done(null, contextOf(host)),
  };
  const cached = new Map<string, { answer: SiteAnswer; at: number }>();

  const throughEdge = (request: IncomingMessage, response: ServerResponse, scheme: 'http' | 'https'): void => {
    const host = hostOf(request);
    const ray = edge.says ?? { server: 'cloudflare', 'cf-ray': `${randomBytes(8).toString('hex')}-AMS` };
    const kind = edge.hosts[host] ?? edge.hosts['*'];
    if (kind === undefined) return send(response, { status: 409, headers: ray, body: 'error code: 1001' });
    const path = request.url ?? '/';
    if (scheme === 'http' && edge.alwaysHttps)
      return send(response, {
        status: edge.alwaysHttpsStatus ?? 301,
        headers: { ...ray, location: `https://${host}${path}` },
        body: '',
      });
    // An edge puts it on its own answers too.
    const { 'strict-transport-security': hsts } = always;
    const rule = edge.redirects.find(({ from }) => from === host);
    if (rule !== undefined)
      return send(response, {
        status: rule.status,
        headers: {
          ...ray,
          ...(hsts === undefined ? {} : { 'strict-transport-security': hsts }),
          location: `${rule.to}${rule.keepsPath === false ? '/' : path}`,
        },
        body: '',
      });
    const key = `${host}${path}`;
    const isCached =
      request.method === 'GET' &&
      (edge.cache.extensions.some((extension) => path.split('?')[0]?.endsWith(`.${extension}`)) ||
        edge.cache.everything.some((prefix) => path.startsWith(prefix)));
    const known = isCached ? cached.get(key) : undefined;
    const answer = known?.answer ?? site(kind, request);
    const isForced = edge.cache.everything.some((prefix) => path.startsWith(prefix));
    const mayKeep =
      isCached &&
      (answer.status === 200 || (isForced && answer.status < 400)) &&
      (isForced || !/no-store|private/.test(answer.headers['cache-control'] ?? ''));
    if (mayKeep && known === undefined) cached.set(key, { answer, at: Date.now() });
    const status = known !== undefined ? 'HIT' : mayKeep ? 'MISS' : 'DYNAMIC';
    const age = known === undefined ? {} : { age: String(Math.floor((Date.now() - known.at) / 1000) + 1) };
    send(response, {
      ...answer,
      headers: { ...answer.headers, ...ray, ...(edge.says === undefined ? { 'cf-cache-status': status } : {}), ...age },
    });
  };
  const atOrigin = (request: IncomingMessage, response: ServerResponse): void => {
    const kind = edge.hosts[hostOf(request)];
    if (edge.origin.onlyFromTheEdge || kind === undefined) return void request.socket.destroy();
    send(response, { ...site(kind, request), headers: { ...site(kind, request).headers, server: 'nginx' } });
  };

  const servers: Server[] = [];
  const listen = async (server: Server, address: string, port: number): Promise<number> => {
    servers.push(server);
    await once(server.listen(port, address), 'listening');
    return (server.address() as AddressInfo).port;
  };
  const https = await listen(
    createServer(options, (request, response) => throughEdge(request, response, 'https')),
    EDGE,
    0,
  );
  const http = await listen(
    createPlain((request, response) => throughEdge(request, response, 'http')),
    EDGE,
    0,
  );
  for (const [address, spec] of Object.entries(edge.beside ?? {})) {
    const { cert, key } = await authority.issue(spec);
    const { SNICallback: _, ...same } = options;
    await listen(
      createServer({ ...same, cert, key }, (request, response) => throughEdge(request, response, 'https')),
      address,
      https,
    );
  }
  await listen(createServer(options, atOrigin), edge.origin.address, https);
  await listen(createPlain(atOrigin), edge.origin.address, http);
  for (const [address, kind] of Object.entries(edge.plain ?? {}))
    await listen(
      createPlain((request, response) => send(response, site(kind, request))),
      address,
      http,
    );
  return {
    https,
    http,
    close: async () => {
      await Promise.all(
        servers.map(async (server) => {
          server.closeAllConnections();
          server.close();
          await once(server, 'close');
        }),
      );
    },
  };
};
