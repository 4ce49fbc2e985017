import { defineObservedCheck } from '../observed-check.ts';
import { RATE } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'sign-up-unlimited',
  bar: ['M6'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Accounts cannot be made by the thousand', fail: 'Accounts can be made as fast as a script can post' },
  why: 'Each one sends a mail from your domain and costs a password hash. Spam shops, fake reviews and a burnt mail reputation follow.',
  references: ['OWASP API4:2023', 'ASVS 5.0 2.4.1', 'CWE-770', 'CWE-799'],
  replay: { times: 30 },
  steps: [
    'Limit {it} by address (10 an hour), and ask for a captcha beyond.',
    'Send no second mail to an address within a minute.',
  ],
  remedy: RATE,
  expect: 'answer 429 before the last of these tries',
});
