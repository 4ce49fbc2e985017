import { defineObservedCheck } from '../observed-check.ts';
import { HMAC } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-error-leak',
  bar: ['M12'],
  severity: 'blocker',
  effort: 'minutes',
  title: {
    pass: 'A refused webhook says nothing about the right signature',
    fail: 'A refused webhook tells the right signature',
  },
  why: 'Anybody posts an event, copies the expected signature from the error, and posts it again: it is accepted.',
  references: ['OWASP API8:2023', 'ASVS 5.0 16.5.1', 'CWE-209'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  attack: 'last',
  steps: [
    'Answer a wrong signature of {it} with 400 and no detail; write details into the log, without the expected value.',
    'Change the secret: signatures made with it may have been collected.',
  ],
  remedy: HMAC,
  expect: 'answer 400 without any signature in it',
});
