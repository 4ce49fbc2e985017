import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-unsigned',
  bar: ['M12'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Unsigned webhook events do nothing', fail: 'Webhook events are believed without a signature' },
  why: 'The address of a webhook is no secret. Whoever posts “this order is paid” to it gets the goods.',
  references: ['OWASP API2:2023', 'OWASP API10:2023', 'ASVS 5.0 4.1.5', 'CWE-345', 'CWE-306'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: [
    'Verify the signature of {it} over the raw body with the sender’s own library, before the body is parsed.',
    'A missing secret must stop the app at its start, and not switch the check off.',
  ],
  remedy: WEBHOOK,
  expect: 'answer 400 or 401, and nothing may change',
});
