import { defineObservedCheck } from '../observed-check.ts';
import { IDEMPOTENT } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'checkout-not-idempotent',
  bar: ['M6'],
  severity: 'high',
  effort: 'hours',
  title: { pass: 'A checkout sent twice is one order', fail: 'A checkout sent twice is two orders' },
  why: 'A double click, or a retry on a bad connection, charges the buyer twice. Refunds and angry mails are the first week’s work.',
  references: ['ASVS 5.0 2.3.3', 'CWE-837'],
  requires: 'an account',
  replay: { times: 2, before: 'put something into the cart' },
  steps: [
    'Let the page send an idempotency key with {it}, keep it with the order under a unique key, and answer a repetition with the first order.',
    'Empty the cart in the transaction that makes the order.',
    'Hand the same key to the payment provider.',
  ],
  remedy: IDEMPOTENT,
  expect: 'name the same order both times',
});
