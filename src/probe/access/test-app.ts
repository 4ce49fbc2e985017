import { contextFor, operation, serve, type App, type Seen } from '../accounts/test-context.ts';
import type { Observation } from '../../model/evidence/boundary.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Probe, ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';
import { createStore } from '../resources/store.ts';
import { createCanaryBook } from '../values/canaries.ts';

/** For tests: an answer as judges see it. */
export const answered = (status: number, json?: unknown, more: Partial<GoodAnswer> = {}): GoodAnswer => {
  const text = json === undefined ? '' : typeof json === 'string' ? json : JSON.stringify(json);
  return {
    ok: true,
    exchange: 'e',
    status,
    headers: { 'content-type': 'application/json' },
    cookies: [],
    body: Buffer.from(text),
    text,
    json: typeof json === 'string' ? undefined : json,
    cut: false,
    ms: 1,
    ...more,
  };
};

export const unanswered = (kind: 'refused' | 'stopped' | 'timeout' = 'timeout'): Answer => ({
  ok: false,
  exchange: 'e',
  kind,
  said: kind,
});

const person = (name: string, role: string, rank: number): Actor => ({
  name,
  role,
  tenant: name,
  rank,
  login: `${name}@people.example`,
  ids: new Set([`u-${name}`]),
  carries: 'bearer',
});
export const ann = person('ann', 'customer', 0);
export const bob = person('bob', 'customer', 0);
export const mod = person('mod', 'moderator', 1);
export const root = person('root', 'admin', 2);
export const everybody = [ann, bob, mod, root];

interface Order {
  id: string;
  owner: string;
  note: string;
  status: string;
  featured: boolean;
}

/** What an app of the tests does wrong. */
export type Wrong = ReadonlySet<string>;

export interface World {
  orders: Map<string, Order>;
  coupons: string[];
  profiles: Map<string, Record<string, unknown>>;
}

const NO = { status: 404, json: { error: 'not found' } };
const who = ({ headers }: Seen): string | undefined => /^Bearer (\w+)$/.exec(String(headers.authorization ?? ''))?.[1];
const viewOf = ({ id, note, status, featured }: Order) => ({ id, note, status, featured, total: 2400 });

/** A small shop: right when `wrong` is empty. */
export const shop =
  ({ orders, coupons, profiles }: World, wrong: Wrong): App =>
  (seen) => {
    const { method, json } = seen;
    const path = wrong.has('guard by spelling') ? seen.path.toLowerCase() : seen.path;
    const header = wrong.has('user header') ? seen.headers['x-user-id'] : undefined;
    const me = typeof header === 'string' ? header.replace(/^u-/, '') : who(seen);
    const order = orders.get(path.split('/')[3] ?? '');
    const own = order !== undefined && order.owner === me;
    if (path === '/api/things')
      return {
        json: {
          things: [
            { id: 'thing-1', title: 'A bowl' },
            ...(wrong.has('drafts by status') && seen.query.get('status') === 'draft'
              ? [...orders.values()].map(({ id }) => ({ id }))
              : []),
          ],
        },
      };
    if (path === '/debug/outbox' && wrong.has('outbox'))
      return { json: { mails: [{ to: 'ann@people.example', text: 'Your link' }] } };
    if (path.startsWith('/api/admin')) {
      const guarded = wrong.has('guard by spelling') ? seen.path.startsWith('/api/admin') : true;
      const open =
        wrong.has('admin for anybody') ||
        (wrong.has('admin for users') && me !== undefined) ||
        (wrong.has('admin by put') && method === 'PUT' && me !== undefined);
      if (guarded && !open && me !== 'root') return { status: me === undefined ? 401 : 403, json: { error: 'no' } };
      if (path === '/api/admin/users')
        return {
          json: {
            users: everybody.map(({ login, name, role }) => ({
              id: `u-${name}`,
              email: login,
              name: `${name} of the people`,
              role,
            })),
          },
        };
      if (path === '/api/admin/coupons' && method === 'GET')
        return { json: { coupons: coupons.map((code) => ({ code })) } };
      if (path === '/api/admin/coupons') {
        if (typeof json['code'] !== 'string') return { status: 400, json: { error: 'code' } };
        coupons.push(json['code']);
        return { status: 201, json: { code: json['code'] } };
      }
      const target = orders.get(path.split('/')[4] ?? '');
      if (path.endsWith('/feature') && method !== 'GET') {
        if (target === undefined) return NO;
        target.featured = json['featured'] === true;
        return { json: viewOf(target) };
      }
      return NO;
    }
    if (me === undefined && !(wrong.has('order for nobody') && order !== undefined && method === 'GET'))
      return { status: 401, json: { error: 'log in' } };
    if (path === '/api/me') {
      const profile = profiles.get(
        seen.query.get('userId') !== null && wrong.has('user by query')
          ? (seen.query.get('userId') ?? '').replace(/^u-/, '')
          : (me ?? ''),
      );
      if (profile === undefined) return NO;
      if (method === 'PATCH') {
        const known = wrong.has('any member') ? json : { bio: json['bio'] ?? profile['bio'] };
        if (!wrong.has('any member') && Object.keys(json).some((name) => name !== 'bio'))
          return { status: 400, json: { error: 'unknown member' } };
        Object.assign(profile, known);
      }
      return { json: profile };
    }
    if (path === '/api/orders')
      return {
        json: {
          orders: [...orders.values()].filter(({ owner }) => owner === me || wrong.has('all orders')).map(viewOf),
        },
      };
    if (order === undefined) return wrong.has('denied by 200') ? { json: { error: 'not found', data: null } } : NO;
    if (method === 'GET') {
      if (own || wrong.has('order for anybody') || (me === undefined && wrong.has('order for nobody')))
        return { json: viewOf(order) };
      return wrong.has('denied by 200') ? { json: { error: 'not yours', data: null } } : NO;
    }
    if (method === 'PATCH') {
      if (own || wrong.has('written, then refused') || wrong.has('written'))
        order.note = String(json['note'] ?? order.note);
      if (wrong.has('204 without effect')) return { status: 204 };
      if (wrong.has('echo')) return { json: { ...viewOf(order), ...json } };
      return own || wrong.has('written') ? { json: viewOf(order) } : NO;
    }
    if (method === 'DELETE') {
      if (!own && !wrong.has('deleted')) return NO;
      orders.delete(order.id);
      return { status: 204 };
    }
    if (path.endsWith('/cancel')) {
      if (!own && !wrong.has('cancelled')) return NO;
      order.status = 'cancelled';
      return { json: viewOf(order) };
    }
    return NO;
  };

