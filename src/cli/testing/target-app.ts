import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BoundaryInput } from '../../collect/target/boundary-schema.ts';
import { createHmac } from 'node:crypto';

/** A small app with orders that belong to their makers; two people, known by their tokens. */
export interface TargetApp {
  origin: string;
  /** `ann GET /api/me` of every request, in order. */
  asked: string[];
  /** Headers of every request, in the same order. */
  headers: IncomingMessage['headers'][];
  orders: Map<string, { owner: string; note: string }>;
  close(): Promise<void>;
}

export interface Seen {
  req: IncomingMessage;
  res: ServerResponse;
  path: string;
  who: string | undefined;
  /** How many requests of somebody came before. */
  byPeople: number;
  /** What the app itself would answer. */
  right: () => Reply;
}

export interface Reply {
  status: number;
  json?: unknown;
}

/** Answers in place of the app; false leaves the answer to the app. */
export type Twist = (seen: Seen) => boolean;

const tokenOf = (name: string): string => `tok-${createHmac('sha256', 'a test').update(name).digest('hex')}`;
export const PEOPLE = ['ann', 'ben'] as const;
/** What the configuration calls the variables, and their values. */
export const TOKENS: Readonly<Record<string, string>> = {
  TARGET_APP_ANN: `Bearer ${tokenOf('ann')}`,
  TARGET_APP_BEN: `Bearer ${tokenOf('ben')}`,
};

const LONGEST = 100_000;
const ORDER = { type: 'object', required: ['note'], properties: { note: { type: 'string', maxLength: 300 } } };
const body = { required: true, content: { 'application/json': { schema: ORDER } } };
const answer = (status: number) => ({ [status]: { description: 'ok', content: { 'application/json': {} } } });
const parameters = [{ name: 'orderId', in: 'path', required: true, schema: { type: 'string' } }];

export const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1' },
  security: [{ bearer: [] }],
  paths: {
    '/': { get: { security: [], responses: answer(200) } },
    '/api/me': { get: { responses: answer(200) } },
    '/api/orders': { get: { responses: answer(200) }, post: { requestBody: body, responses: answer(201) } },
    '/api/orders/{orderId}': {
      parameters,
      get: { responses: answer(200) },
      delete: { responses: answer(204) },
    },
  },
};

/** The configuration that names the app and its two people. */
export const configFor = (origin: string, more: Partial<BoundaryInput> = {}): { boundary: BoundaryInput } => ({
  boundary: {
    origins: [origin],
    actors: PEOPLE.map((name) => ({
      name,
      role: 'customer',
      header: { name: 'authorization', valueEnv: `TARGET_APP_${name.toUpperCase()}` },
    })),
    ...more,
  },
});

/** `again`: the same app, started again at the same place with what was in it. */
export const openTargetApp = async (
  twist: Twist = () => false,
  host = '127.0.0.1',
  again?: TargetApp,
): Promise<TargetApp> => {
  const orders: TargetApp['orders'] = again?.orders ?? new Map();
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  let next = 4100 + orders.size;
  let byPeople = 0;

  const reply = (who: string | undefined, method: string, path: string, text: string): Reply => {
    if (text.length > LONGEST) return { status: 413, json: { error: 'too long' } };
    if (path === '/') return { status: 200, json: { name: 'Orders' } };
    if (path === '/openapi.json') return { status: 200, json: DESCRIPTION };
    const [, kind, id] = /^\/api\/(me|orders)(?:\/(\w+))?$/.exec(path) ?? [];
    if (kind === undefined) return { status: 404, json: { error: 'not found' } };
    if (who === undefined) return { status: 401, json: { error: 'log in' } };
    if (kind === 'me') return { status: 200, json: { id: `user-${who}`, email: `${who}@people.example` } };
    if (id === undefined && method === 'GET')
      return {
        status: 200,
        json: {
          orders: [...orders].filter(([, { owner }]) => owner === who).map(([key, { note }]) => ({ id: key, note })),
        },
      };
    if (id === undefined && method === 'POST') {
      const note = noteIn(text);
      if (note === undefined) return { status: 422, json: { error: 'note is required' } };
      const key = String(next++);
      orders.set(key, { owner: who, note });
      return { status: 201, json: { id: key, note } };
    }
    const order = orders.get(id ?? '');
    if (order?.owner !== who) return { status: 404, json: { error: 'not found' } };
    if (method === 'GET') return { status: 200, json: { id, note: order.note } };
    if (method !== 'DELETE') return { status: 405, json: { error: 'no' } };
    orders.delete(id ?? '');
    return { status: 204 };
  };

  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const path = (req.url ?? '').split('?', 1)[0] ?? '';
      const who = PEOPLE.find((name) => req.headers.authorization === `Bearer ${tokenOf(name)}`);
      asked.push(`${who ?? 'nobody'} ${req.method} ${path}`);
      headers.push(req.headers);
      const right = (): Reply => reply(who, req.method ?? '', path, Buffer.concat(parts).toString());
      const isTwisted = twist({ req, res, path, who, byPeople, right });
      if (who !== undefined) byPeople++;
      if (!isTwisted) sendJson(res, right());
    });
  });
  await new Promise<void>((resolve) =>
    server.listen(again === undefined ? 0 : Number(new URL(again.origin).port), host, resolve),
  );
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    asked,
    headers,
    orders,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export const sendJson = (res: ServerResponse, { status, json }: Reply, headers: Record<string, string> = {}): void => {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  res.end(json === undefined ? '' : JSON.stringify(json));
};

const noteIn = (text: string): string | undefined => {
  try {
    const value = JSON.parse(text) as { note?: unknown };
    return typeof value.note === 'string' ? value.note : undefined;
  } catch {
    return undefined;
  }
};
