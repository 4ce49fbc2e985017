import type { WebChain, WebHop, WebHost, WebPage } from '../../model/evidence/edge/web.ts';
import { printable } from '../secrets/leak/text.ts';

const ORDER = ['www', 'apex', 'app', 'api', 'admin'];
const rank = ({ purpose }: WebHost): number => (ORDER.includes(purpose) ? ORDER.indexOf(purpose) : ORDER.length);

/** Hosts of the app itself, the most important first; mail and other people's services are left out. */
export const webHosts = (hosts: readonly WebHost[]): WebHost[] =>
  hosts
    .filter(({ purpose, secure, plain }) => purpose !== 'mail' && (answers(secure) || answers(plain)))
    .toSorted((a, b) => rank(a) - rank(b));

export const answers = ({ hops }: WebChain): boolean => (hops[0]?.status ?? 0) > 0;

/** One line a hop: `GET http://shop.example/ → 301 https://shop.example/`. */
export const hopLine = ({ url, status, location, said }: WebHop): string =>
  `GET ${printable(url)} → ${status === 0 ? printable(said ?? 'no answer') : status}${location === undefined ? '' : ` ${printable(location)}`}`;

export const chainText = ({ hops }: WebChain): string => hops.map(hopLine).join('\n');

export const headerOf = ({ headers }: Pick<WebPage, 'headers'>, name: string): string | undefined =>
  headers.find(([one]) => one === name)?.[1];

export const headersOf = ({ headers }: Pick<WebPage, 'headers'>, name: string): string[] =>
  headers.filter(([one]) => one === name).map(([, value]) => value);

/** Pages that people see: HTML that was answered with 200. */
export const htmlPages = (hosts: readonly WebHost[]): { host: WebHost; page: WebPage }[] =>
  webHosts(hosts).flatMap((host) =>
    host.page !== undefined && host.page.status === 200 && /html/.test(host.page.type)
      ? [{ host, page: host.page }]
      : [],
  );

/** Hosts that only the developer's own machine or network reaches. */
export const INSIDE =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|.*\.(?:local|internal|svc))/i;
