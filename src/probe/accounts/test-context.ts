import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BoundaryConfig } from '../../model/target.ts';
import { createHttpClient } from '../../net/http/client.ts';
import type { Mailbox } from '../actors/mailbox.ts';
import { Breaker } from '../consent/breaker.ts';
import { LOOPBACK_BUDGET, Meter } from '../consent/budget.ts';
import { openScope } from '../consent/scope.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import { createSend } from '../send/create-send.ts';
import { Hearing } from '../send/hearing.ts';
import { Recorder } from '../send/recorder.ts';

/** For tests: what an app on loopback is asked with. */
export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
  json: Record<string, unknown>;
  cookies: Readonly<Record<string, string>>;
}
export interface Reply {
  status?: number;
  headers?: Readonly<Record<string, string | readonly string[]>>;
  json?: unknown;
  html?: string;
}
export type App = (seen: Seen) => Reply | Promise<Reply>;

export interface Running {
  origin: string;
  stop(): Promise<void>;
}

const parsed = (body: string): Record<string, unknown> => {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
};

export const serve = async (app: App): Promise<Running> => {
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const url = new URL(req.url ?? '/', 'http://here');
      const body = Buffer.concat(chunks).toString();
      const pairs = (req.headers.cookie ?? '').split(/;\s*/).filter(Boolean);
      const cookies = Object.fromEntries(
        pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      );
      const seen: Seen = {
        method: req.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: req.headers,
        body,
        json: parsed(body),
        cookies,
      };
      const reply = ({ status = 200, headers = {}, json, html }: Reply): void => {
        const type = html === undefined ? 'application/json' : 'text/html';
        res
          .writeHead(status, { 'content-type': type, ...(headers as Record<string, string>) })
          .end(html ?? JSON.stringify(json ?? {}));
      };
      Promise.resolve(app(seen)).then(reply, () => reply({ status: 500 }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** `POST /api/login` with the names of its body's members. */
export const operation = (
  origin: string,
  text: string,
  members: readonly string[] = [],
  more: Partial<Operation> = {},
): Operation => {
  const [method = '', path = ''] = text.split(' ');
  const properties = Object.fromEntries(members.map((name) => [name, { type: 'string' }]));
  return {
    id: text,
    origin,
    method: method as Operation['method'],
    path,
    parameters: [],
    sources: ['openapi'],
    ...(members.length === 0
      ? {}
      : { body: { contentType: 'application/json', required: true, schema: { type: 'object', properties } } }),
    ...more,
  };
};

export interface Setting {
  operations: readonly Operation[];
  actors?: readonly Actor[];
  credentials?: (actor: Actor) => Readonly<Record<string, string>>;
  env?: Readonly<Record<string, string>>;
  boundary?: Partial<BoundaryConfig>;
  resources?: readonly Resource[];
  fresh?: () => Resource | undefined;
  mailbox?: Mailbox;
}

export const anna: Actor = {
  name: 'anna',
  role: 'customer',
  tenant: 'a',
  rank: 1,
  login: 'anna@example.com',
  ids: new Set(),
  carries: 'bearer',
};

/** The real gate and wire to one app. */
export const contextFor = async (
  origin: string,
  setting: Setting,
): Promise<{ context: ProbeContext; close: () => Promise<void> }> => {
  const {
    operations,
    actors = [anna],
    credentials = () => ({}),
    env = { PW: 'right' },
    boundary = {},
    resources = [],
    fresh = () => undefined,
    mailbox,
  } = setting;
  const opened = await openScope([origin]);
  if (!opened.ok) throw new Error(opened.reason);
  const client = createHttpClient({ pins: opened.scope.allowed, connections: 2 });
  const { signal } = new AbortController();
  const send = createSend({
    client,
    scope: opened.scope,
    mode: 'burst',
    meter: new Meter(LOOPBACK_BUDGET),
    breaker: new Breaker(),
    recorder: new Recorder(),
    hearing: new Hearing(),
    runId: 'r',
    version: '0',
    credentials,
    signal,
    refused: new Map(),
  });
  const config: BoundaryConfig = {
    origins: [origin],
    environment: 'development',
    mode: 'burst',
    roles: [],
    openapi: [],
    har: [],
    postman: [],
    webhooks: [],
    policy: {},
    budget: {},
    actors: actors.map(({ name, role, login = '' }) => ({ name, role, login, passwordEnv: 'PW' })),
    ...boundary,
  };
  const context = {
    config: { name: 'Trial', boundary: config } as ProbeContext['config'],
    actors: {
      all: actors,
      named: (name: string) => actors.find((actor) => actor.name === name),
      ofRole: () => [],
      pairs: () => [],
      credentials,
      check: () => Promise.resolve(true),
      another: () => Promise.resolve(undefined),
    },
    operations,
    resources: {
      all: () => resources,
      of: () => resources,
      fitting: () => resources,
      fresh: () => Promise.resolve(fresh()),
    },
    canaries: { plant: () => '', seenIn: () => [] },
    send,
    signal,
    env,
    signUp: true,
    made: [],
    cells: [],
    graphql: new Map(),
    ...(mailbox === undefined ? {} : { mailbox }),
  } as unknown as ProbeContext;
  return { context, close: () => client.close() };
};
