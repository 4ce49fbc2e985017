import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-stale',
  bar: ['M12'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Old webhook events are refused', fail: 'Webhook events of any age are accepted' },
  why: 'A signed event from an old log or backup works a year later, as if it had just happened.',
  references: ['OWASP API10:2023', 'ASVS 5.0 4.1.5', 'CWE-294'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: [
    'Keep the library’s tolerance of five minutes for {it}; do not set it to 0 or Infinity.',
    'The time must be part of what is signed.',
  ],
  replay: { signedBefore: 86400 },
  remedy: WEBHOOK,
  expect: 'answer 400 or 401, and nothing may change',
});
