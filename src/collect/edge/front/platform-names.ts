import type { PlatformAnswer } from '../../../model/evidence/edge/front.ts';
import type { HiddenOrigins } from '../cloudflare/hidden-origins.ts';
import type { EdgeContext } from '../edge-collector.ts';

/** Names that platforms give to every app of theirs; one label (or two) in front tells whose it is. */
const PLATFORMS: readonly (readonly [suffix: string, platform: string])[] = [
  ['vercel.app', 'Vercel'],
  ['netlify.app', 'Netlify'],
  ['onrender.com', 'Render'],
  ['fly.dev', 'Fly.io'],
  ['up.railway.app', 'Railway'],
  ['pages.dev', 'Cloudflare Pages'],
  ['workers.dev', 'Cloudflare Workers'],
  ['lovable.app', 'Lovable'],
  ['replit.app', 'Replit'],
  ['herokuapp.com', 'Heroku'],
  ['web.app', 'Firebase Hosting'],
  ['firebaseapp.com', 'Firebase Hosting'],
  ['run.app', 'Cloud Run'],
  ['appspot.com', 'App Engine'],
  ['azurewebsites.net', 'Azure App Service'],
  ['azurestaticapps.net', 'Azure Static Web Apps'],
  ['amplifyapp.com', 'AWS Amplify'],
  ['elasticbeanstalk.com', 'Elastic Beanstalk'],
  ['ondigitalocean.app', 'DigitalOcean App Platform'],
];

export const platformOf = (host: string): string | null =>
  PLATFORMS.find(([suffix]) => host.endsWith(`.${suffix}`))?.[1] ?? null;

export interface PlatformName extends Pick<PlatformAnswer, 'host' | 'platform' | 'from'> {}

const MOST_NAMES = 8;

/** The app's names at its platforms: those that DNS, the zone at Cloudflare or the repository name. None is guessed: it would be somebody else's. */
export const platformNames = async (
  { net, hosts, evidence }: EdgeContext,
  hidden: HiddenOrigins,
): Promise<PlatformName[]> => {
  const found = new Map<string, PlatformName>();
  const add = (name: string, from: PlatformAnswer['from']): void => {
    const host = name.toLowerCase().replace(/\.$/, '');
    const platform = platformOf(host);
    if (platform !== null && !found.has(host) && found.size < MOST_NAMES) found.set(host, { host, platform, from });
  };
  const aliases = await Promise.all(
    hosts.hosts
      .filter(({ outcome }) => outcome === 'found')
      .slice(0, 40)
      .map(async ({ host }) => ({ host, answer: await net.dns.ask(host, 'CNAME') })),
  );
  for (const { host, answer } of aliases)
    for (const record of answer.records) if (record.type === 'CNAME') add(record.data, { by: 'dns', name: host });
  for (const { name, target } of hidden.targets) add(target, { by: 'cloudflare', name });
  const domains = evidence['hosting.domains'];
  if (domains?.ok === true)
    for (const { domain, as, environment, at } of domains.value)
      // What a policy lets in, or may call, is mostly somebody else's.
      if (as !== 'policy' && (environment === 'production' || environment === 'unknown'))
        add(domain, { by: 'code', at });
  const targets = evidence['hosting.targets'];
  if (targets?.ok === true)
    // Names of Fly apps are unique among all of them, so fly.toml names the host.
    for (const { host, name, at } of targets.value)
      if (host === 'fly' && name !== undefined && /^[a-z\d-]{1,63}$/.test(name))
        add(`${name}.fly.dev`, { by: 'code', at });
  // The domain under review may itself be such a name; then it is the front door.
  const asked = new Set(hosts.hosts.map(({ host }) => host));
  return [...found.values()].filter(({ host }) => !asked.has(host));
};
