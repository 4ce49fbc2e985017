import { defineObservedCheck } from '../observed-check.ts';
import { STATE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'step-skipped',
  bar: ['M1'],
  severity: 'high',
  effort: 'hours',
  title: { pass: 'No step of an order can be skipped', fail: 'A step of the order can be skipped' },
  why: 'Shipping before payment, reviews without a purchase or payouts of unpaid orders let two people who work together take money out of the marketplace.',
  references: ['OWASP API6:2023', 'ASVS 5.0 2.3.1', 'CWE-841'],
  requires: 'an account',
  steps: [
    'Let {it} name the state that it starts from in its own statement (`where status = …`), and answer 409 otherwise.',
    'Write the allowed steps down in one table and let every route use it.',
    'Pay out from what was really received, not from the state of the order.',
  ],
  remedy: STATE,
  expect: 'answer 409 (or 400, 403), and the state must stay as it was',
});
