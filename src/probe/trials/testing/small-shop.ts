import { createHmac, randomUUID } from 'node:crypto';
import { serve, type App, type Running } from '../../accounts/test-context.ts';

/** What the shop can do wrong, switched while it runs. */
export type Wrong = 'orders of others' | 'users for users' | 'any member' | 'unsigned events';

export interface SmallShop extends Running {
  wrong: Set<Wrong>;
}

export const PASSWORD = 'a long word for tests';
export const HOOK_SECRET = 'the hook of the tests';
export const PEOPLE = ['ann', 'bob', 'root'] as const;
export const emailOf = (name: string): string => `${name}@people.example`;

const text = { type: 'string', maxLength: 200 };
const body = (properties: Record<string, unknown>, required: readonly string[] = []) => ({
  required: true,
  content: { 'application/json': { schema: { type: 'object', properties, required } } },
});
const closed = { security: [{ bearer: [] }], responses: { 200: { description: 'OK' } } };
const byId = { parameters: [{ name: 'orderId', in: 'path', required: true, schema: { type: 'string' } }] };

const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'Small shop', version: '1' },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  paths: {
    '/api/login': {
      post: {
        requestBody: body({ email: text, password: text }, ['email', 'password']),
        responses: { 200: { description: 'OK' } },
      },
    },
    '/api/me': { get: closed, patch: { ...closed, requestBody: body({ bio: text }) } },
    '/api/orders': { get: closed, post: { ...closed, requestBody: body({ note: text }, ['note']) } },
    '/api/orders/{orderId}': {
      ...byId,
      get: closed,
      patch: { ...closed, requestBody: body({ note: text }) },
      delete: closed,
    },
    '/api/admin/users': { get: closed },
    '/webhooks/payments': {
      post: {
        parameters: [{ name: 'x-signature', in: 'header', required: true, schema: { type: 'string' } }],
        requestBody: body({ type: text, data: { type: 'object' } }),
        responses: { 200: { description: 'OK' } },
      },
    },
  },
};

interface Order {
  id: string;
  owner: string;
  note: string;
  status: string;
  totalCents: number;
}

/** A shop of one file, right while `wrong` is empty. */
export const openSmallShop = async (): Promise<SmallShop> => {
  const wrong = new Set<Wrong>();
  const orders = new Map<string, Order>();
  const tokens = new Map<string, string>();
  const people = new Map<string, Record<string, unknown>>(
    PEOPLE.map((name) => [
      name,
      {
        id: `user-${name}-000001`,
        email: emailOf(name),
        bio: `The bio of ${name}`,
        role: name === 'root' ? 'admin' : 'customer',
      },
    ]),
  );
  const viewOf = ({ owner: _owner, ...rest }: Order) => rest;
  const refused = { status: 401, json: { error: 'log in' } };
  const missing = { status: 404, json: { error: 'not found' } };

  const app: App = ({ method, path, headers, json, body: raw }) => {
    if (path === '/openapi.json') return { json: DESCRIPTION };
    if (path === '/api/login' && method === 'POST') {
      const name = PEOPLE.find((one) => emailOf(one) === json['email']);
      if (name === undefined || json['password'] !== PASSWORD) return { status: 401, json: { error: 'wrong' } };
      const token = randomUUID();
      tokens.set(token, name);
      return { json: { session: { accessToken: token } } };
    }
    if (path === '/webhooks/payments' && method === 'POST') {
      const right = createHmac('sha256', HOOK_SECRET).update(raw).digest('hex');
      if (headers['x-signature'] !== right && !wrong.has('unsigned events'))
        return { status: 400, json: { error: 'signature' } };
      const event = json as { data?: { object?: { metadata?: { orderId?: string } } } };
      const order = orders.get(event.data?.object?.metadata?.orderId ?? '');
      if (order !== undefined) order.status = 'paid';
      return { json: { received: true } };
    }
    const me = tokens.get(/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
    const profile = people.get(me ?? '');
    if (!path.startsWith('/api/')) return missing;
    if (me === undefined || profile === undefined) return refused;
    if (path === '/api/me') {
      const { bio, ...rest } = json;
      if (method === 'PATCH')
        Object.assign(profile, wrong.has('any member') ? rest : {}, typeof bio === 'string' ? { bio } : {});
      return { json: profile };
    }
    if (path === '/api/admin/users') {
      if (profile['role'] !== 'admin' && !wrong.has('users for users')) return { status: 403, json: { error: 'no' } };
      return { json: { users: [...people.values()] } };
    }
    if (path === '/api/orders' && method === 'POST') {
      if (typeof json['note'] !== 'string') return { status: 422, json: { error: 'note' } };
      const order = { id: randomUUID(), owner: me, note: json['note'], status: 'pending', totalCents: 1200 };
      orders.set(order.id, order);
      return { status: 201, json: { order: viewOf(order) } };
    }
    if (path === '/api/orders')
      return { json: { orders: [...orders.values()].filter(({ owner }) => owner === me).map(viewOf) } };
    const order = orders.get(path.split('/')[3] ?? '');
    const mayRead = order !== undefined && (order.owner === me || (method === 'GET' && wrong.has('orders of others')));
    if (order === undefined || !mayRead) return missing;
    if (method === 'PATCH' && typeof json['note'] === 'string') order.note = json['note'];
    if (method === 'DELETE') orders.delete(order.id);
    return { json: viewOf(order) };
  };
  return { ...(await serve(app)), wrong };
};
