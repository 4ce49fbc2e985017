import type { Evidence } from '../../../model/evidence/map.ts';
import type { EdgeConfig } from '../../../model/target.ts';
import type { CloudflareEvidence, CloudflareZone } from '../../../model/evidence/edge/cloudflare.ts';
import { type ApiError, CloudflareApi } from '../../../net/cloudflare/api.ts';
import type { Net } from '../../../net/net.ts';
import type { EdgeCollector } from '../edge-collector.ts';
import { findZone, readZone } from './read-zone.ts';

export interface CloudflareAccess {
  token: string;
  /** Base of the API, where it is not Cloudflare's own. */
  base?: string;
}

const MOST_ZONES = 5;

/** Reads the zones of the domains, when the environment holds a token for them. Reads only. */
export const cloudflareCollector = (access?: CloudflareAccess): EdgeCollector<'edge.cloudflare'> => ({
  provides: ['edge.cloudflare'],
  collect: async ({ net, hosts, config, evidence, progress }) => {
    const called = calledPaths(config, evidence);
    const delegated = await delegatedTo(net, hosts.domains);
    const none = (kind: Problem['kind'], said: string) =>
      answer({ problem: { kind, said }, zones: [], unseen: hosts.domains, delegated, called });
    if (access === undefined) return none('no-token', 'CLOUDFLARE_API_TOKEN is not set');
    const step = progress.step('settings at Cloudflare');
    // A collector may not hold a run up.
    const signal = AbortSignal.any([net.signal, AbortSignal.timeout(12_000)]);
    const api = new CloudflareApi({ ...access, signal });
    const zones = new Map<string, Promise<CloudflareZone>>();
    const unseen: string[] = [];
    for (const domain of hosts.domains) {
      const found = await findZone(api, domain);
      if (!found.ok) {
        step.end(found.said);
        const isRefused = found.kind === 'unauthorized' || found.kind === 'forbidden';
        return none(isRefused ? 'refused' : 'unavailable', wordsOf(found));
      }
      const { head } = found;
      if (head === null) unseen.push(domain);
      else if (!zones.has(head.id) && zones.size < MOST_ZONES) zones.set(head.id, readZone(api, head));
    }
    const read = await Promise.all(zones.values());
    step.end(`${read.length} of ${hosts.domains.length} zones`);
    return answer({ problem: null, zones: read, unseen, delegated, called });
  },
});

type Problem = NonNullable<CloudflareEvidence['problem']>;

const answer = (value: CloudflareEvidence) => ({ 'edge.cloudflare': { ok: true, value } }) as const;

const delegatedTo = async ({ dns }: Net, domains: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(
    domains.map(async (domain) => {
      const { records } = await dns.ask(domain, 'NS');
      const isOurs = records.some((one) => one.type === 'NS' && /\.ns\.cloudflare\.com\.?$/i.test(one.data));
      return isOurs ? [domain] : [];
    }),
  );
  return found.flat();
};

/** What machines call: webhooks of payments and mail. */
const CALLED = /(?:^|[/_-])(?:webhooks?|hooks|stripe|svix)(?:[/_-]|$)/i;

const calledPaths = ({ callbacks }: EdgeConfig, evidence: Evidence): string[] => {
  const endpoints = evidence['code.endpoints'];
  const routes = endpoints?.ok === true ? endpoints.value.map(({ path }) => path) : [];
  const paths = [...callbacks.map((url) => new URL(url).pathname), ...routes];
  return [...new Set(paths.filter((path) => CALLED.test(path)))].slice(0, 20);
};

const wordsOf = ({ kind, said }: ApiError): string =>
  kind === 'unauthorized' || kind === 'forbidden'
    ? `Cloudflare refuses the token in CLOUDFLARE_API_TOKEN: ${said}`
    : `Cloudflare’s API did not answer: ${said}`;
