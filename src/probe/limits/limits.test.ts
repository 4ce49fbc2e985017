import { describe, expect, test } from 'vitest';
import type { App, Reply, Seen } from '../accounts/test-context.ts';
import { parameter, trial, whoAsks } from '../answers/test-trial.ts';
import { bodySize } from './body-size.ts';
import { checkoutNotIdempotent } from './checkout-not-idempotent.ts';
import { couponRace } from './coupon-race.ts';
import { graphqlUnbounded } from './graphql-unbounded.ts';
import { limitBypass } from './limit-bypass.ts';
import { loginUnlimited } from './login-unlimited.ts';
import { pageSize } from './page-size.ts';
import { searchUnlimited } from './search-unlimited.ts';
import { signUpUnlimited } from './sign-up-unlimited.ts';

/** At most so many requests of one address, as the app takes it. */
const limited = (most: number, app: App, addressOf: (seen: Seen) => string = () => ''): App => {
  const counts = new Map<string, number>();
  return (seen) => {
    const key = addressOf(seen);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return (counts.get(key) ?? 0) > most ? { status: 429, json: { error: 'later' } } : app(seen);
  };
};
const forwarded = ({ headers }: Seen): string => String(headers['x-forwarded-for'] ?? '');

const people: App = ({ path, method, json, headers }) => {
  if (path === '/api/me')
    return whoAsks(headers) === undefined ? { status: 401 } : { json: { email: 'ann@example.com' } };
  if (method === 'POST' && path === '/api/login') {
    return json['password'] === 'right'
      ? { json: { accessToken: 'a-token-of-some-length' } }
      : { status: 401, json: { error: 'wrong' } };
  }
  if (method === 'POST' && path === '/api/register')
    return typeof json['password'] === 'string'
      ? { status: 201, json: { message: 'made' } }
      : { status: 400, json: { error: 'password' } };
  return { status: 404 };
};
const only = (path: string, guard: (app: App) => App): App => {
  const guarded = guard(people);
  return (seen) => (seen.path.toLowerCase().replace(/\/$/, '') === path ? guarded(seen) : people(seen));
};
const LOGIN = [['GET /api/me'], ['POST /api/login', ['email', 'password']]] as const;
const REGISTER = [['POST /api/register', ['email', 'password']]] as const;

describe('logins', () => {
  test('without a limit are confirmed, for the right password still lets in', async () => {
    expect(await trial(loginUnlimited, people, LOGIN)).toMatchObject([
      { subject: 'POST /api/login', verdict: 'confirmed', facts: { tries: 30 } },
    ]);
    expect(await trial(limitBypass, people, LOGIN)).toEqual([]);
  });
  test('with a limit are refuted, and it is not passed by', async () => {
    const app = (): App => only('/api/login', (inner) => limited(12, inner));
    expect(await trial(loginUnlimited, app(), LOGIN)).toMatchObject([{ verdict: 'refuted' }]);
    expect(await trial(limitBypass, app(), LOGIN)).toMatchObject([{ verdict: 'refuted' }]);
  });
  test('that lock the account silently are refuted', async () => {
    let wrong = 0;
    const app: App = (seen) => {
      if (seen.path === '/api/login' && seen.json['password'] !== 'right') wrong++;
      return seen.path === '/api/login' && wrong > 5 ? { status: 401, json: { error: 'wrong' } } : people(seen);
    };
    expect(await trial(loginUnlimited, app, LOGIN)).toMatchObject([{ verdict: 'refuted' }]);
  });
  test('counted by a header that the caller invents are passed by', async () => {
    const app = only('/api/login', (inner) => limited(12, inner, forwarded));
    expect(await trial(limitBypass, app, LOGIN)).toMatchObject([
      { verdict: 'confirmed', facts: { way: 'a made-up x-forwarded-for' } },
    ]);
  });
  test('are not tested without a password', async () => {
    expect(await trial(loginUnlimited, people, LOGIN, { env: {} })).toMatchObject([{ verdict: 'not-tested' }]);
  });
});

describe('sign-ups', () => {
  test('without a limit are confirmed', async () => {
    expect(await trial(signUpUnlimited, people, REGISTER)).toMatchObject([
      { verdict: 'confirmed', facts: { tries: 30 } },
    ]);
  });
  test('with one are refuted', async () => {
    expect(await trial(signUpUnlimited, limited(10, people), REGISTER)).toMatchObject([{ verdict: 'refuted' }]);
  });
});

describe('searches', () => {
  const search: App = ({ query }) => ({ json: [{ id: query.get('q') }] });
  const operations = [['GET /api/search', [], parameter('q')]] as const;
  test('without a limit are confirmed', async () => {
    expect(await trial(searchUnlimited, search, operations)).toMatchObject([
      { verdict: 'confirmed', facts: { requests: 120 } },
    ]);
  });
  test('with one are refuted', async () => {
    expect(await trial(searchUnlimited, limited(60, search), operations)).toMatchObject([{ verdict: 'refuted' }]);
  });
  test('of an app that has none are nothing', async () => {
    expect(await trial(searchUnlimited, search, [['GET /api/things']])).toEqual([]);
  });
});

describe('pages', () => {
  const list =
    (most: number): App =>
    ({ query }) => {
      const wanted = Number(query.get('limit') ?? 20);
      return { json: { items: Array.from({ length: Math.min(wanted, most, 300) }, (_, id) => ({ id })) } };
    };
  const operations = [['GET /api/items', [], parameter('limit', { type: 'integer' })]] as const;
  test('of any size are confirmed', async () => {
    expect(await trial(pageSize, list(1e9), operations)).toMatchObject([{ verdict: 'confirmed' }]);
  });
  test('that are cut are not', async () => {
    const [said] = await trial(pageSize, list(50), operations);
    expect(said?.verdict).toBe('inconclusive');
  });
});

