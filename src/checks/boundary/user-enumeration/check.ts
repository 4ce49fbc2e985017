import { defineObservedCheck } from '../observed-check.ts';
import { SAME_ANSWER } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'user-enumeration',
  bar: ['M1'],
  severity: 'medium',
  effort: 'hour',
  title: { pass: 'Nobody learns who has an account', fail: 'Anybody can find out who has an account' },
  why: 'A list of your customers is the first half of every password attack, and for some marketplaces a secret in itself.',
  references: ['OWASP API2:2023', 'ASVS 5.0 6.3.8', 'CWE-204', 'CWE-208'],
  steps: [
    'Let {it} answer the same text and status for known and unknown addresses, and take the same time: hash a dummy password when there is no account.',
    'Do the same for sign-up and reset; tell the truth by mail only.',
  ],
  remedy: SAME_ANSWER,
  expect: 'answer the same for an unknown address as for a known one',
});
