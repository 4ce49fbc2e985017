import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';
import {
  balance,
  newPayout,
  newPayoutAccount,
  payout,
  payoutAccount,
  payoutPage,
  payoutWithOrders,
} from './schemas.ts';

const tag = 'Payouts';

export const payoutOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/seller/payout-account',
    tag,
    summary: 'Where your payouts go',
    access: 'seller',
    answer: { status: 200, body: payoutAccount },
  },
  {
    method: 'put',
    path: '/api/seller/payout-account',
    tag,
    summary: 'Set where your payouts go; asks for the password again',
    access: 'seller',
    body: newPayoutAccount,
    answer: { status: 200, body: payoutAccount },
  },
  {
    method: 'get',
    path: '/api/seller/balance',
    tag,
    summary: 'What can be paid out now',
    access: 'seller',
    answer: { status: 200, body: balance },
  },
  {
    method: 'get',
    path: '/api/seller/payouts',
    tag,
    summary: 'Your payouts',
    access: 'seller',
    query: payoutPage,
    answer: { status: 200, body: z.object({ payouts: z.array(payout) }) },
  },
  {
    method: 'post',
    path: '/api/seller/payouts',
    tag,
    summary: 'Ask for the whole balance',
    access: 'seller',
    body: newPayout,
    answer: { status: 201, body: payout },
  },
  {
    method: 'get',
    path: '/api/seller/payouts/{payoutId}',
    tag,
    summary: 'One of your payouts, with its orders',
    access: 'seller',
    answer: { status: 200, body: payoutWithOrders },
  },
];
