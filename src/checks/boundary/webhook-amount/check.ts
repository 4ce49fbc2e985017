import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-amount',
  bar: ['M12'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'What was paid is compared with what is owed',
    fail: 'A payment that does not fit makes the order paid',
  },
  why: 'The event is genuine, but one cent was paid, or another currency, or to a seller’s own account. Whoever pays a part gets the whole.',
  references: ['OWASP API10:2023', 'ASVS 5.0 2.2.1', 'CWE-345'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: [
    'In {it}, compare amount and currency of the payment with the order, and hold the order back when they differ.',
    'Find the order by the payment that you began for it, not by metadata alone, and see that the event’s account is yours.',
  ],
  replay: { signedBefore: 0 },
  remedy: WEBHOOK,
  expect: 'leave the order unpaid',
});
