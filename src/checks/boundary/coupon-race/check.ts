import { defineObservedCheck } from '../observed-check.ts';
import { ONCE } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'coupon-race',
  bar: ['M6'],
  severity: 'high',
  effort: 'hours',
  title: { pass: 'What is good for one use works once', fail: 'What is good for one use works several times at once' },
  why: 'Two requests in the same moment both see the coupon unused. With a script that is a hundred discounts, or a balance paid out twice.',
  references: ['OWASP API6:2023', 'ASVS 5.0 2.3.4', 'ASVS 5.0 15.4.2', 'CWE-362', 'CWE-367'],
  requires: 'an account',
  replay: { times: 10, atOnce: true, before: 'put something into the cart' },
  steps: [
    'In {it}, check and count in one database statement (`update … where used < max_uses`), inside the transaction of the order.',
    'Add a unique key where the rule allows one (one use a user).',
  ],
  remedy: ONCE,
  expect: 'let exactly one of these through',
});
