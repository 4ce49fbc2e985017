import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient } from '../../net/http/client.ts';
import { Breaker } from '../consent/breaker.ts';
import { LOOPBACK_BUDGET, Meter } from '../consent/budget.ts';
import { openScope } from '../consent/scope.ts';
import type { Actor, ActorPool } from '../contract/actor.ts';
import type { JsonSchema, Operation } from '../contract/operation.ts';
import type { Send } from '../contract/send.ts';
import { createSend } from '../send/create-send.ts';
import { Hearing } from '../send/hearing.ts';
import { Recorder } from '../send/recorder.ts';

/** A marketplace of one file for the tests of this room, asked through the real gate. */
export interface TestMarket {
  origin: string;
  operations: Operation[];
  pool: ActorPool;
  send: Send;
  asked: string[];
  /** What is asked like this (`ann GET /api/orders`, `- GET …` for nobody) gets no answer. */
  silent: Set<string>;
  things: Map<string, Record<string, unknown>>;
  close(): Promise<void>;
}

const actor = (name: string, role: string, rank: number): Actor => ({
  name,
  role,
  tenant: name,
  rank,
  ids: new Set(),
  carries: 'bearer',
});
export const PEOPLE = [
  actor('sam', 'seller', 1),
  actor('sue', 'seller', 1),
  actor('ann', 'buyer', 0),
  actor('ben', 'buyer', 0),
  actor('root', 'admin', 2),
];

const text = (more: JsonSchema = {}): JsonSchema => ({ type: 'string', maxLength: 300, ...more });
const BODIES: Readonly<Record<string, JsonSchema>> = {
  'POST /api/products': {
    type: 'object',
    required: ['title', 'price'],
    properties: { title: text(), price: { type: 'number', minimum: 1 }, internalNote: text(), category: text() },
  },
  'POST /api/orders': {
    type: 'object',
    required: ['items', 'shippingAddress'],
    properties: {
      items: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['productId', 'quantity'],
          properties: { productId: { type: 'integer' }, quantity: { type: 'integer' } },
        },
      },
      shippingAddress: text(),
      phone: text(),
      status: text(),
    },
  },
  'POST /api/orders/{id}/messages': { type: 'object', required: ['body'], properties: { body: text() } },
  'PATCH /api/me': { type: 'object', properties: { phone: text(), name: text() } },
};
const LIST = [
  'GET /api/products',
  'GET /api/products/{id}',
  'POST /api/products',
  'POST /api/products/{id}/publish',
  'POST /api/products/{id}/unpublish',
  'DELETE /api/products/{id}',
  'GET /api/orders',
  'POST /api/orders',
  'GET /api/orders/{id}',
  'POST /api/orders/{id}/cancel',
  'GET /api/orders/{id}/messages',
  'POST /api/orders/{id}/messages',
  'GET /api/me',
  'PATCH /api/me',
  'POST /api/broken-things',
  'POST /api/slips',
];

type Thing = Record<string, unknown>;
type Reply = [status: number, json?: unknown, headers?: Record<string, string>];

