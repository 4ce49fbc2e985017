import { defineObservedCheck } from '../observed-check.ts';
import { WEBHOOK } from '../remedies/webhooks.ts';

export default defineObservedCheck({
  probe: 'webhook-raw-body',
  bar: ['M12'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'A webhook’s signature is checked over the bytes that were sent',
    fail: 'Genuine webhook events are refused for how their JSON is written',
  },
  why: 'The body is parsed and written again before its signature is compared. Your tests send one line; Stripe sends line breaks, Shopify escaped slashes. So customers pay, and their orders stay unpaid.',
  references: ['OWASP API10:2023', 'ASVS 5.0 4.1.5', 'CWE-345'],
  settle:
    'Name each webhook under boundary.webhooks in launch-ready.config with its path, scheme and the variable that holds its test secret (`secretEnv`), so that correctly signed events can be sent too.',
  steps: [
    'In {it}, verify the raw bytes of the body, before any JSON parser has seen them (express.raw, req.text(), rawBody).',
    'Remove the workaround that goes with it: JSON.stringify(req.body) is another text than what was signed.',
    'Send the events that were refused again from the sender’s dashboard.',
  ],
  remedy: WEBHOOK,
  expect: 'take the event, whatever line breaks it has',
});
