import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-replay',
  bar: ['M12'],
  severity: 'high',
  effort: 'hours',
  title: { pass: 'A webhook event works once', fail: 'The same webhook event works twice' },
  why: 'Senders repeat events by design, and attackers on purpose. Counted twice, stock, balance and payouts are wrong, and nobody sees why.',
  references: ['OWASP API10:2023', 'ASVS 5.0 2.3.4', 'CWE-294', 'CWE-837'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: [
    'Keep the ids of events that {it} has worked off under a unique key, in the transaction that has the effect.',
    'Let the effect ask for the state before (`where status = …`), so that a repetition changes nothing.',
    'Answer 200 to a repetition, so that the sender stops.',
  ],
  replay: { signedBefore: 0, times: 2 },
  remedy: WEBHOOK,
  expect: 'have no second effect',
});
