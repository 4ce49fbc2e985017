import { defineObservedCheck } from '../observed-check.ts';
import { SERVER_DECIDES } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'value-tampering',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'hours',
  title: { pass: 'Prices, totals and quantities are the server’s', fail: 'A buyer can choose what they pay' },
  why: 'A total, a currency or a negative quantity from the browser becomes the amount that is charged: goods leave for a cent, and the books still balance.',
  references: ['OWASP API6:2023', 'ASVS 5.0 2.2.1', 'ASVS 5.0 2.3.2', 'CWE-602', 'CWE-20'],
  requires: 'an account',
  attack: 'last write',
  replay: { before: 'put something into the cart' },
  steps: [
    'In {it}, take ids and whole quantities above zero from the request, and compute price, currency, discount and total from the database.',
    'Refuse the rest of the body instead of ignoring it.',
    'When the payment comes in, compare amount and currency with the order before it counts as paid.',
  ],
  remedy: SERVER_DECIDES,
  expect: 'be refused, or give the order its true total',
});
