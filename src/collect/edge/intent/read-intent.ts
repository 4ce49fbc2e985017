import type { EdgeIntent } from '../../../model/edge-plan.ts';
import type { EdgeConfig } from '../../../model/target.ts';
import type { Net, NetAnswer } from '../../../net/net.ts';

/** Where private things are in most apps; the config’s own come on top. */
const PRIVATE = ['/api/', '/account', '/admin', '/checkout', '/login'];
const LOGINS = [
  '/login',
  '/signin',
  '/signup',
  '/register',
  '/forgot-password',
  '/reset-password',
  '/api/login',
  '/api/auth/login',
  '/api/auth/register',
  '/auth/login',
];
const MOST_PATHS = 30;

/** Headers that do good on every answer and break nothing; a CSP is another matter. */
const WISHED: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'SAMEORIGIN',
};

/** Looks at the domain and says what its edge should do. */
export const readIntent = async (net: Net, config: EdgeConfig, domain: string): Promise<EdgeIntent> => {
  const pair = domain.startsWith('www.') ? [domain, domain.slice(4)] : [domain, `www.${domain}`];
  const [first, second] = await Promise.all(pair.map((host) => verifiedPage(net, host)));
  const hosts = pair.map((host, nth) => ({ host, answer: (nth === 0 ? first : second) ?? null }));
  const canonical = config.canonical ?? targetOf(hosts);
  const shown = hosts.find(({ host }) => host === canonical) ?? hosts.find(({ answer }) => answer?.status === 200);
  const page = shown?.answer ?? null;
  return {
    domain,
    canonical,
    // A host that redirects already does so without us.
    aliases: hosts.flatMap(({ host, answer }) =>
      canonical !== null && host !== canonical && answer !== null && answer.status < 300 ? [host] : [],
    ),
    seen: page !== null,
    headers: page === null ? {} : missingIn(page),
    hsts: page !== null && header(page, 'strict-transport-security') === undefined,
    originTls: await originTls(net, config, canonical ?? domain),
    privatePaths: beginningsOf([...config.private.map((path) => path.replace(/\*.*$/, '')), ...PRIVATE]),
    loginPaths: pathsOf([...(config.login === undefined ? [] : [config.login]), ...LOGINS]),
  };
};

/** Without what has a meaning of its own in rules and in files of servers. */
const pathsOf = (paths: readonly string[]): string[] =>
  [...new Set(paths.filter((path) => /^\/[\w\-./~%@:()+,=]*$/.test(path)))].slice(0, MOST_PATHS);

/** Beginnings that another one begins are there already. */
const beginningsOf = (paths: readonly string[]): string[] =>
  pathsOf(paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other))));

const verifiedPage = async (net: Net, host: string): Promise<NetAnswer | null> => {
  const answer = await net.http({ url: `https://${host}/`, verified: true });
  return answer.ok && answer.status < 400 ? answer : null;
};

const header = ({ headers }: NetAnswer, name: string): string | undefined => headers.find(([own]) => own === name)?.[1];

const missingIn = (page: NetAnswer): Record<string, string> => {
  const frames = /frame-ancestors/i.test(header(page, 'content-security-policy') ?? '');
  return Object.fromEntries(
    Object.entries(WISHED).filter(
      ([name]) => header(page, name.toLowerCase()) === undefined && !(name === 'X-Frame-Options' && frames),
    ),
  );
};

/** One of the two sends people to the other. */
const targetOf = (hosts: readonly { host: string; answer: NetAnswer | null }[]): string | null => {
  for (const { host, answer } of hosts) {
    const location = answer === null ? undefined : header(answer, 'location');
    const to = location !== undefined && URL.canParse(location) ? new URL(location).hostname : host;
    if (to !== host && hosts.some((one) => one.host === to)) return to;
  }
  const alive = hosts.filter(({ answer }) => answer !== null);
  return alive.length === 1 ? (alive[0]?.host ?? null) : null;
};

const originTls = async (net: Net, { originAddresses }: EdgeConfig, host: string): Promise<EdgeIntent['originTls']> => {
  const answers = await Promise.all(
    originAddresses
      .slice(0, 4)
      .map((address) => net.http({ url: `https://${host}/`, address, verified: true, timeout: 5_000 })),
  );
  // Whatever it says, its certificate was taken.
  return answers.length > 0 && answers.every(({ ok }) => ok) ? 'valid' : 'unknown';
};
