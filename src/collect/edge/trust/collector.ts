import type { EdgeHost } from '../../../model/evidence/edge/hosts.ts';
import type { HostTrust } from '../../../model/evidence/edge/trust.ts';
import type { EdgeCollector, EdgeContext } from '../edge-collector.ts';
import { privateUrls } from '../hosts/private-urls.ts';
import { leadsAway } from './away.ts';
import { believedHosts } from './forwarded.ts';
import { trustedOrigins } from './origins.ts';

const MOST_HOSTS = 40;
const MOST_PRIVATE = 5;

/**
 * Says who it is not, and sees who is believed. Every path is made up, or its answer is for one user and its query made up:
 * what a cache would keep of such an answer, nobody else asks for.
 */
export const trustCollector: EdgeCollector<'edge.trust'> = {
  provides: ['edge.trust'],
  collect: async (context) => {
    const step = context.progress.step('foreign origins and hosts');
    const found = context.hosts.hosts.filter(({ outcome, purpose }) => outcome === 'found' && purpose !== 'mail');
    const seen = await Promise.all(found.slice(0, MOST_HOSTS).map((host) => lookAt(context, host)));
    const hosts = seen.filter((one) => one !== null);
    step.end(`${hosts.length} hosts asked`);
    return { 'edge.trust': { ok: true, value: { hosts } } };
  },
};

const lookAt = async (context: EdgeContext, { host, domain, purpose }: EdgeHost): Promise<HostTrust | null> => {
  const { net, page, hosts } = context;
  const front = await page(`https://${host}/`);
  if (!front.ok) return null;
  const asked = privateUrls(context)
    .filter((url) => new URL(url).hostname === host)
    .slice(0, MOST_PRIVATE)
    .map((url) => `${url}?${net.made(`private ${url}`)}`);
  const own = hosts.hosts.filter((one) => one.domain === domain && one.outcome === 'found').map((one) => one.host);
  const [origins, forwarded, away] = await Promise.all([
    trustedOrigins(net, { host, domain, own, urls: asked }),
    believedHosts(net, { host, urls: asked }),
    leadsAway(net, host),
  ]);
  return {
    host,
    purpose,
    answered: { origins: origins.answered, forwarded: forwarded.answered, away: away.answered },
    origins: origins.trusted,
    forwarded: forwarded.believed,
    away: away.led,
  };
};
