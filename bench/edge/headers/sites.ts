import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { makeAuthority } from '../../../src/net/testing/authority.ts';

/** A site and what it sends; `plain` is what it does over HTTP. */
interface Site {
  /** In words. */
  about: string;
  headers: (origin: string | undefined) => Readonly<Record<string, string | readonly string[]>>;
  body?: string;
  type?: string;
  plain?: 'redirect' | 'same page' | 'away';
}

const STRICT = (nonce: string): string =>
  `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const fresh = (): string => randomBytes(16).toString('base64');

const sound = (): Record<string, string | readonly string[]> => ({
  'content-security-policy': STRICT(fresh()),
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
});
const but =
  (change: Record<string, string | readonly string[] | undefined>) => (): Record<string, string | readonly string[]> =>
    Object.fromEntries(
      Object.entries({ ...sound(), ...change }).filter(
        (one): one is [string, string | readonly string[]] => one[1] !== undefined,
      ),
    );
const policy = (text: string, rest = "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'") =>
  but({ 'content-security-policy': `${text}${rest}` });

const page = (inside = ''): string =>
  `<!doctype html><html><head><title>shop</title></head><body>${inside}</body></html>`;

const DIGEST = `integrity="sha384-${createHash('sha384').update('htmx').digest('base64')}"`;

export const SITES: Readonly<Record<string, Site>> = {
  'bare.test': { about: 'no headers at all', headers: () => ({}) },
  'sound.test': { about: 'everything as it should be', headers: sound },
  'inline.test': {
    about: "CSP with 'unsafe-inline' for scripts",
    headers: policy("default-src 'self'; script-src 'self' 'unsafe-inline'"),
  },
  'styles.test': {
    about: "CSP with 'unsafe-inline' for styles alone",
    headers: policy("default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'"),
  },
  'reporting.test': {
    about: 'CSP that only reports',
    headers: () =>
      but({ 'content-security-policy': undefined, 'content-security-policy-report-only': STRICT(fresh()) })(),
  },
  'meta.test': {
    about: 'CSP in the page alone, frame-ancestors in it, no X-Frame-Options',
    headers: but({ 'content-security-policy': undefined, 'x-frame-options': undefined }),
    body: page().replace(
      '<title>',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"><title>`,
    ),
  },
  'anywhere.test': { about: 'CSP with script-src https:', headers: policy("default-src 'self'; script-src https:") },
  'jsonp.test': {
    about: 'CSP that allows a host with JSONP',
    headers: policy("default-src 'self'; script-src 'self' https://ajax.googleapis.com"),
  },
  'nonce.test': {
    about: 'a nonce that never changes',
    headers: but({ 'content-security-policy': STRICT('c2FtZS1mb3ItZXZlcnlib2R5') }),
  },
  'eval.test': {
    about: "CSP with 'unsafe-eval'",
    headers: policy("default-src 'self'; script-src 'self' 'unsafe-eval'"),
  },
  'two.test': {
    about: 'two policies, a loose one and a strict one',
    headers: () => but({ 'content-security-policy': ["script-src 'unsafe-inline' *", STRICT(fresh())] })(),
  },
  'short.test': { about: 'HSTS for a day', headers: but({ 'strict-transport-security': 'max-age=86400' }) },
  'zero.test': { about: 'HSTS taken back', headers: but({ 'strict-transport-security': 'max-age=0' }) },
  'plain.test': { about: 'the same page over plain HTTP', headers: sound, plain: 'same page' },
  'away.test': { about: 'plain HTTP leads to another host first', headers: sound, plain: 'away' },
  'cookies.test': {
    about: 'session cookie that scripts read, without Secure',
    headers: but({ 'set-cookie': ['session=abc; Path=/; SameSite=Lax'], 'strict-transport-security': undefined }),
  },
  'sid.test': {
    about: 'the same, called sid',
    headers: but({ 'set-cookie': ['sid=abc; Path=/; Secure; SameSite=Lax'] }),
  },
  'insecure.test': {
    about: 'session cookie without Secure, which scripts cannot read',
    headers: but({
      'set-cookie': ['session=abc; Path=/; HttpOnly; SameSite=Lax'],
      'strict-transport-security': undefined,
    }),
  },
  'csrf.test': {
    about: 'a token that scripts are meant to read',
    headers: but({ 'set-cookie': ['sess_csrf=abc; Path=/; Secure; SameSite=Lax'] }),
  },
  'framed.test': {
    about: 'X-Frame-Options: ALLOW-FROM, which no browser reads any more',
    headers: but({
      'x-frame-options': 'ALLOW-FROM https://partner.example',
      'content-security-policy': "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'",
    }),
  },
  'ancestors.test': {
    about: 'frame-ancestors *',
    headers: but({
      'x-frame-options': undefined,
      'content-security-policy':
        "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors *",
    }),
  },
  'sniffed.test': { about: 'no X-Content-Type-Options', headers: but({ 'x-content-type-options': undefined }) },
  'referrer.test': { about: 'Referrer-Policy: unsafe-url', headers: but({ 'referrer-policy': 'unsafe-url' }) },
  'talks.test': {
    about: 'no Referrer-Policy; X-Powered-By and Server with versions',
    headers: but({ 'referrer-policy': undefined, 'x-powered-by': 'Express', server: 'nginx/1.22.1' }),
  },
  'cors.test': {
    about: 'CORS for every origin, with credentials',
    headers: (origin) => ({
      ...sound(),
      ...(origin === undefined
        ? {}
        : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }),
    }),
  },
  'cdn.test': {
    about: 'a script of a foreign host without integrity',
    headers: policy("default-src 'self'; script-src 'self' https://cdn.example"),
    body: page('<script src="https://cdn.example/lib.js"></script>'),
  },
  'latest.test': {
    about: 'a package without a release, from a public CDN',
    headers: policy("default-src 'self'; script-src 'self' https://unpkg.com/htmx.org"),
    body: page('<script src="https://unpkg.com/htmx.org"></script>'),
  },
  'release.test': {
    about: 'one release of a package, without a digest',
    headers: policy("default-src 'self'; script-src 'self' https://unpkg.com/htmx.org@2.0.4/dist/htmx.min.js"),
    body: page('<script src="https://unpkg.com/htmx.org@2.0.4/dist/htmx.min.js"></script>'),
  },
  'digest.test': {
    about: 'the same with a digest',
    headers: policy("default-src 'self'; script-src 'self' https://unpkg.com/htmx.org@2.0.4/dist/htmx.min.js"),
    body: page(
      `<script src="https://unpkg.com/htmx.org@2.0.4/dist/htmx.min.js" ${DIGEST} crossorigin="anonymous"></script>`,
    ),
  },
  'nocors.test': {
    about: 'the same without crossorigin, so that no browser loads it',
    headers: policy("default-src 'self'; script-src 'self' https://unpkg.com/htmx.org@2.0.4/dist/htmx.min.js"),
    body: page(`<script src="https://unpkg.com/htmx.org@2.0.4/dist/htmx.min.js" ${DIGEST}></script>`),
  },
  'blocks.test': {
    about: 'a policy that does not name the script of the page',
    headers: policy("default-src 'self'; script-src 'self'"),
    body: page('<script>start()</script>'),
  },
  'mixed.test': {
    about: 'a script over plain HTTP',
    headers: policy("default-src 'self'; script-src 'self'"),
    body: page('<script src="http://mixed.test/app.js"></script>'),
  },
  'api.test': {
    about: 'an API: JSON, only nosniff and HSTS',
    headers: but({ 'content-security-policy': undefined, 'x-frame-options': undefined }),
    type: 'application/json',
    body: '{}',
  },
};

