import type { AnyEdgeCollector } from '../../src/collect/edge/edge-collector.ts';
import { lookAtEdge } from '../../src/collect/edge/look-at-edge.ts';
import type { Evidence } from '../../src/model/evidence/map.ts';
import { createNet, type Detour } from '../../src/net/net.ts';
import { openDnsServer } from '../../src/net/testing/dns-server.ts';

/** What the program's own collectors see of names that all lead to loopback. */
export const see = async (
  collectors: readonly AnyEdgeCollector[],
  hosts: readonly string[],
  detours: readonly Detour[],
  root: string,
): Promise<Evidence> => {
  const dns = await openDnsServer(
    new Map(hosts.map((host) => [host, { records: [{ type: 'A', data: '127.0.0.1' }] }])),
  );
  const net = createNet({
    servers: [dns],
    detours,
    ca: [root],
    now: () => new Date(),
    inside: true,
    runId: 'bench',
    version: '0',
    signal: new AbortController().signal,
  });
  const nothing = { hosts: [], callbacks: [], private: [], public: [], originAddresses: [] };
  const evidence = await lookAtEdge({
    net,
    config: { domains: hosts, ...nothing, mail: { domains: [], providers: [], selectors: [] } },
    named: [],
    evidence: {},
    readText: () => null,
    collectors,
    progress: { step: () => ({ update: () => {}, end: () => {} }) },
    timings: {},
  });
  await Promise.all([net.close(), dns.close()]);
  return evidence;
};
