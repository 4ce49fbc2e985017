import { contextFor, operation, serve } from '../accounts/test-context.ts';
import type { Observation } from '../../model/evidence/boundary.ts';
import type { Operation } from '../contract/operation.ts';
import type { Probe, ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';
import { createStore } from '../resources/store.ts';
import { Writes } from '../send/writes.ts';
import { createCanaryBook } from '../values/canaries.ts';
import { ann, bob, everybody, shop, type Order, type World } from './test-shop.ts';

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
  more: (origin: string) => readonly Operation[] = () => [],
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
  const running = await serve(shop(world, new Set(wrongs)));
  const { origin } = running;
  const operations = [...operationsAt(origin), ...more(origin)];
  const { context, close } = await contextFor(origin, {
    operations,
    actors: everybody,
    credentials: ({ name }) => ({ authorization: `Bearer ${name}` }),
    boundary: { environment },
  });
  const store = createStore(operations);
  for (const order of orders.values()) store.add(resourceOf(order));
  const pairs = [[ann, bob] as const, [bob, ann] as const];
  const writes = new Writes();
  const whole: ProbeContext = {
    ...context,
    writes,
    send: writes.counted(context.send),
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
    await running.stop();
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
