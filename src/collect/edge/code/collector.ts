import type { HostingDomain } from '../../../model/evidence/hosting.ts';
import type { EdgeCode } from '../../../model/evidence/edge/code.ts';
import { canonical } from '../../../net/dns/message.ts';
import { claimable } from '../dns/claimable.ts';
import type { EdgeCollector, EdgeContext } from '../edge-collector.ts';
import { hostName } from '../hosts/read-hosts.ts';
import { tenantOf } from './tenants.ts';

const MOST_NAMES = 40;

/** Own addresses, cookie domains and origins of the code, held against DNS and the edge. */
export const codeNamesCollector: EdgeCollector<'edge.code'> = {
  provides: ['edge.code'],
  collect: async (context) => {
    const step = context.progress.step('names in the code');
    const named = namedInProduction(context);
    const own = named.filter(({ domain }) => isBelow(context.hosts.domains, domain));
    const foreign = named.filter((one) => !own.includes(one));
    const [moved, cookies, gone] = await Promise.all([
      Promise.all(once(own, 'variable').map((one) => movedAt(context, one))),
      Promise.all(once(own, 'cookie').map((one) => tenantsBelow(context, one))),
      Promise.all(once(foreign, 'origin').map((one) => goneAt(context, one))),
    ]);
    const value: EdgeCode = {
      named: own.length,
      moved: moved.filter((one) => one !== undefined),
      cookies,
      gone: gone.filter((one) => one !== undefined),
    };
    step.end(`${named.length} names`);
    return { 'edge.code': { ok: true, value } };
  },
};

const namedInProduction = ({ evidence }: EdgeContext): HostingDomain[] => {
  const domains = evidence['hosting.domains'];
  if (domains?.ok !== true) return [];
  return domains.value
    .filter(({ environment }) => environment === 'production' || environment === 'unknown')
    .flatMap((one) => {
      const domain = hostName(one.domain);
      return domain === null ? [] : [{ ...one, domain }];
    });
};

const isBelow = (domains: readonly string[], host: string): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

/** Each name of one kind, at the first place. */
const once = (named: readonly HostingDomain[], as: HostingDomain['as']): HostingDomain[] =>
  [
    ...Map.groupBy(
      named.filter((one) => one.as === as),
      ({ domain }) => domain,
    ).values(),
  ]
    .flatMap(([first]) => first ?? [])
    .slice(0, MOST_NAMES);

const movedAt = async (
  { page, hosts }: EdgeContext,
  { domain: host, at }: HostingDomain,
): Promise<EdgeCode['moved'][number] | undefined> => {
  const first = await targetOf(page, host);
  // Signing in elsewhere first is no move of the address.
  if (first === undefined || !isBelow(hosts.domains, first.to) || !isTwin(host, first.to)) return undefined;
  // Two that send people to each other are another finding.
  const second = await targetOf(page, first.to);
  return second?.to === host ? undefined : { host, at, ...first };
};

/** To which other host the first page sends people. */
const targetOf = async (
  page: EdgeContext['page'],
  host: string,
): Promise<{ status: number; to: string } | undefined> => {
  const url = `https://${host}/`;
  const answer = await page(url);
  if (!answer.ok || answer.status < 300 || answer.status > 399) return undefined;
  const location = answer.headers.find(([name]) => name === 'location')?.[1] ?? '';
  const to = URL.canParse(location, url) ? new URL(location, url).hostname : host;
  return to === host ? undefined : { status: answer.status, to };
};

/** The same site with and without www. */
const isTwin = (a: string, b: string): boolean => a.replace(/^www\./, '') === b.replace(/^www\./, '');

const tenantsBelow = async (
  { net, hosts }: EdgeContext,
  { domain, at }: HostingDomain,
): Promise<EdgeCode['cookies'][number]> => {
  const below = hosts.hosts.filter(({ host }) => isBelow([domain], host));
  const tenants = await Promise.all(
    below.map(async ({ host }) => {
      const targets = (await net.dns.ask(host, 'A')).records.flatMap((one) =>
        one.type === 'CNAME' ? [canonical(one.data)] : [],
      );
      return targets
        .flatMap((target) => {
          const service = tenantOf(target);
          return service === undefined ? [] : [{ host, target, service }];
        })
        .slice(0, 1);
    }),
  );
  return { domain, at, tenants: tenants.flat() };
};

const goneAt = async (
  { net, page }: EdgeContext,
  { domain: name, at }: HostingDomain,
): Promise<EdgeCode['gone'][number] | undefined> => {
  const { v4, v6, outcome } = await net.addresses(name);
  const found = await claimable(net, page, {
    host: name,
    // A name that nobody has made up at the same platform.
    domain: name.slice(name.indexOf('.') + 1),
    targets: [name],
    end: outcome,
    address: [...v4, ...v6][0],
  });
  return found === undefined ? undefined : { name, at, provider: found.provider, sign: found.sign };
};