describe('bodies', () => {
  const app =
    (most: number): App =>
    ({ body }) => {
      if (body.length > most) return { status: 413, json: { error: 'large' } };
      try {
        JSON.parse(body);
        return { status: 400, json: { error: 'fields' } };
      } catch {
        return { status: 400, json: { error: 'broken' } };
      }
    };
  test('of any size are confirmed by their last byte', async () => {
    expect(await trial(bodySize, app(1e9), LOGIN)).toMatchObject([{ verdict: 'confirmed' }]);
    expect(await trial(bodySize, app(1e5), LOGIN)).toMatchObject([{ verdict: 'refuted' }]);
  });
  test('that nobody looks at say nothing', async () => {
    expect(await trial(bodySize, () => ({ status: 401 }), LOGIN)).toMatchObject([{ verdict: 'inconclusive' }]);
  });
});

/** A shop with a coupon; each guard can be taken away. */
const shop = ({ once = true, key: keyed = true }: { once?: boolean; key?: boolean } = {}): App => {
  const carts = new Map<string, { things: string[]; coupon?: string }>();
  const orders: { id: string; who: string; key: string; discount: number }[] = [];
  const uses = new Map<string, number>();
  return ({ method, path, headers, json }): Reply => {
    const who = whoAsks(headers);
    if (path === '/api/products') return { json: [{ id: 'p1', title: 'Cup' }] };
    if (who === undefined) return { status: 401 };
    const cart = carts.get(who) ?? { things: [] };
    carts.set(who, cart);
    switch (`${method} ${path}`) {
      case 'POST /api/coupons':
        uses.set(String(json['code']), 1);
        return { status: 201, json };
      case 'POST /api/cart/items':
        cart.things.push(String(json['productId']));
        return { json: cart };
      case 'POST /api/cart/coupon':
        if ((uses.get(String(json['code'])) ?? 0) < 1) return { status: 409 };
        cart.coupon = String(json['code']);
        return { json: cart };
      case 'GET /api/orders':
        return { json: { orders: orders.filter((order) => order.who === who) } };
      case 'POST /api/checkout': {
        const key = String(headers['idempotency-key'] ?? '');
        const known = orders.find((order) => order.who === who && order.key === key);
        if (keyed && known !== undefined) return { json: known };
        if (cart.things.length === 0) return { status: 409 };
        const left = cart.coupon === undefined ? 0 : (uses.get(cart.coupon) ?? 0);
        if (cart.coupon !== undefined && left < 1 && once) return { status: 409 };
        if (cart.coupon !== undefined) uses.set(cart.coupon, left - 1);
        const order = { id: `o${orders.length + 1}`, who, key, discount: cart.coupon === undefined ? 0 : 10 };
        orders.push(order);
        if (keyed) carts.delete(who);
        return { status: 201, json: order };
      }
      default:
        return { status: 404 };
    }
  };
};
const SHOP = [
  ['GET /api/products'],
  ['POST /api/cart/items', ['productId']],
  ['POST /api/cart/coupon', ['code']],
  ['POST /api/checkout', ['address']],
  ['GET /api/orders'],
  ['POST /api/coupons', ['code', 'maxUses']],
] as const;

describe('a shop', () => {
  test('that makes two orders of one checkout', async () => {
    expect(await trial(checkoutNotIdempotent, shop({ key: false }), SHOP)).toMatchObject([
      { verdict: 'confirmed', facts: { orders: 2 } },
    ]);
    expect(await trial(checkoutNotIdempotent, shop(), SHOP)).toMatchObject([{ verdict: 'refuted' }]);
  });
  test('that takes a coupon twice', async () => {
    expect(await trial(couponRace, shop({ once: false }), SHOP)).toMatchObject([
      { verdict: 'confirmed', facts: { discounted: 2 } },
    ]);
    expect(await trial(couponRace, shop(), SHOP)).toMatchObject([{ verdict: 'refuted' }]);
  });
  test('whose way to buy is not seen is not tested', async () => {
    expect(await trial(checkoutNotIdempotent, shop(), LOGIN)).toMatchObject([{ verdict: 'not-tested' }]);
    expect(await trial(couponRace, shop(), LOGIN)).toEqual([]);
  });
});

describe('GraphQL', () => {
  const app =
    (most: number): App =>
    ({ json }) => {
      const names = [...JSON.stringify(json['query'] ?? '').matchAll(/(\w+): __typename/g)].map(
        ([, name = '']) => name,
      );
      if (names.length > most) return { json: { errors: [{ message: 'too wide' }] } };
      return {
        json: {
          data: Object.fromEntries((names.length === 0 ? ['__typename'] : names).map((name) => [name, 'Query'])),
        },
      };
    };
  const operations = [['POST /graphql', ['query'], { sources: ['graphql'] }]] as const;
  test('that counts nothing', async () => {
    expect(await trial(graphqlUnbounded, app(1e9), operations)).toMatchObject([{ verdict: 'likely' }]);
    expect(await trial(graphqlUnbounded, app(20), operations)).toMatchObject([{ verdict: 'refuted' }]);
    expect(await trial(graphqlUnbounded, app(20), [])).toEqual([]);
  });
});
