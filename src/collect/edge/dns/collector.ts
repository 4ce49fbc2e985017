import type { EdgeCollector } from '../edge-collector.ts';
import { readName } from './names.ts';
import { readZone } from './zones.ts';

const MOST_NAMES = 100;

/** The zones of the domains, and where each name leads. */
export const dnsCollector: EdgeCollector<'edge.dns'> = {
  provides: ['edge.dns'],
  collect: async ({ net, hosts, page, progress }) => {
    const step = progress.step('DNS');
    const [zones, names] = await Promise.all([
      Promise.all(
        hosts.domains.map((domain) =>
          readZone(
            net,
            domain,
            hosts.hosts.map(({ host }) => host),
          ),
        ),
      ),
      Promise.all(hosts.hosts.slice(0, MOST_NAMES).map((host) => readName(net, page, host))),
    ]);
    step.end(`${zones.length} zones, ${names.length} names`);
    return { 'edge.dns': { ok: true, value: { zones, names } } };
  },
};
