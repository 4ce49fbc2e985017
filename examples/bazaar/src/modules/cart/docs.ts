import type { Operation } from '../../http/openapi.ts';
import { cartLine, cartView, couponChoice } from './schemas.ts';

const tag = 'Cart';
const answer = { status: 200, body: cartView };

export const cartOperations: readonly Operation[] = [
  { method: 'get', path: '/api/cart', tag, summary: 'Your cart with today’s prices', access: 'user', answer },
  {
    method: 'put',
    path: '/api/cart/items/{listingId}',
    tag,
    summary: 'Set how many of a listing are in your cart',
    access: 'user',
    body: cartLine,
    answer,
  },
  {
    method: 'delete',
    path: '/api/cart/items/{listingId}',
    tag,
    summary: 'Take a listing out of your cart',
    access: 'user',
    answer,
  },
  {
    method: 'put',
    path: '/api/cart/coupon',
    tag,
    summary: 'Use a coupon; it is counted at checkout',
    access: 'user',
    body: couponChoice,
    answer,
  },
  {
    method: 'delete',
    path: '/api/cart/coupon',
    tag,
    summary: 'Take the coupon out of your cart',
    access: 'user',
    answer,
  },
];
