import { defineObservedCheck } from '../observed-check.ts';
import { ONE_USE } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'reset-token-reuse',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'A reset link works once', fail: 'A reset link works again' },
  why: 'Mails stay in boxes, archives and forwarded threads. A link that works twice is a password that nobody can change.',
  references: ['ASVS 5.0 6.4.1', 'ASVS 5.0 6.5.1', 'CWE-640'],
  settle:
    'Give a mail box that the app’s mail reaches, as `mailbox` under boundary in launch-ready.config (Mailpit or MailHog), so that the reset link can be read.',
  attack: 'last',
  steps: [
    'Mark the token as used in the same statement that takes it, and delete the others of the account.',
    'Let it end after an hour at most, and store only its hash.',
  ],
  remedy: ONE_USE,
  expect: 'be refused with a link that was used',
});
