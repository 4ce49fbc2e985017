import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-wrong-scheme',
  bar: ['M12'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'Only the agreed signature scheme counts',
    fail: 'Webhook events signed with an outdated scheme are accepted',
  },
  why: 'An old scheme (SHA-1, `v0`, another header) beside the present one is the weaker lock on the same door.',
  references: ['OWASP API10:2023', 'ASVS 5.0 4.1.5', 'CWE-757'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: ['Take the one scheme that the sender documents today for {it}, and ignore other headers and versions.'],
  remedy: WEBHOOK,
  expect: 'answer 400 or 401, and nothing may change',
});
