import type { Operation } from '../../http/openapi.ts';
import { newShop, ownShop, publicShop, shopChanges } from './schemas.ts';

const tag = 'Shops';

export const shopOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/seller/onboarding',
    tag,
    summary: 'Open a shop and become a seller',
    access: 'verified',
    body: newShop,
    answer: { status: 201, body: ownShop },
  },
  {
    method: 'get',
    path: '/api/shops/{slug}',
    tag,
    summary: 'A shop and its published listings',
    access: 'public',
    answer: { status: 200, body: publicShop },
  },
  {
    method: 'get',
    path: '/api/seller/shop',
    tag,
    summary: 'Your shop',
    access: 'seller',
    answer: { status: 200, body: ownShop },
  },
  {
    method: 'patch',
    path: '/api/seller/shop',
    tag,
    summary: 'Change the name or text of your shop',
    access: 'seller',
    body: shopChanges,
    answer: { status: 200, body: ownShop },
  },
];
