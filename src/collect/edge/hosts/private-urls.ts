import type { EdgeContext } from '../edge-collector.ts';

const PRIVATE =
  /^\/(?:account|admin|dashboard|settings|orders|messages|checkout|api\/(?:me|account|orders|messages|admin|user|users|payouts))(?:\/|$)/i;

/** Addresses whose answer is for one user: those of the config, and routes of the code that begin like an account or an API and take no parameter. */
export const privateUrls = ({ config, hosts, evidence }: EdgeContext): string[] => {
  const main =
    config.canonical ?? hosts.hosts.find(({ purpose, outcome }) => purpose === 'apex' && outcome === 'found')?.host;
  if (main === undefined) return [];
  const code = evidence['code.endpoints'];
  const routes = code?.ok === true ? code.value : [];
  const told = routes
    .filter(
      ({ method, path, kind }) =>
        (kind === 'http' || kind === 'page') &&
        /^(?:GET|\*)$/.test(method) &&
        PRIVATE.test(path) &&
        !/[{*:[]/.test(path),
    )
    .map(({ path }) => path);
  return [...new Set([...config.private, ...told])].map((path) => `https://${main}${path}`);
};
