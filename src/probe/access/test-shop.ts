import type { App, Seen } from '../accounts/test-context.ts';
import type { Actor } from '../contract/actor.ts';

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

export interface Order {
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
const who = ({ headers }: Seen): string | undefined => /^Bearer (\w+)$/.exec(headers.authorization ?? '')?.[1];
const viewOf = ({ id, note, status, featured }: Order) => ({ id, note, status, featured, total: 2400 });

/** A small shop: right when `wrong` is empty. */
export const shop =
  ({ orders, coupons, profiles }: World, wrong: Wrong): App =>
  (seen) => {
    const { method, json } = seen;
    const path = wrong.has('guard by spelling') ? seen.path.toLowerCase() : seen.path;
    const header = wrong.has('user header') ? seen.headers['x-user-id'] : undefined;
    const me = typeof header === 'string' ? header.replace(/^u-/, '') : who(seen);
    const [, , , segment = ''] = path.split('/');
    const order = orders.get(wrong.has('json unguarded') ? segment.replace(/\.json$/, '') : segment);
    const own = order !== undefined && (order.owner === me || (segment.endsWith('.json') && me !== undefined));
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
          orders: [...orders.values()]
            .filter(({ owner, id }) => {
              const named = (seen.query.get('ids') ?? '').split(',').includes(id);
              return owner === me || wrong.has('all orders') || (wrong.has('orders by ids') && named);
            })
            .map(viewOf),
        },
      };
    if (path === '/api/orders/lookup') {
      const ids = Array.isArray(json['orderIds'])
        ? json['orderIds'].map(String)
        : (seen.query.get('orderIds') ?? '').split(',');
      const asked = [...orders.values()].filter(({ id }) => ids.includes(id));
      return {
        json: { orders: asked.filter(({ owner }) => owner === me || wrong.has('lookup for anybody')).map(viewOf) },
      };
    }
    if (order === undefined) return wrong.has('denied by 200') ? { json: { error: 'not found', data: null } } : NO;
    if (method === 'GET') {
      const other = orders.get(seen.query.get('orderId') ?? '');
      if (own && other !== undefined && wrong.has('order by query')) return { json: viewOf(other) };
      if (own || wrong.has('order for anybody') || (me === undefined && wrong.has('order for nobody')))
        return { json: viewOf(order) };
      return wrong.has('denied by 200') ? { json: { error: 'not yours', data: null } } : NO;
    }
    if (method === 'PATCH') {
      const named = wrong.has('order by body') ? orders.get(String(json['id'])) : undefined;
      if (own && named !== undefined) {
        named.note = String(json['note']);
        return { json: viewOf(named) };
      }
      if (own || wrong.has('written, then refused') || wrong.has('written'))
        order.note = typeof json['note'] === 'string' ? json['note'] : order.note;
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
