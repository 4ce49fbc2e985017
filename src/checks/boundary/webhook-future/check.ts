import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-future',
  bar: ['M12'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Webhook events from the future are refused',
    fail: 'Webhook events dated in the future are accepted',
  },
  why: 'An event dated years ahead stays fresh for years, so that it can be replayed as long.',
  references: ['OWASP API10:2023', 'ASVS 5.0 4.1.5', 'CWE-294'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: ['Compare the time of {it} both ways: not older, and not younger, than five minutes.'],
  replay: { signedBefore: -86400 },
  remedy: WEBHOOK,
  expect: 'answer 400 or 401, and nothing may change',
});
