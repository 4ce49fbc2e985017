import { defineObservedCheck } from '../observed-check.ts';
import { CONFIRM } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'email-change-unconfirmed',
  bar: ['M1'],
  severity: 'high',
  effort: 'hours',
  title: {
    pass: 'A new e-mail address needs the password and a confirmation',
    fail: 'The e-mail address can be changed without a confirmation',
  },
  why: 'Who can change the address can have the password reset sent there. A stolen token becomes a stolen account.',
  references: ['ASVS 5.0 7.5.1', 'CWE-620'],
  requires: 'an account',
  steps: [
    'Take the address out of {it}; give it a route that asks for the password.',
    'Keep the old address until the new one is confirmed by a link, and tell the old one.',
  ],
  remedy: CONFIRM,
  expect: 'leave the address as it was',
});
