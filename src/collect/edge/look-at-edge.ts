import type { EdgeHosts } from '../../model/evidence/edge/hosts.ts';
import type { Evidence, EvidenceKey } from '../../model/evidence/map.ts';
import type { Progress } from '../../model/progress.ts';
import type { EdgeConfig } from '../../model/target.ts';
import type { Visit } from '../../net/browser/visit.ts';
import type { Net, NetAnswer, NetError } from '../../net/net.ts';
import type { AnyEdgeCollector } from './edge-collector.ts';
import { readHosts, type NamedHost } from './hosts/read-hosts.ts';

export interface EdgeLook {
  net: Net;
  config: EdgeConfig;
  /** Hosts that the repository or a zone names. */
  named: readonly NamedHost[];
  evidence: Evidence;
  visit?: (url: string) => Promise<Visit | null>;
  readText(path: string): string | null;
  collectors: readonly AnyEdgeCollector[];
  progress: Progress;
  /** Gets the milliseconds that each took, by its first key. */
  timings: Record<string, number>;
}

/** Finds the hosts, then looks at all sides of them at once. Never throws; what went wrong is a fact. */
export const lookAtEdge = async (look: EdgeLook): Promise<Evidence> => {
  const { net, config, named, collectors, progress, timings } = look;
  const step = progress.step('hosts');
  const hosts = await readHosts(net, config.domains, [
    ...config.hosts.map((host): NamedHost => ({ host, from: { by: 'config' } })),
    ...named,
  ]);
  const alive = hosts.hosts.filter(({ outcome }) => outcome === 'found').length;
  step.end(`${alive} of ${hosts.hosts.length} have an address`);
  const problem = nobodyThere(hosts);
  if (problem !== null) return noEdge(collectors, problem.reason, problem.unlock);
  const context = { ...look, hosts, page: pages(net) };
  const parts = await Promise.all(
    collectors.map(async (collector) => {
      const begun = performance.now();
      const found = await collector.collect(context).catch((error: unknown) => failed(collector, error));
      timings[collector.provides[0] ?? ''] = Math.round(performance.now() - begun);
      return found;
    }),
  );
  return Object.assign({ 'edge.hosts': { ok: true, value: hosts } } satisfies Evidence, ...parts) as Evidence;
};

/** An error of ours while looking at one side takes no other side along. */
const failed = ({ provides }: AnyEdgeCollector, error: unknown): Evidence => {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const missing = {
    ok: false,
    reason: `launch-ready failed while it looked at this (${said.slice(0, 200)})`,
    unlock: 'Report this line as a fault of launch-ready; the rest of the review stands.',
  } as const;
  return Object.fromEntries(provides.map((key) => [key, missing]));
};

/** The same reason for every kind of edge evidence. */
export const noEdge = (collectors: readonly AnyEdgeCollector[], reason: string, unlock: string): Evidence => {
  const keys: EvidenceKey[] = ['edge.hosts', ...collectors.flatMap(({ provides }) => provides)];
  return Object.fromEntries(keys.map((key) => [key, { ok: false, reason, unlock }]));
};

/** DNS that says nothing at all is no statement about the domain. */
const nobodyThere = ({ domains, hosts }: EdgeHosts): { reason: string; unlock: string } | null =>
  hosts.every(({ outcome }) => outcome === 'failed')
    ? {
        reason: `No name server answered for ${domains.join(', ')}`,
        unlock: 'Look whether this machine reaches a resolver, or name one with --resolver, e.g. --resolver 9.9.9.9.',
      }
    : null;

const pages = (net: Net): ((url: string) => Promise<NetAnswer | NetError>) => {
  const seen = new Map<string, Promise<NetAnswer | NetError>>();
  return (url) => {
    let asked = seen.get(url);
    if (asked === undefined) seen.set(url, (asked = net.http({ url })));
    return asked;
  };
};
