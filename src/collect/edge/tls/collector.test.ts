import { once } from 'node:events';
import { createServer as createSecure } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import type { EdgeTls } from '../../../model/evidence/edge/tls.ts';
import { createNet } from '../../../net/net.ts';
import { makeAuthority, type CertificateSpec } from '../../../net/testing/authority.ts';
import { openDnsServer } from '../../../net/testing/dns-server.ts';
import { lookAtEdge } from '../look-at-edge.ts';
import { tlsCollector } from './collector.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const QUIET = { step: () => ({ update: () => {}, end: () => {} }) };
const authority = await makeAuthority();

const opened = async (server: Server, { address = '127.0.0.1', port = 0 } = {}): Promise<number> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await once(server.listen(port, address), 'listening');
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
};

const secured = async (
  spec: Partial<CertificateSpec> = {},
  options: TlsOptions = {},
  where: { address?: string; port?: number } = {},
): Promise<number> => {
  const issued = await authority.issue({ names: ['shop.test'], days: 90, age: 30, chain: true, ...spec });
  return opened(
    createSecure({ ...issued, ...options }, (_, response) => {
      response.setHeader('strict-transport-security', 'max-age=63072000');
      response.end('shop');
    }),
    where,
  );
};

/** What is seen of `shop.test`, whose port 443 is at that port. */
const look = async (port: number, now = new Date(), addresses = ['127.0.0.1']): Promise<EdgeTls> => {
  const records = addresses.map((data) => ({ type: 'A' as const, data }));
  const dns = await openDnsServer(new Map([['shop.test', { records }]]));
  closers.push(() => dns.close());
  const net = createNet({
    servers: [dns],
    detours: [{ host: '', port: 443, address: '', toPort: port }],
    ca: [authority.root],
    now: () => now,
    inside: true,
    runId: 'test',
    version: '0',
    signal: new AbortController().signal,
  });
  closers.push(() => net.close());
  const empty = { domains: ['shop.test'], hosts: [], callbacks: [], private: [], public: [], originAddresses: [] };
  const evidence = await lookAtEdge({
    net,
    config: { ...empty, mail: { domains: [], providers: [], selectors: [] } },
    named: [],
    evidence: {},
    readText: () => null,
    collectors: [tlsCollector],
    progress: QUIET,
    timings: {},
  });
  const fact = evidence['edge.tls'];
  const [host] = fact?.ok === true ? fact.value : [];
  if (host === undefined) throw new Error('nothing was seen');
  return host;
};

test('a sound server: versions, certificate, header', async () => {
  const seen = await look(await secured());
  expect(seen.outcome).toBe('spoken');
  expect(seen.versions.map(({ version }) => version)).toEqual(['TLS 1.2', 'TLS 1.3']);
  expect(seen.certificate).toMatchObject({
    names: ['shop.test'],
    matches: true,
    begun: true,
    key: { type: 'ec', bits: 256 },
  });
  expect(seen.certificate?.left).toBeCloseTo(2 / 3, 1);
  expect([seen.problem, seen.sent, seen.hsts]).toEqual([undefined, 2, ['max-age=63072000']]);
});

test('of TLS 1.3, which says little in the clear, the handshake tells the rest', async () => {
  const issued = await authority.issue({ names: ['shop.test'], days: 90, age: 30, chain: true });
  const server = createSecure({ ...issued, minVersion: 'TLSv1.3', ALPNProtocols: ['h2', 'http/1.1'] }, (_, response) =>
    response.end('shop'),
  );
  server.on('OCSPRequest', (_, __, answer) => answer(null, Buffer.from('an answer')));
  const seen = await look(await opened(server));
  expect(seen).toMatchObject({ alpn: ['h2', 'http/1.1'], sent: 2, stapled: true });
  const bare = await secured({ chain: false }, { minVersion: 'TLSv1.3', ALPNProtocols: [] });
  expect(await look(bare)).toMatchObject({ alpn: [], sent: 1, stapled: false });
});

test('time is the one that is given', async () => {
  const later = new Date(Date.now() + 61 * 24 * 3_600_000);
  const seen = await look(await secured(), later);
  expect(seen.certificate?.left).toBeLessThan(0);
  expect(seen.problem).toBeUndefined();
});

describe('a host of several addresses', () => {
  const THREE = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];

  test('each is greeted; one sends a certificate that ended, one is not there', async () => {
    const port = await secured();
    await secured({ days: 10, age: 11 }, {}, { address: '127.0.0.2', port });
    const seen = await look(port, new Date(), THREE);
    expect(seen).toMatchObject({ outcome: 'spoken', at: `127.0.0.1:${port}`, certificate: { begun: true } });
    expect(seen.certificate?.daysLeft).toBeGreaterThan(0);
    expect(seen.beside).toMatchObject([
      { at: `127.0.0.2:${port}`, outcome: 'spoken', certificate: { daysLeft: -2 } },
      { at: `127.0.0.3:${port}`, outcome: 'silent' },
    ]);
  });

  test('where the first is not there, the next one tells; who hangs up is no server either', async () => {
    const port = await secured({}, {}, { address: '127.0.0.2' });
    const rude = createServer((socket) => socket.on('error', () => {}).destroy());
    await opened(rude, { address: '127.0.0.3', port });
    const seen = await look(port, new Date(), THREE);
    expect(seen).toMatchObject({ outcome: 'spoken', at: `127.0.0.2:${port}`, hsts: ['max-age=63072000'] });
    expect(seen.beside?.map(({ at, outcome }) => [at, outcome])).toEqual([
      [`127.0.0.1:${port}`, 'silent'],
      [`127.0.0.3:${port}`, 'refused'],
    ]);
  });

  test('where none is there it is silent', async () => {
    const port = await secured({}, {}, { address: '127.0.0.4' });
    expect(await look(port, new Date(), THREE)).toMatchObject({ outcome: 'silent', at: `127.0.0.1:${port}` });
  });
});

test.each<[string, Partial<CertificateSpec>, object]>([
  ['another name', { names: ['other.test'] }, { certificate: { matches: false, names: ['other.test'] } }],
  ['signed by itself', { selfSigned: true }, { problem: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
  ['the one in between not sent', { chain: false }, { problem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', sent: 1 }],
  ['ended', { days: 10, age: 11 }, { certificate: { daysLeft: -2 } }],
  ['not begun', { age: -2 }, { certificate: { begun: false } }],
  ['names with odd bytes', { names: ['shop.test', 'a\u001b[31m,DNS:b'] }, { certificate: { matches: true } }],
])('%s', async (_, spec, expected) => {
  expect(await look(await secured(spec))).toMatchObject({ outcome: 'spoken', ...expected });
});

test.each<[string, (socket: Socket) => void, EdgeTls['outcome']]>([
  ['garbage', (socket) => socket.write('x'.repeat(100_000)), 'refused'],
  ['a hang-up', (socket) => socket.destroy(), 'refused'],
  ['half a handshake, then nothing', (socket) => socket.write(Buffer.from([22, 3, 3, 0, 200, 2])), 'hanging'],
  ['nothing at all', () => {}, 'hanging'],
])('%s is bounded and an outcome of its own', { timeout: 30_000 }, async (_, answer, outcome) => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    answer(socket);
  });
  const seen = await look(await opened(server));
  expect([seen.outcome, seen.versions]).toEqual([outcome, []]);
});
