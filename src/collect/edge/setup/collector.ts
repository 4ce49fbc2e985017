import type { EdgeHost } from '../../../model/evidence/edge/hosts.ts';
import type { EdgeSetup, ZoneSetup } from '../../../model/evidence/edge/setup.ts';
import type { EdgeCollector, EdgeContext } from '../edge-collector.ts';
import { switchedRecord } from './cutover.ts';
import { lameDelegation } from './delegation.ts';
import { familiesOf, reachOfV6 } from './families.ts';
import { mixedAt } from './mixed.ts';
import { ownServers, type OwnServer } from './own-servers.ts';
import { transfersOf } from './transfer.ts';
import { wildOf } from './wild.ts';

const MOST_HOSTS = 60;
const SWITCHED = new Set(['apex', 'www', 'app', 'api', 'assets']);

/** How the zones are set up: their servers, aliases beside other records, names that were handed on, both families of addresses. */
export const setupCollector: EdgeCollector<'edge.setup'> = {
  provides: ['edge.setup'],
  collect: async (context) => {
    const { net, hosts, config, progress } = context;
    const step = progress.step('zones');
    const zones = await Promise.all(hosts.domains.map((domain) => readSetup(context, domain)));
    const reachesV6 = reachOfV6(net);
    const serverFor = ({ domain }: EdgeHost): OwnServer | undefined =>
      zones.find(({ zone }) => zone.domain === domain)?.server;
    const each = hosts.hosts.slice(0, MOST_HOSTS);
    const isAhead = config.cutover !== undefined && net.now().toISOString().slice(0, 10) <= config.cutover;
    const found = await Promise.all(
      each.map(async (host) => {
        const server = serverFor(host);
        const isFailing = host.outcome === 'failed';
        const [mixed, delegation, families, switched] = await Promise.all([
          server === undefined || isFailing ? undefined : mixedAt(net, host.host, server),
          server === undefined || !isFailing ? undefined : lameDelegation(net, host.host, host.domain, server),
          host.addresses.v6.length === 0 ? undefined : familiesOf(net, host, reachesV6),
          server === undefined || !isAhead || !SWITCHED.has(host.purpose) ? [] : switchedRecord(net, host.host, server),
        ]);
        return { mixed, delegation, families, switched };
      }),
    );
    step.end(`${zones.length} zones`);
    const value: EdgeSetup = {
      zones: zones.map(({ zone }) => zone),
      mixed: found.flatMap(({ mixed }) => mixed ?? []),
      delegations: found.flatMap(({ delegation }) => delegation ?? []),
      families: found.flatMap(({ families }) => families ?? []),
      ...(isAhead ? { cutover: { on: config.cutover ?? '', records: found.flatMap(({ switched }) => switched) } } : {}),
    };
    return { 'edge.setup': { ok: true, value } };
  },
};

const readSetup = async (
  context: EdgeContext,
  domain: string,
): Promise<{ zone: ZoneSetup; server: OwnServer | undefined }> => {
  const [{ addresses, good }, wild] = await Promise.all([ownServers(context.net, domain), wildOf(context, domain)]);
  const [server] = good;
  const transfers = await transfersOf(context.net, domain, good);
  const zone: ZoneSetup = {
    domain,
    ...(server === undefined ? {} : { soa: { server: server.name, ...server.soa } }),
    networks: [...new Set(addresses.map(networkOf))],
    transfers,
    ...(wild === undefined ? {} : { wild }),
  };
  return { zone, server };
};

/** What one router mostly serves: a /24 of IPv4, a /48 of IPv6. */
const networkOf = (address: string): string =>
  address.includes(':') ? address.split(':').slice(0, 3).join(':') : address.split('.').slice(0, 3).join('.');
