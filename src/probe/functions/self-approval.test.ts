import { expect, test } from 'vitest';
import { isReceipt } from './self-approval.ts';

test.each([
  ['/orders/{orderId}/complete', true],
  ['/api/orders/{orderId}/confirm-delivery', true],
  ['/api/orders/{orderId}/release', true],
  ['/shop/refunds/{refundId}/approve', false],
  ['/returns/{returnId}/accept', false],
  ['/orders/{orderId}/ship', false],
])('%s lets the paid side have its money: %s', (path, expected) => {
  expect(isReceipt({ path })).toBe(expected);
});
