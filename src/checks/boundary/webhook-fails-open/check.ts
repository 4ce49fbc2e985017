import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-fails-open',
  bar: ['M12'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'A missing signature is refused like a wrong one',
    fail: 'Webhook events are let in when the signature is left out',
  },
  why: 'A wrong signature is refused, a missing one is not: so the attacker leaves it out.',
  references: ['OWASP API2:2023', 'OWASP API10:2023', 'ASVS 5.0 4.1.5', 'ASVS 5.0 16.5.3', 'CWE-636', 'CWE-347'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  attack: 'last',
  steps: [
    'In {it}, treat a missing, empty or second header as a wrong signature: `if (!valid) return 400`, never `if (header && !valid)`.',
  ],
  remedy: WEBHOOK,
  expect: 'answer 400 or 401, and nothing may change',
});
