import type { Packet } from 'dns-packet';
import type { Evidence, EvidenceKey, EvidenceMap } from '../../../model/evidence/map.ts';
import type { EdgeConfig } from '../../../model/target.ts';
import { createNet, type Detour } from '../../../net/net.ts';
import {
  openDnsServer,
  type DnsServerHandle,
  type ZoneName,
  type ZoneRecord,
} from '../../../net/testing/dns-server.ts';
import type { AnyEdgeCollector } from '../edge-collector.ts';
import type { NamedHost } from '../hosts/read-hosts.ts';
import { lookAtEdge } from '../look-at-edge.ts';

export type Zone = Readonly<Record<string, readonly ZoneRecord[] | ZoneName>>;

/** Bytes or silence in place of what the zone has. */
export type Replace = (query: Packet, via: 'udp' | 'tcp') => Buffer | 'silence' | undefined;

export interface World {
  /** What the resolver knows; it answers for every address that has no server of its own. */
  zone: Zone;
  replace?: Replace;
  /** Name servers by their address on loopback. */
  servers?: Readonly<Record<string, { zone: Zone; replace?: Replace }>>;
  config?: Partial<EdgeConfig>;
  named?: readonly NamedHost[];
  evidence?: Evidence;
  detours?: readonly Detour[];
  now?: Date;
}

const RESOLVER = '127.81.0.1';
const QUIET = { step: () => ({ update: () => {}, end: () => {} }) };
const NOTHING: EdgeConfig = {
  domains: ['shop.test'],
  hosts: [],
  callbacks: [],
  private: [],
  public: [],
  originAddresses: [],
  mail: { domains: [], providers: [], selectors: [] },
};

const zonesOf = (zone: Zone): Map<string, ZoneName> =>
  new Map(
    Object.entries(zone).map(([name, one]) => [
      name,
      Array.isArray(one) ? { records: one as readonly ZoneRecord[] } : (one as ZoneName),
    ]),
  );

/** Runs one collector in a world of its own on loopback, all name servers at one port, and gives its first evidence. */
export const lookInto = async <K extends EvidenceKey>(
  world: World,
  collector: AnyEdgeCollector & { provides: readonly K[] },
): Promise<EvidenceMap[K]> => {
  const resolver = await openDnsServer(zonesOf(world.zone), world.replace, { address: RESOLVER });
  const opened: DnsServerHandle[] = [resolver];
  for (const [address, { zone, replace }] of Object.entries(world.servers ?? {}))
    opened.push(await openDnsServer(zonesOf(zone), replace, { address, port: resolver.port }));
  const net = createNet({
    servers: [resolver],
    detours: [
      ...(world.detours ?? []),
      ...Object.keys(world.servers ?? {}).map((host) => ({ host, port: 53, address: '', toPort: resolver.port })),
      { host: '', port: 53, address: RESOLVER, toPort: resolver.port },
    ],
    ca: [],
    now: () => world.now ?? new Date(),
    inside: true,
    runId: 'test',
    version: '0',
    signal: new AbortController().signal,
  });
  try {
    const evidence = await lookAtEdge({
      net,
      config: { ...NOTHING, ...world.config },
      named: world.named ?? [],
      evidence: world.evidence ?? {},
      readText: () => null,
      collectors: [collector],
      progress: QUIET,
      timings: {},
    });
    const fact = evidence[collector.provides[0] as K];
    if (fact?.ok !== true) throw new Error(fact?.reason ?? 'nothing was seen');
    return fact.value;
  } finally {
    await net.close();
    await Promise.all(opened.map((server) => server.close()));
  }
};

export const a = (data: string, ttl?: number): ZoneRecord => ({
  type: 'A',
  data,
  ...(ttl === undefined ? {} : { ttl }),
});
export const alias = (data: string): ZoneRecord => ({ type: 'CNAME', data });
export const ns = (data: string): ZoneRecord => ({ type: 'NS', data });
export const txt = (data: string): ZoneRecord => ({ type: 'TXT', data });
export const mx = (exchange: string): ZoneRecord => ({ type: 'MX', data: { preference: 10, exchange } });
export const soa = (change: Readonly<Record<string, unknown>> = {}): ZoneRecord => ({
  type: 'SOA',
  data: {
    mname: 'ns1.shop.test',
    rname: 'ops.shop.test',
    serial: 7,
    refresh: 7_200,
    retry: 3_600,
    expire: 1_209_600,
    minimum: 300,
    ...change,
  },
});