export const openMarket = async (signal: AbortSignal): Promise<TestMarket> => {
  const things = new Map<string, Thing>();
  const asked: string[] = [];
  const silent = new Set<string>();
  const phones = new Map<string, string | null>([
    ['ann', '+49 30 1234567'],
    ['ben', null],
  ]);
  let next = 100;
  const kind = (name: string): Thing[] => [...things.values()].filter((one) => one['kind'] === name);
  const shown = ({ kind: _kind, owner: _owner, internalNote, ...rest }: Thing, mine: boolean): Thing =>
    mine ? { ...rest, internalNote } : rest;

  const reply = (who: string | undefined, method: string, path: string, body: Thing): Reply => {
    const [, collection = '', id, action] = /^\/api\/([\w-]+)(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? [];
    const role = PEOPLE.find(({ name }) => name === who)?.role;
    if (collection === 'products' && method === 'GET') {
      if (id === undefined)
        return [
          200,
          kind('product')
            .filter((one) => one['public'] === true)
            .map((one) => shown(one, false)),
        ];
      const one = things.get(id);
      const mine = one?.['owner'] === who;
      return one === undefined || (one['public'] !== true && !mine) ? [404, {}] : [200, shown(one, mine)];
    }
    if (who === undefined) return [401, {}];
    if (collection === 'broken-things') return [500, { error: 'Oops' }];
    const made = id === undefined ? undefined : things.get(id);
    const add = (thing: Thing): string => {
      const key = String(next++);
      things.set(key, { id: Number(key), owner: who, ...thing });
      return key;
    };
    if (collection === 'me') {
      if (method === 'PATCH') phones.set(who, (body['phone'] as string | null) ?? null);
      return [200, { id: `user-${who}`, name: who, phone: phones.get(who) ?? null }];
    }
    if (collection === 'slips' && role === 'buyer')
      return [201, undefined, { location: `/api/orders/${add({ kind: 'slip' })}` }];
    if (collection === 'products' && role === 'seller') {
      if (id === undefined) {
        if (!['toys', 'books'].includes(String(body['category'])))
          return [
            422,
            {
              errors: [
                {
                  field: 'category',
                  message: body['category'] === undefined ? 'is required' : 'must be one of: toys, books',
                },
              ],
            },
          ];
        return [201, undefined, { location: `/api/products/${add({ kind: 'product', public: false, ...body })}` }];
      }
      if (made?.['owner'] !== who) return [404, {}];
      if (action !== undefined) made['public'] = action === 'publish';
      if (method === 'DELETE' && made['public'] === true) return [409, { error: 'Unpublish first.' }];
      if (method === 'DELETE') things.delete(id);
      return [200, shown(made, true)];
    }
    if (collection === 'orders') {
      const mine = (one: Thing | undefined): boolean =>
        one !== undefined && (one['owner'] === who || one['seller'] === who);
      if (id === undefined && method === 'GET') return [200, { data: kind('order').filter(mine) }];
      if (id === undefined) {
        const product = things.get(String((body['items'] as Thing[] | undefined)?.[0]?.['productId']));
        if (product?.['public'] !== true || product['owner'] === who)
          return [422, { message: 'product is not for sale' }];
        return [
          201,
          { data: things.get(add({ kind: 'order', ...body, seller: product['owner'], status: 'pending' })) },
        ];
      }
      if (!mine(made) || made === undefined) return [404, {}];
      if (action === 'cancel') made['status'] = 'cancelled';
      if (action === 'messages' && method === 'GET') return [200, kind('message').filter((one) => one['order'] === id)];
      if (action === 'messages') return [201, things.get(add({ kind: 'message', order: id, ...body }))];
      return [200, made];
    }
    return [403, {}];
  };

  const server: Server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const who = req.headers.authorization?.slice('Bearer '.length);
      if (silent.has(`${who ?? '-'} ${req.method} ${req.url}`)) return void res.destroy();
      let body: Thing = {};
      try {
        body = JSON.parse(Buffer.concat(parts).toString() || '{}') as Thing;
      } catch {}
      const [status, json, headers = {}] = reply(who, req.method ?? '', req.url ?? '', body);
      asked.push(`${who ?? '-'} ${req.method} ${req.url} ${status}`);
      res
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(json === undefined ? '' : JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const opened = await openScope([origin]);
  if (!opened.ok) throw new Error(opened.reason);
  const client = createHttpClient({ pins: opened.scope.allowed, connections: 4 });
  const send = createSend({
    client,
    scope: opened.scope,
    mode: 'write',
    meter: new Meter(LOOPBACK_BUDGET),
    breaker: new Breaker(),
    recorder: new Recorder(),
    hearing: new Hearing(),
    runId: 'run-1',
    version: '0',
    credentials: ({ name }) => ({ authorization: `Bearer ${name}` }),
    signal,
    refused: new Map(),
  });
  const operations = LIST.map((id): Operation => {
    const [method = '', path = ''] = id.split(' ');
    const schema = BODIES[id];
    const parameters = path.includes('{id}') ? [{ name: 'id', in: 'path' as const, required: true, schema: {} }] : [];
    return {
      id,
      origin,
      method: method as Operation['method'],
      path,
      parameters,
      sources: ['openapi'],
      ...(schema === undefined ? {} : { body: { contentType: 'application/json', schema, required: true } }),
    };
  });
  return {
    origin,
    operations,
    pool: {
      all: PEOPLE,
      named: (name) => PEOPLE.find((one) => one.name === name),
      ofRole: (role) => PEOPLE.filter((one) => one.role === role),
      pairs: () => [],
      credentials: () => ({}),
      check: async () => true,
      another: async () => undefined,
    },
    send,
    asked,
    silent,
    things,
    close: async () => {
      await client.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
