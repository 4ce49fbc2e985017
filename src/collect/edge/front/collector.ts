import type { EdgeHost } from '../../../model/evidence/edge/hosts.ts';
import type { CloudflareAccess } from '../cloudflare/collector.ts';
import { hiddenOrigins, type HiddenOrigins } from '../cloudflare/hidden-origins.ts';
import type { EdgeCollector, EdgeContext } from '../edge-collector.ts';
import { askOrigin } from './ask-origin.ts';
import { askPlatform } from './ask-platform.ts';
import { landingOf, type Landing } from './landing.ts';
import { originAddresses } from './origin-addresses.ts';
import { platformNames } from './platform-names.ts';
import { RANGES_OF } from './ranges.ts';
import { rangeTable } from './range-table.ts';
import { whoFronts } from './who-fronts.ts';

const MOST_HOSTS = 60;
const NOTHING: Promise<HiddenOrigins> = Promise.resolve({ addresses: [], targets: [] });
/** Hosts whose page is asked for elsewhere, the most important first. */
const MOST_COMPARED = 4;
const ORDER: readonly EdgeHost['purpose'][] = ['www', 'apex', 'app', 'api', 'admin'];

const rank = ({ purpose }: Pick<EdgeHost, 'purpose'>): number =>
  ORDER.includes(purpose) ? ORDER.indexOf(purpose) : ORDER.length;

/** `ranges`: by vendor, in place of the built-in ones of that vendor. `access`: to the zone at Cloudflare, whose records name what stands behind. */
export const frontCollector = (
  ranges: Readonly<Record<string, readonly string[]>> = {},
  access?: CloudflareAccess,
): EdgeCollector<'edge.front'> => ({
  provides: ['edge.front'],
  collect: async (context) => {
    const { net, hosts, progress, config } = context;
    const step = progress.step('who stands in front');
    const table = rangeTable(ranges);
    const alive = hosts.hosts.filter(({ outcome }) => outcome === 'found').slice(0, MOST_HOSTS);
    const hiding = access === undefined ? NOTHING : hiddenOrigins(access, hosts.domains, net.signal);
    const [hidden, fronts, landings, names] = await Promise.all([
      hiding,
      Promise.all(alive.map((host) => whoFronts(context, host, table))),
      landingsOf(context, alive),
      hiding.then((found) => platformNames(context, found)),
    ]);
    const shielded = new Set(fronts.filter(({ front }) => front?.kind === 'cdn').map(({ host }) => host));
    const behind = landings.filter(({ host }) => shielded.has(host));
    const candidates = behind.length === 0 ? [] : await originAddresses(context, fronts, table, hidden);
    const own = hosts.hosts.map(({ host }) => host).concat(config.domains);
    const [origins, platforms] = await Promise.all([
      Promise.all(
        candidates.flatMap((candidate) =>
          // A name that leads to the server itself is asked under its own name elsewhere.
          behind.map((landing) => askOrigin(net, candidate, landing)),
        ),
      ),
      Promise.all(names.map((name) => askPlatform(net, name, landings, own))),
    ]);
    step.end(
      `${fronts.filter(({ front }) => front !== null).length} of ${fronts.length} hosts have something in front`,
    );
    return { 'edge.front': { ok: true, value: { rangesOf: RANGES_OF, hosts: fronts, origins, platforms } } };
  },
});

const landingsOf = async (context: EdgeContext, hosts: readonly EdgeHost[]): Promise<Landing[]> => {
  const wanted = hosts.filter(({ purpose }) => purpose !== 'mail' && purpose !== 'status' && purpose !== 'docs');
  const found = await Promise.all(
    wanted
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, MOST_COMPARED * 3)
      .map(({ host }) => landingOf(context, host)),
  );
  return found.filter((one) => one !== null).slice(0, MOST_COMPARED);
};
