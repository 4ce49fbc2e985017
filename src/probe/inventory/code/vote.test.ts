import { expect, test } from 'vitest';
import type { CodeRoute } from './code-routes.ts';
import { Vote } from './vote.ts';

const orders: CodeRoute = { path: '/orders', methods: ['GET'], file: 'shop.ts' };
const ship: CodeRoute = { path: '/orders/{id}/ship', methods: ['POST'], file: 'shop.ts' };
const cart: CodeRoute = { path: '/cart', methods: ['GET'], file: 'shop.ts' };
const adminOrders: CodeRoute = { ...orders, file: 'admin.ts' };
const audit: CodeRoute = { path: '/audit-log', methods: ['GET'], file: 'admin.ts' };
const all = [orders, ship, cart, adminOrders, audit];

test.each<[string, readonly [CodeRoute, boolean][], CodeRoute, boolean]>([
  ['found beside it', [[cart, true]], ship, true],
  ['nothing asked', [], ship, false],
  ['missing beside it', [[cart, false]], ship, false],
  ['what two files have vouches for neither', [[adminOrders, true]], audit, false],
  [
    'a POST that GET does not find says nothing',
    [
      [cart, true],
      [ship, false],
    ],
    ship,
    true,
  ],
  [
    'as many missing as found',
    [
      [cart, true],
      [{ ...cart, methods: ['GET'] }, false],
    ],
    ship,
    false,
  ],
])('%s', (_, counted, asked, here) => {
  const vote = new Vote(all);
  for (const [route, found] of counted) vote.count(route, found);
  expect(vote.isHere(asked)).toBe(here);
});
