import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence } from '../../../../model/evidence/map.ts';
import type { EdgeFronts } from '../../../../model/evidence/edge/front.ts';
import { silent } from '../../../../model/progress.ts';
import { createNet, type NetAnswer, type NetError } from '../../../../net/net.ts';
import { openFakeApi } from '../../../../net/cloudflare/testing/fake-api.ts';
import type { FakeZone } from '../../../../net/cloudflare/testing/fake-zone.ts';
import { openDnsServer, type Zones } from '../../../../net/testing/dns-server.ts';
import { readHosts } from '../../hosts/read-hosts.ts';
import { frontCollector } from '../collector.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Addresses that count as Cloudflare's here. */
export const EDGE = '127.0.10.1';
export const RANGES = { cloudflare: ['127.0.10.0/24'] };

const certificate = (): { key: Buffer; cert: Buffer } => {
  const folder = mkdtempSync(join(tmpdir(), 'front-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=shop.test'];
  execFileSync('openssl', [...asked, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
};

let made: ReturnType<typeof certificate> | undefined;

const names = (records: Readonly<Record<string, readonly [type: string, data: unknown][]>>): Zones =>
  new Map(
    Object.entries(records).map(([name, list]) => [name, { records: list.map(([type, data]) => ({ type, data })) }]),
  );

export interface World {
  dns: Readonly<Record<string, readonly [type: string, data: unknown][]>>;
  /** What answers at each address. */
  servers: Readonly<Record<string, Handler>>;
  originAddresses?: readonly string[];
  named?: readonly string[];
  evidence?: Evidence;
  inside?: boolean;
  /** The zone at Cloudflare, for whoever has a token. */
  zone?: FakeZone;
}

/** Looks at a small world on loopback: name server, edge and origins, each at its own address. */
export const lookAt = async (world: World): Promise<{ fronts: EdgeFronts }> => {
  made ??= certificate();
  const dns = await openDnsServer(names(world.dns));
  const api = world.zone === undefined ? null : await openFakeApi([world.zone]);
  const open: Server[] = [];
  let port = 0;
  for (const [address, handler] of Object.entries(world.servers)) {
    const server = createServer(made, handler);
    server.on('tlsClientError', () => {});
    await once(server.listen(port, address), 'listening');
    ({ port } = server.address() as AddressInfo);
    open.push(server);
  }
  const net = createNet({
    servers: [{ address: '127.0.0.1', port: dns.port }],
    detours: [{ host: '', port: 443, address: '', toPort: port }],
    ca: [],
    now: () => new Date(),
    inside: world.inside ?? true,
    runId: 'test',
    version: 'test',
    signal: new AbortController().signal,
  });
  try {
    const hosts = await readHosts(
      net,
      ['shop.test'],
      (world.named ?? []).map((host) => ({ host, from: { by: 'config' } })),
    );
    const pages = new Map<string, Promise<NetAnswer | NetError>>();
    const config = {
      domains: ['shop.test'],
      hosts: [],
      callbacks: [],
      private: [],
      public: [],
      originAddresses: world.originAddresses ?? [],
      mail: { domains: [], providers: [], selectors: [] },
    };
    const found = await frontCollector(
      RANGES,
      api === null ? undefined : { token: 'right-token', base: api.base },
    ).collect({
      net,
      hosts,
      config,
      evidence: world.evidence ?? {},
      page: (url) => {
        const asked = pages.get(url) ?? net.http({ url });
        pages.set(url, asked);
        return asked;
      },
      readText: () => null,
      progress: silent,
    });
    const fact = found['edge.front'];
    if (!fact.ok) throw new Error(fact.reason);
    return { fronts: fact.value };
  } finally {
    await net.close();
    await dns.close();
    await api?.close();
    for (const server of open) {
      server.closeAllConnections();
      server.close();
    }
  }
};

const STORY =
  'Hand-made lamps and bowls from small workshops, sent to you within two days of the order by people who care'.split(
    ' ',
  );

/** A page with a story of its own, and a token that is another one in each answer. */
export const page = (title: string, turn = 0): string => {
  const words = [...STORY.slice(turn), ...STORY.slice(0, turn)];
  if (turn > 0) words.reverse();
  const token = `${Date.now()}${Math.random().toString(16).slice(2)}aa`;
  return `<html><head><title>${title}</title><meta name="csrf" content="${token}"></head><body>${words.join(' ')}</body></html>`;
};

export const site =
  (title: string, turn = 0, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(page(title, turn));
  };