const body = (properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) =>
  ({
    body: { contentType: 'application/json', required: true, schema: { type: 'object', properties, required } },
  }) as Partial<Operation>;
const closed = { declared: 'protected' } as const;

const operationsAt = (origin: string): Operation[] => [
  operation(origin, 'GET /api/things', [], { declared: 'public' }),
  operation(origin, 'GET /api/me', [], closed),
  operation(origin, 'PATCH /api/me', [], { ...closed, ...body({ bio: { type: 'string' } }) }),
  operation(origin, 'GET /api/orders', [], closed),
  operation(origin, 'GET /api/orders/{orderId}', [], closed),
  operation(origin, 'PATCH /api/orders/{orderId}', [], { ...closed, ...body({ note: { type: 'string' } }) }),
  operation(origin, 'DELETE /api/orders/{orderId}', [], closed),
  operation(origin, 'POST /api/orders/{orderId}/cancel', [], closed),
  operation(origin, 'GET /api/admin/users', [], closed),
  operation(origin, 'GET /api/admin/coupons', [], closed),
  operation(origin, 'POST /api/admin/coupons', [], {
    ...closed,
    ...body({ code: { type: 'string', minLength: 6 } }, ['code']),
  }),
  operation(origin, 'POST /api/admin/orders/{orderId}/feature', [], {
    ...closed,
    ...body({ featured: { type: 'boolean' } }, ['featured']),
  }),
];

export interface Tried {
  observations: readonly Observation[];
  world: World;
  context: ProbeContext;
}

/** Runs one probe against the shop, two orders with canaries in it. */
export const tryShop = async (
  probe: Probe,
  wrongs: readonly string[] = [],
  environment: 'development' | 'staging' = 'staging',
): Promise<Tried> => {
  const canaries = createCanaryBook();
  const orders = new Map(
    [ann, bob].map(
      (owner, index) =>
        [
          `order-${index}-9f3b`,
          {
            id: `order-${index}-9f3b`,
            owner: owner.name,
            note: canaries.plant(owner, 'order.note'),
            status: 'pending',
            featured: false,
          },
        ] as const,
    ),
  );
  const profiles = new Map(
    everybody.map(
      ({ name, role, login }) =>
        [name, { id: `u-${name}`, email: login, bio: `The bio of ${name}`, role, verified: false }] as const,
    ),
  );
  const world: World = { orders, coupons: [], profiles };
  const { origin, stop } = await serve(shop(world, new Set(wrongs)));
  const operations = operationsAt(origin);
  const { context, close } = await contextFor(origin, {
    operations,
    actors: everybody,
    credentials: ({ name }) => ({ authorization: `Bearer ${name}` }),
    boundary: { environment },
  });
  const store = createStore(operations);
  for (const order of orders.values()) store.add(resourceOf(order));
  const pairs = [[ann, bob] as const, [bob, ann] as const];
  const whole: ProbeContext = {
    ...context,
    resources: store,
    canaries,
    cells: [],
    graphql: new Map(),
    actors: { ...context.actors, pairs: () => pairs, ofRole: (role) => everybody.filter((one) => one.role === role) },
  };
  try {
    return { observations: await probe.run(whole), world, context: whole };
  } finally {
    await close();
    await stop();
  }
};

const resourceOf = ({ id, owner }: Order): Resource => ({
  type: 'order',
  id,
  owner,
  from: 'POST /api/orders',
  ours: true,
  keys: { orderId: id },
  public: false,
});

/** Verdicts by subject. */
export const verdictsOf = ({ observations }: Tried): Record<string, string> =>
  Object.fromEntries(observations.map(({ subject, verdict }) => [subject, verdict]));
