import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-signature-unchecked',
  bar: ['M12'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'A wrong signature is refused', fail: 'Webhook events with a wrong signature are believed' },
  why: 'The header is asked for, but not compared, or only logged: any value opens it.',
  references: ['OWASP API2:2023', 'OWASP API10:2023', 'ASVS 5.0 4.1.5', 'CWE-347'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: [
    'In {it}, stop at a wrong signature: answer 400 and return.',
    'Compare with a constant-time function over the raw body; a body parsed and written again is another one.',
  ],
  remedy: WEBHOOK,
  expect: 'answer 400 or 401, and nothing may change',
});
