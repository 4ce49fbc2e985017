import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-wrong-mode',
  bar: ['M12'],
  severity: 'blocker',
  effort: 'minutes',
  title: { pass: 'Test payments do not count', fail: 'Test payments count as real ones' },
  why: 'Test cards are free and their numbers are public. When their events make real orders paid, everything in the shop is free.',
  references: ['OWASP API10:2023', 'ASVS 5.0 4.1.5', 'CWE-345'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: [
    'In {it}, refuse events whose mode (`livemode`) is not that of this deployment.',
    'Use another webhook secret for each mode.',
  ],
  replay: { signedBefore: 0 },
  remedy: WEBHOOK,
  expect: 'answer 400 or 401, and nothing may change',
});