export interface Sites {
  http: number;
  https: number;
  /** PEM. */
  root: string;
  close(): void;
}

/** All of them at two ports, told apart by their names. */
export const openSites = async (): Promise<Sites> => {
  const authority = await makeAuthority();
  const issued = await authority.issue({
    names: [...Object.keys(SITES), 'elsewhere.test'],
    days: 90,
    age: 10,
    chain: true,
  });
  const answer =
    (isPlain: boolean): RequestListener =>
    ({ headers: { host = '', origin }, url = '/' }, response) => {
      const name = host.replace(/:\d+$/, '');
      const site = SITES[name];
      if (isPlain && site?.plain !== 'same page') {
        const to = site?.plain === 'away' ? 'elsewhere.test' : name;
        response.writeHead(301, { location: `${site?.plain === 'away' ? 'http' : 'https'}://${to}${url}` });
        return response.end();
      }
      if (site === undefined) {
        // Where people are led away to, and back from.
        response.writeHead(302, { location: 'https://away.test/' });
        return response.end();
      }
      for (const [header, value] of Object.entries(site.headers(origin))) response.setHeader(header, value);
      response.setHeader('content-type', site.type ?? 'text/html; charset=utf-8');
      response.statusCode = url === '/' ? 200 : 404;
      return response.end(site.body ?? page());
    };
  const servers: Server[] = [createPlain(answer(true)), createServer(issued, answer(false))];
  const sockets = new Set<Socket>();
  const [http = 0, https = 0] = await Promise.all(
    servers.map(async (server) => {
      server.on('connection', (socket: Socket) => sockets.add(socket));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return (server.address() as AddressInfo).port;
    }),
  );
  const close = (): void => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { http, https, root: authority.root, close };
};
