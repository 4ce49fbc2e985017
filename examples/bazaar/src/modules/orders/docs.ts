import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';
import { page } from '../../http/validate.ts';
import {
  checkout,
  messageView,
  newMessage,
  newRefund,
  orderView,
  paymentView,
  refundView,
  shipment,
} from './schemas.ts';

const tag = 'Orders';
const orderList = { status: 200, body: z.object({ orders: z.array(orderView) }) };

const user = (
  method: Operation['method'],
  path: string,
  summary: string,
  rest: Omit<Operation, 'method' | 'path' | 'summary' | 'tag' | 'access'>,
): Operation => ({ method, path, summary, tag, access: 'user', ...rest });

const order = '/api/orders/{orderId}';
const seller = '/api/seller';

export const orderOperations: readonly Operation[] = [
  {
    ...user('post', '/api/checkout', 'Order what is in your cart; the same key makes the same order', {
      headers: ['Idempotency-Key'],
      body: checkout,
      answer: { status: 201, body: z.object({ order: orderView, payment: paymentView.nullable() }) },
    }),
    access: 'verified',
  },
  user('get', '/api/orders', 'What you bought', { query: page, answer: orderList }),
  user('get', order, 'One order, for its buyer and its seller', { answer: { status: 200, body: orderView } }),
  user('post', `${order}/payment`, 'Start the payment of an order, or find the one that was started', {
    answer: { status: 200, body: paymentView },
  }),
  user('post', `${order}/cancel`, 'Cancel an order that is not paid', { answer: { status: 200, body: orderView } }),
  user('post', `${order}/complete`, 'Say that everything arrived', { answer: { status: 200, body: orderView } }),
  user('get', `${order}/invoice`, 'The invoice of a paid order', { answer: { status: 200, body: 'application/pdf' } }),
  user('get', `${order}/refunds`, 'The refunds of an order', {
    answer: { status: 200, body: z.object({ refunds: z.array(refundView) }) },
  }),
  user('post', `${order}/refunds`, 'Ask for money back', {
    body: newRefund,
    answer: { status: 201, body: refundView },
  }),
  user('get', `${order}/messages`, 'The messages between buyer and seller', {
    answer: { status: 200, body: z.object({ messages: z.array(messageView) }) },
  }),
  {
    ...user('post', `${order}/messages`, 'Write to the other party', {
      body: newMessage,
      answer: { status: 201, body: messageView },
    }),
    access: 'verified',
  },
  { ...user('get', `${seller}/orders`, 'What your shop sold', { query: page, answer: orderList }), access: 'seller' },
  {
    ...user('get', `${seller}/orders/export`, 'What your shop sold, as a spreadsheet', {
      answer: { status: 200, body: 'text/csv' },
    }),
    access: 'seller',
  },
  {
    ...user('post', `${seller}/orders/{orderId}/ship`, 'Mark a paid order as shipped', {
      body: shipment,
      answer: { status: 200, body: orderView },
    }),
    access: 'seller',
  },
  {
    ...user('post', `${seller}/refunds/{refundId}/approve`, 'Give the money back', {
      answer: { status: 200, body: refundView },
    }),
    access: 'seller',
  },
  {
    ...user('post', `${seller}/refunds/{refundId}/refuse`, 'Refuse a refund', {
      answer: { status: 200, body: refundView },
    }),
    access: 'seller',
  },
];
