import type { CodePlace } from '../../../model/evidence/code.ts';
import type { Evidence } from '../../../model/evidence/map.ts';
import type { EdgeHost } from '../../../model/evidence/edge/hosts.ts';
import type { WebHop, WebHost, WebPage } from '../../../model/evidence/edge/web.ts';
import type { EdgeCollector, EdgeContext } from '../edge-collector.ts';
import { seenInBrowser } from './in-browser.ts';
import { servedBy } from './assets/served.ts';
import { followChain } from './chain.ts';
import { readPage } from './read-page.ts';
import { shutsAll } from './robots.ts';

const MOST_HOSTS = 40;
const MOST_CALLBACKS = 120;
/** Where a login mostly stands. */
const LOGINS = ['/login', '/auth/login', '/signin', '/sign-in', '/auth/signin', '/auth'];

/** Follows what each host answers, and reads the pages that it ends at. */
export const webCollector: EdgeCollector<'edge.web'> = {
  provides: ['edge.web'],
  collect: async (context) => {
    const { hosts, config, progress } = context;
    const step = progress.step('pages');
    const own = new Set(hosts.hosts.map(({ host }) => host));
    const wanted = hosts.hosts.filter(({ outcome }) => outcome === 'found').slice(0, MOST_HOSTS);
    const seen = await Promise.all(wanted.map((host) => lookAt(context, host, own)));
    const [callbacks, login] = await Promise.all([
      Promise.all(
        callbacksOf(config.callbacks, context.evidence)
          .filter(({ url }) => own.has(new URL(url).hostname))
          .map(async (one) => ({
            ...(await callback(context, one.url)),
            ...(one.at === undefined ? {} : { at: one.at }),
          })),
      ),
      loginPage(context, seen),
    ]);
    const served = servedBy(context.net, own);
    const [whole, entrance] = await Promise.all([
      Promise.all(
        seen.map(async (host) => (host.page === undefined ? host : { ...host, page: await served(host.page) })),
      ),
      login === undefined ? undefined : served(login),
    ]);
    step.end(`${seen.filter(({ page }) => page !== undefined).length} of ${seen.length} hosts have a page`);
    const [looked, entered] = await withBrowser(context, whole, entrance);
    const value = { hosts: looked, callbacks, ...(entered === undefined ? {} : { login: entered }) };
    return { 'edge.web': { ok: true, value } };
  },
};

/** The same, with what a browser saw where one was asked for. */
const withBrowser = async (
  { visit, progress }: EdgeContext,
  hosts: readonly WebHost[],
  login: WebPage | undefined,
): Promise<readonly [readonly WebHost[], WebPage | undefined]> => {
  if (visit === undefined) return [hosts, login];
  const step = progress.step('pages in a browser');
  const { looked, wanted, seen } = await seenInBrowser(visit, [hosts, login]);
  step.end(`${seen} of ${wanted} pages loaded`);
  return looked;
};

const lookAt = async (
  { net, page }: EdgeContext,
  { host, purpose }: EdgeHost,
  own: ReadonlySet<string>,
): Promise<WebHost> => {
  const mayAsk = (name: string): boolean => own.has(name);
  const ask = (url: string, cookie?: string) =>
    cookie === undefined ? page(url) : net.http({ url, headers: { cookie } });
  const path = `/${net.made(`missing ${host}`)}`;
  const [plain, secure, deep, missing, robots] = await Promise.all([
    followChain(`http://${host}/`, ask, mayAsk),
    followChain(`https://${host}/`, ask, mayAsk),
    followChain(`http://${host}${path}?a=1`, ask, mayAsk),
    page(`https://${host}${path}`),
    page(`https://${host}/robots.txt`),
  ]);
  const end = secure.chain.hops.at(-1)?.url ?? '';
  const isOwn = secure.last !== undefined && new URL(end).hostname === host;
  const again = isOwn ? await net.http({ url: end }) : undefined;
  return {
    host,
    purpose,
    plain: plain.chain,
    secure: secure.chain,
    deep: deep.chain,
    ...(isOwn ? { page: readPage(end, secure.last!, again?.ok === true ? again : undefined) } : {}),
    ...(missing.ok && isOwn ? { missing: readPage(`https://${host}${path}`, missing) } : {}),
    robotsShut: robots.ok && robots.status === 200 && shutsAll(Buffer.from(robots.body).toString('utf8')),
  };
};

/** Those of the config, and those of code and settings for production. */
const callbacksOf = (configured: readonly string[], evidence: Evidence): { url: string; at?: CodePlace }[] => {
  const domains = evidence['hosting.domains'];
  const inCode = (domains?.ok === true ? domains.value : []).flatMap(({ as, url, environment, at }) =>
    as === 'callback' && url !== undefined && (environment === 'production' || environment === 'unknown')
      ? [{ url, at }]
      : [],
  );
  const all = [...configured.map((url): { url: string; at?: CodePlace } => ({ url })), ...inCode];
  return [...Map.groupBy(all, ({ url }) => url).values()].flatMap(([first]) => first ?? []).slice(0, MOST_CALLBACKS);
};

const callback = async ({ page }: EdgeContext, url: string): Promise<{ url: string; hop: WebHop }> => {
  const { chain } = await followChain(url, page, () => false);
  return { url, hop: chain.hops[0] ?? { url, status: 0 } };
};

/** The login page that the config names, or the first usual one that has a password field. */
const loginPage = async (
  { page, config, net }: EdgeContext,
  hosts: readonly WebHost[],
): Promise<WebPage | undefined> => {
  const main = hosts.filter(({ page: own }) => own?.status === 200).toSorted((a, b) => rank(a) - rank(b))[0];
  if (main?.page === undefined) return undefined;
  for (const path of config.login === undefined ? LOGINS : [config.login]) {
    const url = new URL(path, main.page.url).href;
    const answer = await page(url);
    if (!answer.ok || answer.status !== 200) continue;
    const again = await net.http({ url });
    const read = readPage(url, answer, again.ok ? again : undefined);
    if (config.login !== undefined || read.passwordForms.length > 0) return read;
  }
  return undefined;
};

const ORDER = ['app', 'www', 'apex'];
const rank = ({ purpose }: WebHost): number => (ORDER.includes(purpose) ? ORDER.indexOf(purpose) : ORDER.length);
