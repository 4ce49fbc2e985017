import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-weak-secret',
  bar: ['M12'],
  severity: 'blocker',
  effort: 'minutes',
  title: {
    pass: 'A webhook’s secret is none that everybody tries first',
    fail: 'A webhook’s secret is one of the examples',
  },
  why: 'A variable that nobody set, with a default beside it, signs in production too. Whoever tries the words of the tutorials can then report payments and deliveries that never were.',
  references: ['OWASP API2:2023', 'OWASP API10:2023', 'ASVS 5.0 13.2.3', 'CWE-798', 'CWE-1392'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: [
    'Set the secret of {it} in production to the one that the sender shows in its dashboard (32 random bytes for your own).',
    'Take the default out of the code, and refuse to start without the variable.',
    'Look through the events that were taken since, for such as the sender does not know.',
  ],
  remedy: WEBHOOK,
  expect: 'answer 400 or 401, and nothing may change',
});
