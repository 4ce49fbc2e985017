import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BoundaryConfig } from '../../model/target.ts';
import { createHttpClient } from '../../net/http/client.ts';
import { Breaker } from '../consent/breaker.ts';
import { LOOPBACK_BUDGET, Meter } from '../consent/budget.ts';
import { openScope } from '../consent/scope.ts';
import type { JsonSchema, Method, Operation } from '../contract/operation.ts';
import { createSend } from '../send/create-send.ts';
import { Hearing } from '../send/hearing.ts';
import { Recorder } from '../send/recorder.ts';
import { openActors, type OpenActorsSettings, type OpenedActors } from './open-actors.ts';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  text: string;
  /** The body as JSON or form fields; empty when it is neither. */
  fields: Record<string, unknown>;
  /** Cookies of the request. */
  cookies: Record<string, string>;
}

/** The status 0 hangs up without an answer. */
export type Reply = readonly [status: number, body?: unknown, headers?: Record<string, string | string[]>];

export interface TestApp {
  origin: string;
  /** `POST /login` of every request, in order. */
  seen: string[];
  open: (
    settings?: Omit<Partial<OpenActorsSettings>, 'config'> & { config?: Partial<BoundaryConfig> },
  ) => Promise<OpenedActors>;
  close: () => Promise<void>;
}

/** An app on loopback that answers by a function; 404 where that says nothing. */
export const openApp = async (answer: (asked: Asked, origin: string) => Reply | undefined): Promise<TestApp> => {
  const seen: string[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const asked = read(req, Buffer.concat(chunks).toString('utf8'));
      seen.push(`${asked.method} ${asked.path}`);
      const [status, body, headers] = answer(asked, origin) ?? [404, { error: 'not found' }];
      if (status === 0) return void res.destroy();
      const isText = typeof body === 'string';
      res.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
      res.end(body === undefined ? '' : isText ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const opened = await openScope([origin]);
  if (!opened.ok) throw new Error(opened.reason);
  const client = createHttpClient({ pins: opened.scope.allowed, connections: 8 });
  const { signal } = new AbortController();
  const closing: (() => Promise<void>)[] = [];
  return {
    origin,
    seen,
    open: async ({ config, ...settings } = {}) => {
      const actors = await openActors({
        config: { ...EMPTY, origins: [origin], ...config },
        origins: [origin],
        operations: [],
        env: { PASSWORD: 'correct horse', WRONG: 'wrong' },
        readFile: () => Promise.reject(new Error('no file')),
        signUp: false,
        signal,
        bind: (credentials) =>
          createSend({
            client,
            scope: opened.scope,
            mode: 'write',
            meter: new Meter(LOOPBACK_BUDGET),
            breaker: new Breaker(),
            recorder: new Recorder(),
            hearing: new Hearing(),
            runId: 'run-1',
            version: '0',
            credentials,
            signal,
            refused: new Map(),
          }),
        ...settings,
      });
      closing.push(() => actors.close());
      return actors;
    },
    close: async () => {
      await Promise.all([client.close(), ...closing.map((close) => close())]);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const EMPTY: BoundaryConfig = {
  origins: [],
  environment: 'development',
  mode: 'write',
  actors: [],
  roles: [],
  openapi: [],
  har: [],
  postman: [],
  webhooks: [],
  policy: {},
  budget: {},
};

const read = (req: IncomingMessage, text: string): Asked => {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost');
  const type = req.headers['content-type'] ?? '';
  const fields = type.includes('json')
    ? (JSON.parse(text) as Record<string, unknown>)
    : type.includes('urlencoded')
      ? Object.fromEntries(new URLSearchParams(text))
      : {};
  const cookies = Object.fromEntries(
    (req.headers.cookie ?? '').split('; ').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)]];
    }),
  );
  return { method: req.method ?? '', path: pathname, query: searchParams, headers: req.headers, text, fields, cookies };
};

/** An operation as an inventory finds it. */
export const operation = (
  method: Method,
  path: string,
  members?: Record<string, JsonSchema>,
  origin = '',
): Operation => ({
  id: `${method} ${path}`,
  origin,
  method,
  path,
  parameters: [],
  sources: ['openapi'],
  ...(members === undefined
    ? {}
    : { body: { contentType: 'application/json', required: true, schema: { type: 'object', properties: members } } }),
});

/** Sessions of an app: a new credential for each login, and whose it is. */
export class Sessions {
  readonly #owners = new Map<string, string>();

  start(owner: string): string {
    const token = randomBytes(18).toString('base64url');
    this.#owners.set(token, owner);
    return token;
  }

  owner(token: string | undefined): string | undefined {
    return token === undefined ? undefined : this.#owners.get(token);
  }

  endAll(): void {
    this.#owners.clear();
  }
}
