import type { Reliance, ReliedDomain } from '../../../model/evidence/edge/reliance.ts';
import type { EdgeCollector, EdgeContext } from '../edge-collector.ts';
import { hostName } from '../hosts/read-hosts.ts';
import { relianceInCode } from './in-code.ts';
import { relianceInPages } from './in-pages.ts';
import { relianceInRecords } from './in-records.ts';
import { registrableOf } from './registrable.ts';
import { askRegistry } from './registry.ts';

const MOST_DOMAINS = 80;
const MOST_USES = 20;

/** Domains of others that the site relies on, and whether anybody holds them. */
export const relianceCollector: EdgeCollector<'edge.reliance'> = {
  provides: ['edge.reliance'],
  collect: async (context) => {
    const step = context.progress.step('domains of others');
    const [records, pages] = await Promise.all([relianceInRecords(context), relianceInPages(context)]);
    const uses = [...records, ...pages, ...relianceInCode(context.evidence)].flatMap((use) => foreign(context, use));
    const byDomain = [...Map.groupBy(uses, ({ name }) => registrableOf(name)?.domain ?? name)].slice(0, MOST_DOMAINS);
    const domains = await Promise.all(byDomain.map(([domain, of]) => heldBy(context, domain, of)));
    const free = domains.filter(({ state }) => state === 'free').length;
    step.end(`${domains.length} domains${free === 0 ? '' : `, ${free} of them held by nobody`}`);
    return { 'edge.reliance': { ok: true, value: { domains } } };
  },
};

/** The use with its name as DNS has it; none where the name is the site's own, or no name. */
const foreign = ({ hosts }: EdgeContext, use: Reliance): Reliance[] => {
  const name = hostName(use.name);
  const isOwn = hosts.domains.some((domain) => name === domain || name?.endsWith(`.${domain}`) === true);
  return name === null || isOwn ? [] : [{ ...use, name }];
};

/** A name with an answer is somebody's; only for one that has none the registry is asked. */
const heldBy = async ({ net }: EdgeContext, domain: string, uses: readonly Reliance[]): Promise<ReliedDomain> => {
  const kept = [...new Map(uses.map((use) => [JSON.stringify(use), use])).values()].slice(0, MOST_USES);
  const sold = registrableOf(domain);
  const { outcome } = await net.dns.ask(domain, 'NS');
  if (sold === null || outcome === 'answer' || outcome === 'nodata') return { domain, state: 'held', uses: kept };
  return { domain, ...(await askRegistry(net, sold.domain, sold.zone)), uses: kept };
};
